import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { PackedPackage } from '../support/packed-package.js'

const compiler = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')

const frontEnd = `
import 'oauth-app-kit/define'
import { OauthApps, ScopePicker } from 'oauth-app-kit'
import { OauthAppForm } from 'oauth-app-kit/oauth-app-form'
import { checkRedirectUri, type Fault } from 'oauth-app-kit/contract'
import { en } from 'oauth-app-kit/locales/en'

const page: OauthApps = document.createElement('oauth-apps')
page.api = '/api/oauth-apps'
page.addEventListener('oauth-apps-view-change', ({ detail }) => detail.view satisfies string)
export const picker: ScopePicker | null = document.querySelector('scope-picker')
export const form = new OauthAppForm()
export const faults: Fault[] = checkRedirectUri('https://app.example/cb', { applicationType: 'web' })
export const save: string = en.common.save

// @ts-expect-error -- an address is a string
page.api = 5
`

const reactComponents = `
import { createRef } from 'react'
import type { OauthApps as OauthAppsElement } from 'oauth-app-kit'
import { OauthApps, ScopePicker } from 'oauth-app-kit/react'

const ref = createRef<OauthAppsElement>()
export const page = (
  <OauthApps
    ref={ref}
    api="/api/oauth-apps"
    formIn="dialog"
    className="apps"
    onOauthAppCreated={({ detail }) => detail.app.client_id satisfies string}
    onOauthAppDelete={(event) => event.preventDefault()}
  />
)
export const picker = <ScopePicker value={['files:read']} onChange={(event) => event satisfies Event} />

// @ts-expect-error -- an address is a string
export const wrong = <OauthApps api={5} />
// @ts-expect-error -- it is not for a page to set whether the form is dirty
export const readOnly = <OauthApps dirty />
// @ts-expect-error -- nothing fires that
export const unheard = <OauthApps onOauthAppExploded={() => {}} />
`

const reactTags = `
import type {} from 'oauth-app-kit/jsx'

export const page = (
  <oauth-apps
    api="/api/oauth-apps"
    form-in="dialog"
    list-state='{"status":"active"}'
    onoauth-app-created={({ detail }) => detail.app.client_id satisfies string}
  />
)
// @ts-expect-error -- a form is in a page or in a dialog
export const wrong = <oauth-apps form-in="pocket" />
// @ts-expect-error -- there is no such tag
export const unknown = <oauth-apple />
`

/** What a template is checked against: the compiler of templates makes the like of it. */
const vueTemplate = `
import type { GlobalComponents } from 'vue'
import type {} from 'oauth-app-kit/vue'

declare const page: InstanceType<GlobalComponents['oauth-apps']>
export const properties: (typeof page)['$props'] = { api: '/api/oauth-apps', formIn: 'dialog', class: 'apps' }
page.$emit('oauth-apps-view-change', new CustomEvent('', { detail: { view: 'create' } }))

// @ts-expect-error -- an address is a string
export const wrong: (typeof page)['$props'] = { api: 5 }
// @ts-expect-error -- nothing fires that
page.$emit('oauth-app-exploded', new Event(''))
`

const backEnd = `
import express from 'express'
import knex from 'knex'
import { createOAuthApps, ownApps } from 'oauth-app-kit/express'

const apps = createOAuthApps({
  knex: knex({ client: 'better-sqlite3', connection: { filename: ':memory:' } }),
  authenticate: () => null,
  findPrincipal: () => null,
  policy: ownApps(),
})
await apps.migrate()
express().use('/api/oauth-apps', apps.router)
export const allowed: boolean = await apps.registry.isOriginAllowed('https://app.example')
await apps.close()

// @ts-expect-error -- nobody can sign in
createOAuthApps({})
`

describe('A host in TypeScript', () => {
  let packed: PackedPackage
  before(() => {
    packed = new PackedPackage()
    packed.write('front-end.ts', frontEnd)
    packed.write('react-components.tsx', reactComponents)
    packed.write('react-tags.tsx', reactTags)
    packed.write('vue-template.ts', vueTemplate)
    packed.write('back-end.ts', backEnd)
  })
  after(() => packed.remove())

  /** Compiles one file of the host as strictly as can be, and answers what the compiler says. */
  function compile(file: string, options: object): string {
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      target: 'es2022',
      noEmit: true,
      skipLibCheck: true,
      ...options,
    }
    const project = packed.write(`tsconfig.${file}.json`, JSON.stringify({ compilerOptions, files: [file] }))
    const { stdout } = spawnSync(process.execPath, [compiler, '-p', project], { encoding: 'utf8' })
    return stdout
  }

  const inBundler = {
    module: 'preserve',
    moduleResolution: 'bundler',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: [],
    jsx: 'react-jsx',
  }

  it('gets the types of elements, events, languages and rules in a bundler', () => {
    assert.equal(compile('front-end.ts', inBundler), '')
  })

  it('gets React components whose properties and events are typed', () => {
    assert.equal(compile('react-components.tsx', inBundler), '')
  })

  it('gets the tags in the JSX of React', () => {
    assert.equal(compile('react-tags.tsx', inBundler), '')
  })

  it('gets the tags in the templates of Vue', () => {
    assert.equal(compile('vue-template.ts', inBundler), '')
  })

  it('gets the types of elements, events, languages and rules in Node’s way of resolving', () => {
    const options = { module: 'nodenext', lib: ['es2023', 'dom', 'dom.iterable'], types: [] }
    assert.equal(compile('front-end.ts', options), '')
  })

  it('gets the types of the plugin without those of a browser', () => {
    assert.equal(compile('back-end.ts', { module: 'nodenext', lib: ['es2023'], types: ['node'] }), '')
  })
})
