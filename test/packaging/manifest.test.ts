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

function typesNear(path: string): string[] {
  return [path.replace(/\.js$/, '.d.ts'), path.replace(/(\.element)?\.js$/, '.events.d.ts')]
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
}
