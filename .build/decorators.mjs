import { edited } from './edited.mjs'

const library = 'lit/decorators.js'

/** The options of the property that a decorator makes. */
const propertyOptions = {
  property: (options = '{}') => options,
  state: () => '{ state: true }',
}

/** The getter that a decorator makes. */
const getters = {
  query: (name, selector) => `get ${name}() { return this.renderRoot?.querySelector(${selector}) ?? null }`,
  queryAll: (name, selector) => `get ${name}() { return this.renderRoot?.querySelectorAll(${selector}) ?? [] }`,
}

/**
 * Writes Lit's decorators out, as the `static properties` and getters that Lit documents for code without them, so that
 * no page loads the decorators, nor the function that esbuild puts into every module to apply them.
 */
export function decorators() {
  return {
    name: 'decorators',
    transform(code) {
      if (!code.includes(library)) return null
      const { body } = this.parse(code)
      const decorations = body.filter(isDecoration)
      const classes = body.map((node) => node.declaration ?? node).filter(({ type }) => type === 'ClassDeclaration')
      const source = ({ start, end }) => code.slice(start, end)
      const edits = [...decorations, ...body.filter(isImport)].map(({ start, end }) => ({ start, end, by: '' }))
      for (const { id, body } of classes) {
        const own = decorations.map((node) => readDecoration(node, source)).filter(({ owner }) => owner === id.name)
        edits.push({ start: body.start + 1, end: body.start + 1, by: writtenOut(own) })
      }
      return { code: edited(code, edits), map: null }
    },
  }
}

function isImport({ type, source }) {
  return type === 'ImportDeclaration' && source.value === library
}

/** `__decorateClass([property()], Owner.prototype, 'member')`, as esbuild writes it. */
function isDecoration({ type, expression }) {
  return type === 'ExpressionStatement' && expression.callee?.name === '__decorateClass'
}

function readDecoration({ expression }, source) {
  const [decorators, prototype, member] = expression.arguments
  const [{ callee, arguments: given }, ...others] = decorators.elements
  if (others.length > 0) throw new Error(`There is more than one decorator on ${member.value}.`)
  return { owner: prototype.object.name, member: member.value, decorator: callee.name, given: given.map(source) }
}

function writtenOut(decorations) {
  const properties = []
  const accessors = []
  for (const { member, decorator, given } of decorations) {
    if (decorator in propertyOptions) properties.push(`${member}: ${propertyOptions[decorator](...given)}`)
    else if (decorator in getters && given.length === 1) accessors.push(getters[decorator](member, ...given))
    else throw new Error(`Nobody knows how to write out @${decorator}(${given.join(', ')}).`)
  }
  const declared = properties.length > 0 ? [`static properties = { ${properties.join(', ')} };`] : []
  return ['', ...declared, ...accessors].join('\n')
}
