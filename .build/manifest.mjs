import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cli as analyze } from '@custom-elements-manifest/analyzer/cli.js'
import { editorData } from './editor-data.mjs'
import { elementFacts } from './element-facts.mjs'
import { reactComponents } from './react-components.mjs'
import { typings } from './typings.mjs'

/** `components/<tag>/<tag>.ts`, which registers the tag, and `<tag>.element.ts`, which holds the class. */
export const isElement = (file) => /^components\/([^/]+)\/\1(\.element)?\.ts$/.test(file)

/** Elements that others are made of: their events bubble out of those, too. */
const madeOf = {
  'oauth-app-details': ['oauth-app-credentials'],
  'oauth-app-form': ['oauth-app-credentials'],
  'oauth-app-list': ['oauth-app-credentials'],
  'oauth-apps': ['oauth-app-list', 'oauth-app-form', 'oauth-app-details', 'oauth-app-credentials'],
}

/** Writes `custom-elements.json`, and what editors and frameworks want to know of it in a form of their own. */
export function manifest(sources, folder) {
  return {
    name: 'manifest',
    async writeBundle() {
      const globs = sources.filter((file) => file.startsWith('components/') && file !== 'components/cdn.ts')
      // The folder is only what package.json is held to; the analyzer would write another one into it.
      const found = await analyze({
        argv: ['analyze', '--litelement', '--quiet', '--outdir', 'dist', '--globs', ...globs],
        noWrite: true,
      })
      const published = asPublished(found)
      const elements = elementFacts(published)
      const files = {
        'custom-elements.json': `${JSON.stringify(published, null, 2)}\n`,
        ...editorData(elements),
        ...typings(elements),
        ...reactComponents(elements),
      }
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(join(folder, dirname(name)), { recursive: true })
        writeFileSync(join(folder, name), content)
      }
    },
  }
}

/** Only what is public, and under the paths that the package has. */
function asPublished({ modules, ...rest }) {
  const text = JSON.stringify(modules.filter(({ path }) => isElement(path)))
  const published = JSON.parse(text.replace(/"\/?((?:components|plugin)\/[^"]+)\.[jt]s"/g, '"dist/$1.js"'))
  const declarations = published.flatMap(({ declarations = [] }) => declarations)
  for (const { members } of declarations) {
    members?.splice(0, Infinity, ...members.filter(({ privacy = 'public' }) => privacy === 'public'))
  }
  passEventsOn(declarations.filter(({ tagName }) => tagName !== undefined))
  return { ...rest, modules: published }
}

function passEventsOn(elements) {
  const fired = new Map(elements.map(({ tagName, events }) => [tagName, events]))
  for (const element of elements) {
    const events = [element.tagName, ...(madeOf[element.tagName] ?? [])].flatMap((tag) => fired.get(tag))
    element.events = [...new Map(events.toReversed().map((event) => [event.name, event])).values()].reverse()
  }
}
