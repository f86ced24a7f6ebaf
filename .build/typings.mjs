/** The elements in the words of each framework's types. Of what those have in common there is one file. */
export function typings(elements) {
  return {
    'types/elements.d.ts': common(elements),
    'types/vue.d.ts': vue(elements),
    'types/jsx.d.ts': jsx(elements),
    'types/react.d.ts': react,
  }
}

function common(elements) {
  const row = (make) => elements.map((element) => `  '${element.tag}': ${make(element)}\n`).join('')
  return `import '../components/index.js'
${elements.map(({ className, classModule }) => `import type { ${className} } from '../${classModule}'\n`).join('')}
/** The class of each element. */
export interface Elements {
${row(({ className }) => className)}}

/** What a page can set on each element. */
export interface ElementProperties {
${row(({ className, properties }) => `Partial<Pick<${className}, ${union(properties)}>>`)}}

/** What is more than a word, a number or a switch stands in an attribute as JSON. */
type AsAttribute<Value> = Value extends object ? string : Value

/** Attributes whose names are not those of their properties. */
export interface ElementAttributes {
${row(({ className, attributes }) => {
  const renamed = attributes.filter(({ name, fieldName }) => name !== fieldName && name.includes('-'))
  return `{ ${renamed.map(({ name, fieldName }) => `readonly '${name}'?: AsAttribute<${className}['${fieldName}']>`).join('; ')} }`
})}}

/** The names of the events that each element fires. */
export interface ElementEventNames {
${row(({ events }) => union(events.map(({ name }) => name)))}}

/** What each element fires, by name. */
export type ElementEvents<Tag extends keyof Elements> = {
  [Name in ElementEventNames[Tag]]: HTMLElementEventMap[Name]
}
`
}

function vue(elements) {
  return `import type { EmitFn, HTMLAttributes, PublicProps } from 'vue'
import type { ElementEvents, ElementProperties, Elements } from './elements.js'

/** An element as templates see it. */
type Component<Tag extends keyof Elements> = new () => Elements[Tag] & {
  /** @deprecated Only templates read it: nothing has it at run time. */
  $props: HTMLAttributes & ElementProperties[Tag] & PublicProps
  /** @deprecated Only templates read it: nothing has it at run time. */
  $emit: EmitFn<{ [Name in keyof ElementEvents<Tag>]: (event: ElementEvents<Tag>[Name]) => void }>
}

declare module 'vue' {
  interface GlobalComponents {
${elements.map(({ tag }) => `    '${tag}': Component<'${tag}'>\n`).join('')}  }
}
`
}

function jsx(elements) {
  return `import type { ClassAttributes, HTMLAttributes } from 'react'
import type { ElementAttributes, ElementEvents, ElementProperties, Elements } from './elements.js'

/** React 19 sets what an element has as a property, and listens to \`on<name of the event>\`. */
type Props<Tag extends keyof Elements> = Omit<HTMLAttributes<Elements[Tag]>, keyof ElementProperties[Tag]> &
  ClassAttributes<Elements[Tag]> &
  ElementProperties[Tag] &
  ElementAttributes[Tag] & {
    [Name in keyof ElementEvents<Tag> as \`on\${Name}\`]?: (event: ElementEvents<Tag>[Name]) => void
  }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map(({ tag }) => `      '${tag}': Props<'${tag}'>\n`).join('')}    }
  }
}
`
}

const react = `import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react'
import type { ElementProperties, Elements } from './elements.js'

/** An element as a React component. Its ref is the element. */
export type Component<
  Tag extends keyof Elements,
  Handlers extends Readonly<Record<string, keyof HTMLElementEventMap>>,
> = ForwardRefExoticComponent<
  Omit<HTMLAttributes<Elements[Tag]>, keyof ElementProperties[Tag] | keyof Handlers> &
    ElementProperties[Tag] & {
      [Name in keyof Handlers]?: (event: HTMLElementEventMap[Handlers[Name]]) => void
    } & RefAttributes<Elements[Tag]>
>
`

function union(names) {
  return names.map((name) => `'${name}'`).join(' | ')
}
