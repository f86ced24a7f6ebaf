import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import makeKnex, { type Knex } from 'knex'
import { createOAuthApps, OptionsError, organizationAdmins, ownApps } from '../../../plugin/index.js'
import type { ScopeCatalogue } from '../../../plugin/contract/scope-catalogue.js'

const sound = {
  knex: { client: 'better-sqlite3', connection: { filename: ':memory:' } },
  authenticate: () => null,
  policy: ownApps(),
}

/** What is wrong with options, by option; nothing where they are accepted. */
async function faultsOf(options: object): Promise<Record<string, string>> {
  try {
    // A host in JavaScript may give anything.
    const apps = createOAuthApps({ ...sound, ...options })
    await apps.close()
    return {}
  } catch (error) {
    assert.ok(error instanceof OptionsError, String(error))
    for (const { option, message } of error.faults) assert.ok(error.message.includes(`${option}: ${message}`))
    return Object.fromEntries(error.faults.map(({ option, message }) => [option, message]))
  }
}

describe('The options of createOAuthApps', () => {
  it('of limits are counts and times, or no limits at all', async () => {
    assert.deepEqual(await faultsOf({ rateLimits: false, quotas: {} }), {})
    const faults = await faultsOf({
      quotas: { appsPerUser: 0, appsPerTeam: 3 },
      rateLimits: { changes: { points: 1.5 }, reads: 600, limiter: 'redis' },
    })
    assert.deepEqual(Object.keys(faults).sort(), [
      'quotas.appsPerTeam',
      'quotas.appsPerUser',
      'rateLimits.changes.points',
      'rateLimits.changes.seconds',
      'rateLimits.limiter',
      'rateLimits.reads',
    ])
    assert.deepEqual(Object.keys(await faultsOf({ rateLimits: 'off' })), ['rateLimits'])
  })

  it('are accepted where they are right', async () => {
    const scopes: ScopeCatalogue = [
      { group: 'files', label: { en: 'Files', 'pt-BR': 'Arquivos' }, scopes: [{ name: 'files:read', access: 'read' }] },
      { name: 'admin:all', implies: ['files:read'], risk: 'dangerous' },
    ]
    const full = {
      tablePrefix: 'docspace_',
      policy: organizationAdmins(),
      findPrincipal: () => null,
      findOwners: () => [],
      findOrganizations: () => [],
      scopes,
      fields: { icon: 'required', tos_uri: 'hidden', client_uri: { presence: 'required', locked: true } },
      quotas: { appsPerUser: 20, appsPerOrganization: 200 },
      rateLimits: {
        changes: { points: 30, seconds: 60 },
        limiter: () => ({ consume: () => Promise.reject(new Error()) }),
      },
      publicUrl: 'https://example.com/api/oauth-apps',
      trustedOrigins: ['https://admin.example.com', 'http://intranet:8080'],
      limits: { client_name_max: 50 },
      uris: { schemes: ['cursor'], insecureOrigins: true, maxLength: 1024 },
      secrets: {
        prefix: 'acme_',
        max: 2,
        pepper: { current: { id: '2', key: 'k'.repeat(32) }, previous: [{ id: '1', key: new Uint8Array(32) }] },
      },
      grants: { clientCredentials: false },
      logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    }
    assert.deepEqual(await faultsOf(full), {})
    const apps = createOAuthApps({ ...sound, ...full } as Parameters<typeof createOAuthApps>[0])
    const { fields, limits, uris, grants } = await apps.registry.config({ id: 'a', name: 'A', organizations: [] })
    assert.deepEqual(fields.client_uri, { presence: 'required', locked: true })
    assert.deepEqual([limits.client_name_max, limits.uri_length_max, limits.secrets_max], [50, 1024, 2])
    assert.deepEqual(uris, { schemes: ['cursor'], insecure_origins: true })
    assert.deepEqual(grants, { client_credentials: false })
    await apps.close()
  })

  it('name people to choose from only where the one who is chosen can be found', async () => {
    const { findOwners = '' } = await faultsOf({ findOwners: () => [] })
    assert.match(findOwners, /without findPrincipal/)
    const { findOwners: kind = '' } = await faultsOf({ findPrincipal: () => null, findOwners: [] })
    assert.match(kind, /function \(organizationId, q\)/)
  })

  it('take an authority over tokens with all of its methods, and say which ones it lacks', async () => {
    const method = () => undefined
    assert.deepEqual(await faultsOf({ tokens: { count: method, list: method, revoke: method, narrow: method } }), {})
    const { tokens } = await faultsOf({ tokens: { count: method, revoke: method } })
    assert.match(tokens ?? '', /count, list, revoke, narrow.*lacks list, narrow$/)
    assert.match((await faultsOf({ tokens: 'keycloak' }))['tokens'] ?? '', /got "keycloak"$/)
    assert.match((await faultsOf({ jobs: 'nightly' }))['jobs'] ?? '', /true or false/)
  })

  it('are all named at once, each with what it got and how to mend it', async () => {
    const faults = await faultsOf({
      knex: { client: 'sqlite3', connection: {} },
      authenticate: 'basic',
      policy: {},
      fields: {
        colour: 'required',
        icon: 'mandatory',
        client_name: 'hidden',
        scopes: { presence: 'required', lock: true },
      },
      publicUrl: '/api',
      trustedOrigins: ['https://admin.example.com/'],
      limits: { client_name_max: 0, name: 3 },
      uris: { schemes: ['com.example'] },
      grants: { clientCredentials: 'yes' },
      webhooks: true,
    })
    assert.deepEqual(Object.keys(faults).sort(), [
      'authenticate',
      'fields.colour',
      'fields.icon',
      'fields.scopes.lock',
      'grants.clientCredentials',
      'knex.client',
      'limits.client_name_max',
      'limits.name',
      'policy',
      'publicUrl',
      'trustedOrigins[0]',
      'uris.schemes[0]',
      'webhooks',
    ])
    assert.match(faults['fields.icon'] ?? '', /'required', 'optional' or 'hidden', got "mandatory"/)
    assert.match(faults['trustedOrigins[0]'] ?? '', /such as https:\/\/admin\.example\.com, got/)
    assert.match(faults['knex.client'] ?? '', /better-sqlite3, pg, mysql2, got "sqlite3"/)
  })

  it('take the methods by which apps prove themselves, and one at least that an app could have', async () => {
    assert.deepEqual(await faultsOf({ authMethods: ['none', 'private_key_jwt'] }), {})
    assert.deepEqual(await faultsOf({ authMethods: ['private_key_jwt'], fields: { jwks: 'required' } }), {})
    const method = { authMethods: ['none', 'tls_client_auth'] }
    assert.match(
      (await faultsOf(method))['authMethods[1]'] ?? '',
      /one of client_secret_basic,.* got "tls_client_auth"/,
    )
    assert.match((await faultsOf({ authMethods: [] }))['authMethods'] ?? '', /one at least/)
    assert.match((await faultsOf({ authMethods: ['private_key_jwt'] }))['authMethods'] ?? '', /jwks: 'required'/)
  })

  it('never repeat a key or a password', async () => {
    const password = 'hunter2-hunter2'
    for (const options of [
      { secrets: { pepper: { current: { id: 'a', key: password } } } },
      { secrets: { pepper: { current: { id: `${password}+/=`, key: 'k'.repeat(32) } } } },
      { secrets: { pepper: { current: password } } },
      { secrets: { pepper: { current: { id: 'a', key: 'k'.repeat(32) }, previous: password } } },
      { secrets: { pepper: { current: { id: 'a', key: 'k'.repeat(32) }, previous: [password] } } },
      { secrets: { pepper: password } },
      { secrets: password },
      { publicUrl: `https://root:${password}@example.com/api/oauth-apps` },
      { trustedOrigins: [`https://root:${password}@example.com`] },
      { knex: { client: 'mysql', connection: `mysql://root:${password}@127.0.0.1/apps` } },
      { knex: `mysql://root:${password}@127.0.0.1/apps` },
    ]) {
      const faults = await faultsOf(options)
      assert.equal(Object.keys(faults).length, 1)
      assert.ok(!JSON.stringify(faults).includes(password))
    }
  })

  it('refuse peppers that could be confused or guessed', async () => {
    const key = 'k'.repeat(32)
    for (const pepper of [
      { current: { id: 'a', key: 'short' } },
      { current: { id: '', key } },
      { current: { id: 'a', key }, previous: [{ id: 'a', key }] },
      { previous: [{ id: 'a', key }] },
    ]) {
      assert.notDeepEqual(await faultsOf({ secrets: { pepper } }), {})
    }
  })

  it('refuse to list a scheme that no app may have all the same', async () => {
    for (const scheme of ['javascript', 'urn', 'web+app', 'https', 'tel']) {
      const faults = await faultsOf({ uris: { schemes: ['cursor', scheme] } })
      assert.match(faults['uris.schemes[1]'] ?? '', new RegExp(`never.*, got "${scheme.replace('+', '.')}"`))
    }
  })

  it('refuse a catalogue that contradicts itself', async () => {
    const group = (name: string, ...scopes: object[]) => ({ group: name, label: name, scopes })
    const wrong: [ScopeCatalogue | object[], RegExp][] = [
      [[{ name: 'a' }, { name: 'a' }], /scope a twice/],
      [[group('g', { name: 'a' }), group('h', { name: 'a' })], /scope a twice/],
      [[group('g', { name: 'a' }), group('g', { name: 'b' })], /group g twice/],
      [[{ name: 'a', implies: ['b'] }], /names b, which is not in the catalogue/],
      [[{ name: 'two words' }], /RFC 6749 §3\.3/],
      [[{ name: 'quote"' }], /RFC 6749 §3\.3/],
      [[{ name: '' }], /RFC 6749 §3\.3/],
      [[{ name: 'a', access: 'read' }], /outside of a group/],
      [[group('g', { name: 'a', access: 'read' }, { name: 'b', access: 'read' })], /two scopes with access read/],
      [[group('g', { name: 'a', access: 'admin' })], /one of read, write/],
      [[{ name: 'a', label: { english: 'A', '': 'B' } }], /no language tag/],
      [[{ name: 'a', risk: 'high' }], /one of safe, normal, dangerous/],
      [[{ name: 'a', scope: 'b' }], /is no option/],
    ]
    for (const [scopes, message] of wrong) assert.match(Object.values(await faultsOf({ scopes })).join('; '), message)
  })

  it('refuse to require scopes where there are none', async () => {
    assert.deepEqual(Object.keys(await faultsOf({ fields: { scopes: 'required' } })), ['fields.scopes'])
  })

  it('leave out the field for scopes where there are none', async () => {
    const apps = createOAuthApps({ ...sound, knex: { client: 'better-sqlite3', connection: { filename: ':memory:' } } })
    const { fields } = await apps.registry.config({ id: 'a', name: 'A', organizations: [] })
    assert.equal(fields.scopes.presence, 'hidden')
    await apps.close()
  })
})

