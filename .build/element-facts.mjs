import { posix } from 'node:path'

/**
 * What the makers of typings and of editor data need of `custom-elements.json`: of each tag its class and modules, and what
 * a page can set and hear.
 */
export function elementFacts({ modules }) {
  return modules
    .flatMap(({ path, declarations }) => declarations.map((declaration) => ({ path, ...declaration })))
    .filter(({ tagName }) => tagName !== undefined)
    .map(({ path, tagName: tag, name: className, description, members, attributes, events, slots = [] }) => ({
      tag,
      className,
      description,
      /** Beneath the folder of the build. */
      classModule: posix.relative('dist', path),
      tagModule: posix.relative('dist', path).replace('.element.js', '.js'),
      properties: members.filter(isSettable).map((member) => member.name),
      attributes,
      events,
      slots,
    }))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1))
}

/** What is not described is the platform's: it is typed already. */
function isSettable({ kind, readonly, static: ofClass, description }) {
  return kind === 'field' && !readonly && !ofClass && description !== undefined
}
