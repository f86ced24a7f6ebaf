import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { ensureBuild } from '../../demo/ensure-build.js'
import { tags } from '../support/tags.js'

interface Declaration {
  readonly tagName?: string
  readonly description?: string
  readonly attributes?: readonly { readonly name: string; readonly description?: string }[]
  readonly events?: readonly { readonly name: string; readonly description?: string }[]
  readonly members?: readonly { readonly name: string; readonly privacy?: string }[]
}
interface Module {
  readonly path: string
  readonly declarations: readonly Declaration[]
  readonly exports: readonly { readonly kind: string; readonly name: string }[]
}

/** What VS Code reads, as far as it is looked at here. */
interface CustomData {
  readonly tags: readonly {
    readonly name: string
    readonly attributes: readonly { name: string; description: string; values?: readonly { name: string }[] }[]
  }[]
  readonly properties: readonly { readonly name: string; readonly description: string }[]
}

describe('custom-elements.json', () => {
  let modules: readonly Module[]
  let elements: readonly Declaration[]
  before(() => {
    ensureBuild()
    ;({ modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as { modules: Module[] })
    elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName !== undefined)
  })

  it('names only modules that are published', () => {
    assert.deepEqual(
      modules.map(({ path }) => path).filter((path) => !existsSync(join(process.cwd(), path))),
      [],
    )
  })

  it('lists every tag, with the module that registers it', () => {
    const registered = modules
      .flatMap(({ exports }) => exports)
      .filter(({ kind }) => kind === 'custom-element-definition')
    assert.deepEqual(registered.map(({ name }) => name).sort(), [...tags])
    assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), [...tags])
  })

  for (const tag of tags) {
    it(`describes <${tag}>, its attributes and its events`, () => {
      const element = elements.find(({ tagName }) => tagName === tag)
      assert.ok(element?.description)
      for (const part of [element.attributes ?? [], element.events ?? []]) {
        assert.notEqual(part.length, 0)
        for (const { name, description } of part) assert.ok(description, `${name} of <${tag}> is not described`)
      }
    })

    it(`keeps to itself what is private to <${tag}>`, () => {
      const element = elements.find(({ tagName }) => tagName === tag)
      const hidden = element?.members?.filter(({ name, privacy }) => name.startsWith('#') || privacy === 'private')
      assert.deepEqual(hidden, [])
    })
  }

  it('lists for the whole page what its parts fire, too', () => {
    const page = elements.find(({ tagName }) => tagName === 'oauth-apps')
    const names = page?.events?.map(({ name }) => name) ?? []
    assert.equal(new Set(names).size, names.length)
    const missing = ['oauth-apps-view-change', 'oauth-app-list-change', 'oauth-app-created', 'oauth-app-deleted']
    assert.deepEqual(
      missing.filter((name) => !names.includes(name)),
      [],
    )
  })

  it('lists every event that the types of the elements declare', () => {
    const typings = modules.flatMap(({ path }) => typesNear(path)).join('\n')
    const declared = new Set([...typings.matchAll(/'([a-z-]+)': CustomEvent</g)].map(([, name = '']) => name))
    const described = new Set(elements.flatMap(({ events = [] }) => events).map(({ name }) => name))
    assert.ok(declared.size > 0)
    assert.deepEqual(
      [...declared].filter((name) => !described.has(name)),
      [],
    )
  })
})

describe('The custom data of editors', () => {
  before(ensureBuild)

  it('has every tag, with its attributes and the words that they take', () => {
    const { tags: known } = JSON.parse(readFileSync('dist/html-custom-data.json', 'utf8')) as CustomData
    assert.deepEqual(
      known.map(({ name }) => name),
      [...tags],
    )
    const page = known.find(({ name }) => name === 'oauth-apps')
    assert.ok(page?.attributes.some(({ name, description }) => name === 'api' && description))
    const formIn = page?.attributes.find(({ name }) => name === 'form-in')
    assert.deepEqual(formIn?.values, [{ name: 'page' }, { name: 'dialog' }])
  })

  it('has every token that the elements read, with its default', () => {
    const { properties } = JSON.parse(readFileSync('dist/css-custom-data.json', 'utf8')) as CustomData
    const read = readFileSync('components/styles/tokens.ts', 'utf8').match(/var\(--oauth-app-[a-z-]+/g) ?? []
    assert.deepEqual(
      properties.map(({ name }) => `var(${name}`),
      read,
    )
    assert.deepEqual(
      properties.filter(({ description }) => !/^Default: .+/.test(description)),
      [],
    )
  })
})

function typesNear(path: string): string[] {
  return [path.replace(/\.js$/, '.d.ts'), path.replace(/(\.element)?\.js$/, '.events.d.ts')]
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
}
