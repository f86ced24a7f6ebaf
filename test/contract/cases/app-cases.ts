import type { AppDraft } from '../../../plugin/contract/app-draft.js'
import type { AppRules } from '../../../plugin/contract/app-rules.js'
import { authMethods } from '../../../plugin/contract/app-values.js'
import { checkApp } from '../../../plugin/contract/check-app.js'
import type { CurrentApp } from '../../../plugin/contract/field-presence.js'
import { defaultFieldPolicy, type FieldName, type FieldRule } from '../../../plugin/contract/fields.js'
import { defaultGrantTypes, effectiveGrantTypes } from '../../../plugin/contract/grant-types.js'
import { defaultLimits } from '../../../plugin/contract/limits.js'
import { normalizeDraft } from '../../../plugin/contract/normalize-draft.js'
import { expectSame, type Case } from './case.js'

function rulesWith(fields: Partial<Record<FieldName, Partial<FieldRule>>> = {}, clientCredentials = true): AppRules {
  const changed = Object.entries(defaultFieldPolicy).map(([name, rule]) => {
    const change = Object.entries(fields).find(([field]) => field === name)?.[1]
    return [name, { ...rule, ...change }]
  })
  return {
    fields: { ...defaultFieldPolicy, ...Object.fromEntries(changed) },
    limits: defaultLimits,
    uris: { schemes: [], insecure_origins: false },
    grants: { client_credentials: clientCredentials },
    token_endpoint_auth_methods_supported: authMethods,
    scopes: [{ name: 'read' }, { name: 'write', implies: ['read'] }],
  }
}

const everything: AppRules = rulesWith({
  grant_types: { presence: 'optional' },
  jwks: { presence: 'optional' },
  contacts: { presence: 'optional' },
})

const current: CurrentApp = {
  client_name: 'Portal',
  description: '',
  client_uri: null,
  policy_uri: null,
  tos_uri: null,
  application_type: 'web',
  token_endpoint_auth_method: 'client_secret_basic',
  redirect_uris: ['https://localhost/cb'],
  allowed_origins: [],
  scopes: ['read'],
  grant_types: ['authorization_code', 'refresh_token'],
  jwks: null,
  contacts: [],
  organization_id: null,
  status: 'active',
  icon: null,
}

const publicKey = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }

interface Expectation {
  readonly title: string
  readonly draft: AppDraft
  readonly rules?: AppRules
  readonly current?: CurrentApp
  readonly faulty?: readonly string[]
  /** `pointer code`, one for each fault. */
  readonly faults: readonly string[]
}

