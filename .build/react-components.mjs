/** Each element as a React component in a module of its own, so that a bundler that takes one takes one. */
export function reactComponents(elements) {
  const all = elements.map(({ tag, className }) => `export { ${className} } from './${tag}.js'\n`).join('')
  return {
    'react/index.js': `'use client'\n${all}`,
    'react/index.d.ts': all,
    ...Object.fromEntries(elements.flatMap((element) => Object.entries(moduleOf(element)))),
  }
}

function moduleOf({ tag, className, description, classModule, tagModule, events }) {
  const handlers = `{ ${events.map(({ name }) => `${handlerName(name)}: '${name}'`).join(', ')} }`
  return {
    [`react/${tag}.js`]: `'use client'
import { createComponent } from '@lit/react'
import * as react from 'react'
import '../${tagModule}'
import { ${className} as elementClass } from '../${classModule}'

export const ${className} = createComponent({
  react,
  tagName: '${tag}',
  displayName: '${className}',
  elementClass,
  events: ${handlers},
})
`,
    [`react/${tag}.d.ts`]: `import type { Component } from '../types/react.js'

/** ${description.replace(/\n/g, '\n * ')} */
export declare const ${className}: Component<'${tag}', ${handlers}>
`,
  }
}

/** `oauth-app-created` is heard as `onOauthAppCreated`. */
function handlerName(event) {
  return `on${event.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase())}`
}