describe('A knex instance of the host’s', () => {
  const connection = { filename: ':memory:' }
  const mysql: Knex.Config = { client: 'mysql2', connection: 'mysql://127.0.0.1/apps' }
  const settings: [string, Knex.Config, RegExp][] = [
    [
      'that waits a minute for a connection',
      { client: 'better-sqlite3', connection },
      /waits 60000 ms.*acquireConnectionTimeout: 4000/,
    ],
    ['that keeps connections', { ...mysql, acquireConnectionTimeout: 4000 }, /keeps 2 connections.*pool\.min: 0/],
    [
      'that blocks itself',
      { client: 'better-sqlite3', connection, acquireConnectionTimeout: 4000, pool: { min: 0, max: 4 } },
      /has 4 connections.*pool\.max: 1/,
    ],
    [
      'that renames columns',
      { ...mysql, acquireConnectionTimeout: 9, pool: { min: 0 }, wrapIdentifier: (name) => name },
      /renames/,
    ],
  ]
  for (const [what, config, message] of settings) {
    it(`${what} is refused with the fix`, async () => {
      const knex = makeKnex({ ...config, useNullAsDefault: true })
      assert.match(Object.values(await faultsOf({ knex })).join(), message)
      await knex.destroy()
    })
  }

  it('that would lose the last commits is refused by migrate, with every setting that is missing', async () => {
    const knex = makeKnex({
      client: 'better-sqlite3',
      connection,
      acquireConnectionTimeout: 4000,
      useNullAsDefault: true,
    })
    const apps = createOAuthApps({ ...sound, knex })
    await knex.raw('PRAGMA synchronous = NORMAL')
    await knex.raw('PRAGMA foreign_keys = OFF')
    await assert.rejects(apps.migrate(), (error) => {
      assert.ok(error instanceof OptionsError)
      assert.match(error.message, /PRAGMA synchronous is 1; set synchronous = FULL in pool\.afterCreate/)
      assert.match(error.message, /foreign_keys is 0; set foreign_keys = ON/)
      return true
    })
    await knex.raw('PRAGMA synchronous = FULL')
    await knex.raw('PRAGMA foreign_keys = ON')
    await apps.migrate()
    await apps.close()
    assert.ok(await knex.schema.hasTable('oauth_app_kit_apps'), 'the host’s own connections stay open')
    await knex.destroy()
  })
})