const expectations: readonly Expectation[] = [
  { title: 'a name alone makes an app', draft: { client_name: 'A' }, faults: [] },
  {
    title: 'every fault of every member is found at once',
    draft: {
      description: 'a\0',
      redirect_uris: ['https://a.example', 'http://a.example', 'https://a.example'],
      allowed_origins: ['null'],
      scopes: ['read', 'admin'],
      client_uri: 'ftp://a.example',
      contacts: ['me', 'me@a.example'],
    },
    rules: everything,
    faults: [
      '/client_name text_required',
      '/client_uri url_scheme',
      '/description text_control',
      '/redirect_uris/1 uri_insecure',
      '/redirect_uris/2 uri_duplicate',
      '/allowed_origins/0 origin_null',
      '/scopes/1 scope_unknown',
      '/contacts/0 contact_malformed',
    ],
  },
  {
    title: 'a method that the host does not take is refused',
    draft: { client_name: 'A', token_endpoint_auth_method: 'client_secret_post' },
    rules: { ...everything, token_endpoint_auth_methods_supported: ['none', 'private_key_jwt'] },
    faults: ['/token_endpoint_auth_method not_allowed'],
  },
  {
    title: 'an app may keep a method that the host takes no more',
    draft: { token_endpoint_auth_method: 'client_secret_basic' },
    rules: { ...everything, token_endpoint_auth_methods_supported: ['none'] },
    current,
    faults: [],
  },
  {
    title: 'an app that names no method is public where the host takes no secrets',
    draft: { client_name: 'A', grant_types: ['client_credentials'] },
    rules: { ...everything, token_endpoint_auth_methods_supported: ['none', 'private_key_jwt'] },
    faults: ['/grant_types/0 grant_needs_secret'],
  },
  {
    title: 'an app that names no method needs a key where the host takes nothing else',
    draft: { client_name: 'A' },
    rules: { ...everything, token_endpoint_auth_methods_supported: ['private_key_jwt'] },
    faults: ['/jwks jwks_required'],
  },
  {
    title: 'required members must be given',
    draft: { client_name: ' ', scopes: [], client_uri: '', redirect_uris: [] },
    rules: rulesWith({
      icon: { presence: 'required' },
      description: { presence: 'required' },
      scopes: { presence: 'required' },
      client_uri: { presence: 'required' },
      redirect_uris: { presence: 'required' },
    }),
    faults: [
      '/client_name text_required',
      '/client_uri required',
      '/icon required',
      '/description text_required',
      '/redirect_uris required',
      '/scopes scope_required',
    ],
  },
  {
    title: 'hidden members are refused by name and judged no further',
    draft: { client_name: 'A', contacts: ['nonsense'], status: 'active' },
    faults: ['/contacts hidden_member', '/status hidden_member'],
  },
  {
    title: 'members already at fault are not judged again, nor missed',
    draft: { redirect_uris: ['com.example.app:/cb'] },
    faulty: ['client_name', 'application_type'],
    faults: [],
  },
  { title: 'nothing is missed in a body that is no object', draft: {}, faulty: [''], faults: [] },
  {
    title: 'of an edit only the given members are judged',
    draft: { description: 'New' },
    rules: rulesWith({ icon: { presence: 'required' }, tos_uri: { presence: 'required' } }),
    current,
    faults: [],
  },
  {
    title: 'what is required cannot be emptied by an edit',
    draft: { client_name: '', tos_uri: null, icon: null },
    rules: rulesWith({ icon: { presence: 'required' }, tos_uri: { presence: 'required' } }),
    current,
    faults: ['/client_name text_required', '/icon required', '/tos_uri required'],
  },
  {
    title: 'a locked member may be given again as it is',
    draft: { scopes: ['read'], organization_id: null },
    rules: rulesWith({ scopes: { locked: true } }),
    current,
    faults: [],
  },
  {
    title: 'a locked member cannot be changed',
    draft: { scopes: ['write'], organization_id: 'acme', icon: {} },
    rules: rulesWith({ scopes: { locked: true }, icon: { locked: true } }),
    current,
    faults: ['/icon locked_member', '/scopes locked_member', '/organization_id locked_member'],
  },
  {
    title: 'a locked member is free while the app is created',
    draft: { client_name: 'A', organization_id: 'acme' },
    faults: [],
  },
  {
    title: 'another application type judges the redirect URIs that the app has',
    draft: { application_type: 'native' },
    current,
    faults: ['/redirect_uris/0 uri_loopback_https'],
  },
  {
    title: 'a client that signs with its own key needs to give the key',
    draft: { client_name: 'A', token_endpoint_auth_method: 'private_key_jwt' },
    rules: everything,
    faults: ['/jwks jwks_required'],
  },
  {
    title: 'the key of a client that signs with it cannot be taken away',
    draft: { jwks: null },
    rules: everything,
    current: { ...current, token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [publicKey] } },
    faults: ['/jwks jwks_required'],
  },
  {
    title: 'a method that needs keys is not allowed where keys are hidden',
    draft: { client_name: 'A', token_endpoint_auth_method: 'private_key_jwt' },
    faults: ['/token_endpoint_auth_method not_allowed'],
  },
  {
    title: 'keys must be public and whole',
    draft: {
      client_name: 'A',
      jwks: { keys: [publicKey, { ...publicKey, d: 'd' }, { kty: 'oct', k: 'k' }, { kty: 'RSA', n: 'n' }] },
    },
    rules: everything,
    faults: ['/jwks/keys/1 jwks_malformed', '/jwks/keys/2 jwks_malformed', '/jwks/keys/3 jwks_malformed'],
  },
  {
    title: 'a set of no keys is none',
    draft: { client_name: 'A', jwks: { keys: [] } },
    rules: everything,
    faults: ['/jwks jwks_malformed'],
  },
  {
    title: 'grants that the app could never use are refused',
    draft: {
      client_name: 'A',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'client_credentials'],
    },
    rules: everything,
    faults: ['/grant_types/0 grant_needs_redirect', '/grant_types/1 grant_needs_secret'],
  },
  {
    title: 'a grant that the host does not allow is refused',
    draft: { client_name: 'A', grant_types: ['client_credentials'] },
    rules: rulesWith({ grant_types: { presence: 'optional' } }, false),
    faults: ['/grant_types/0 not_allowed'],
  },
  {
    title: 'grants say nothing while the redirect URIs cannot be read',
    draft: { client_name: 'A', grant_types: ['authorization_code'] },
    rules: everything,
    faulty: ['redirect_uris'],
    faults: [],
  },
]

