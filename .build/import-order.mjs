import { posix } from 'node:path'

/**
 * Lets each module that registers a tag first import everything that its imports import, alike beside alike. A bundler
 * writes modules in the order of their imports, and gzip finds again only what stood in the last 32 KB; where nothing is
 * bundled, a browser asks for all of it at once and not level by level.
 */
export function importOrder() {
  return {
    name: 'import-order',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle).filter(registersTag)) {
        const files = imported(chunk, bundle)
        const ordered = kinds.flatMap((isKind) => files.filter((file) => isKind(bundle[file])))
        const folder = posix.dirname(chunk.fileName)
        chunk.code = ordered.map((file) => `import './${posix.relative(folder, file)}';\n`).join('') + chunk.code
      }
    },
  }
}

const isStyle = ({ fileName }) => /styles/.test(fileName)
const isLanguage = ({ fileName }) => /locales\/|sentences/.test(fileName)
const isRule = (chunk) => chunk.fileName.startsWith('plugin/contract/') && !isLanguage(chunk)

/** What no template is in; those that have one follow in the order of the elements themselves. */
const isLogic = (chunk) =>
  ![isStyle, isLanguage, isRule, registersTag].some((isKind) => isKind(chunk)) && !chunk.code.includes('html`')

const kinds = [isStyle, isLanguage, isRule, isLogic]

function registersTag({ code = '' }) {
  return code.includes('customElements.define(')
}

/** The files that a chunk imports, and those that they import, each after its own imports. */
function imported({ imports }, bundle, found = new Set()) {
  for (const file of imports.filter((name) => name in bundle && !found.has(name))) {
    imported(bundle[file], bundle, found)
    found.add(file)
  }
  return [...found]
}