export const appCases: readonly Case[] = [
  ...expectations.map(({ title, draft, rules = rulesWith(), current: app, faulty = [], faults }): Case => {
    return {
      title,
      check() {
        const found = checkApp(draft, rules, { current: app, faulty: new Set(faulty) })
        expectSame(
          found.map(({ pointer, code }) => `${pointer} ${code}`),
          faults,
        )
      },
    }
  }),
  {
    title: 'grants follow from redirect URIs and confidentiality when none are named',
    check() {
      const web = { redirect_uris: ['https://a.example'], token_endpoint_auth_method: 'client_secret_basic' } as const
      const all = ['authorization_code', 'refresh_token', 'client_credentials']
      expectSame(defaultGrantTypes(web, everything), all)
      expectSame(defaultGrantTypes(web, rulesWith({}, false)), all.slice(0, 2))
      expectSame(defaultGrantTypes({ ...web, token_endpoint_auth_method: 'none' }, everything), all.slice(0, 2))
      expectSame(defaultGrantTypes({ ...web, redirect_uris: [] }, everything), all.slice(2))
    },
  },
  {
    title: 'grants given by hand stay by an edit, less what the app can no longer use',
    check() {
      const bare = { ...current, redirect_uris: [] }
      expectSame(effectiveGrantTypes(undefined, current, everything, current), current.grant_types)
      expectSame(effectiveGrantTypes(undefined, bare, everything, current), [])
      expectSame(effectiveGrantTypes(undefined, bare, rulesWith(), current), ['client_credentials'])
      expectSame(effectiveGrantTypes(['refresh_token'], bare, everything, current), ['refresh_token'])
    },
  },
  {
    title: 'a draft is stored in one form, and its URIs byte for byte',
    check() {
      const draft: AppDraft = {
        client_name: ' Cafe\u0301 ',
        description: null,
        client_uri: '',
        tos_uri: 'https://A.example/ ',
        redirect_uris: [' HTTPS://a.example '],
        scopes: ['read', 'read'],
        contacts: [' me@a.example '],
        organization_id: '',
      }
      const { client_name, description, client_uri, tos_uri, redirect_uris, scopes, contacts, ...rest } =
        normalizeDraft(draft, defaultLimits)
      expectSame([client_name, description, client_uri, tos_uri], ['Café', '', null, 'https://A.example/ '])
      expectSame([redirect_uris, scopes, contacts], [[' HTTPS://a.example '], ['read'], ['me@a.example']])
      expectSame(rest, { organization_id: null })
    },
  },
]
