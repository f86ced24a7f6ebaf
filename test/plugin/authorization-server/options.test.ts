import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import {
  createAuthorizationServer,
  type AuthorizationServerOptions,
} from '../../../plugin/authorization-server/index.js'
import { createOAuthApps, OptionsError, ownApps, type OAuthApps } from '../../../plugin/index.js'
import { cookieKeys, signingKeys } from '../../support/authorization-host.js'

const sound: AuthorizationServerOptions = {
  issuer: 'https://example.com/oauth',
  keys: signingKeys,
  cookieKeys,
  findAccount: () => null,
  interactionUrl: (uid) => `/consent/${uid}`,
}

describe('An authorization server', () => {
  let apps: OAuthApps
  before(() => {
    apps = createOAuthApps({
      knex: { client: 'better-sqlite3', connection: { filename: ':memory:' } },
      authenticate: () => null,
      policy: ownApps(),
      scopes: [{ name: 'files:read' }],
    })
  })
  after(() => apps.close())

  function faultsOf(options: Record<string, unknown>): Record<string, string> {
    try {
      createAuthorizationServer(apps, { ...sound, ...options })
    } catch (error) {
      if (!(error instanceof OptionsError)) throw error
      assert.match(error.message, /^createAuthorizationServer cannot use these options:/)
      return Object.fromEntries(error.faults.map(({ option, message }) => [option, message]))
    }
    return {}
  }

  it('takes what is sound', () => {
    assert.deepEqual(faultsOf({}), {})
    assert.deepEqual(faultsOf({ issuer: 'http://localhost:4000' }), {})
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
    assert.deepEqual(faultsOf({ keys: { keys: [ec] } }), {})
    const ed = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
    assert.deepEqual(faultsOf({ keys: { keys: [ed] } }), {})
  })

  it('names everything that is missing at once', () => {
    const missing = Object.fromEntries(Object.keys(sound).map((name) => [name, undefined]))
    assert.deepEqual(Object.keys(faultsOf(missing)).sort(), Object.keys(sound).sort())
  })

  it('is not set up where codes and cookies would travel in the open', () => {
    for (const issuer of ['http://example.com', 'http://localhost.example.com', 'http://127.0.0.2']) {
      assert.match(faultsOf({ issuer })['issuer'] ?? '', /has to be https/)
    }
  })

  it('has an issuer that apps can compare', () => {
    for (const issuer of [
      'https://example.com/',
      'https://example.com/oauth?a',
      'https://EXAMPLE.com',
      'example.com',
      1,
    ]) {
      assert.ok(faultsOf({ issuer })['issuer'], String(issuer))
    }
  })

  it('does not sign with a key that is weak, public, symmetric, or known to everybody', () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ format: 'jwk' })
    const { n, e, kty } = signingKeys.keys[0] ?? {}
    const bad = [
      weak,
      { kty, n, e },
      { kty: 'oct', k: 'c2VjcmV0' },
      { ...signingKeys.keys[0], kid: 'CHANGE-ME' },
      {},
      'key',
    ]
    for (const key of bad) assert.ok(faultsOf({ keys: { keys: [key] } })['keys.keys[0]'], JSON.stringify(key))
    assert.ok(faultsOf({ keys: { keys: [] } })['keys'])
    const two = [signingKeys.keys[0], signingKeys.keys[0]]
    assert.match(faultsOf({ keys: { keys: two } })['keys'] ?? '', /kid of its own/)
  })

  it('does not say which key it got', () => {
    const secret = 'only-thirty-one-characters-long'
    const message = JSON.stringify(faultsOf({ cookieKeys: [secret], keys: { keys: [{ kty: 'RSA', d: secret }] } }))
    assert.ok(!message.includes(secret))
  })

  it('does not sign cookies with what is short, repeated or an example', () => {
    for (const key of ['short', 'a'.repeat(40), 'change-me-change-me-change-me-change-me-123456789', undefined]) {
      assert.ok(faultsOf({ cookieKeys: [key] })['cookieKeys[0]'], String(key))
    }
    assert.ok(faultsOf({ cookieKeys: [] })['cookieKeys'])
  })

  it('sends people to a page of the same host, which says who is asked', () => {
    for (const interactionUrl of [() => '/consent', (uid: string) => `https://other.example/${uid}`, () => 1]) {
      assert.match(faultsOf({ interactionUrl })['interactionUrl'] ?? '', /on https:\/\/example\.com with the uid/)
    }
  })

  it('has claims of scopes that there are', () => {
    assert.deepEqual(faultsOf({ claims: { openid: ['name'], 'files:read': ['email'] } }), {})
    assert.match(faultsOf({ claims: { profile: ['name'] } })['claims.profile'] ?? '', /openid, files:read/)
  })

  it('gives apps that introduce themselves scopes that there are', () => {
    assert.deepEqual(faultsOf({ clientIdMetadataDocuments: { scopes: ['files:read'], allow: () => true } }), {})
    const wrong = faultsOf({ clientIdMetadataDocuments: { scopes: ['files:raed'], allow: 'all', fetch } })
    assert.match(wrong['clientIdMetadataDocuments.scopes[0]'] ?? '', /one of openid, files:read/)
    assert.match(wrong['clientIdMetadataDocuments.allow'] ?? '', /has to be a function/)
    assert.match(wrong['clientIdMetadataDocuments.fetch'] ?? '', /is no option/)
    assert.ok(faultsOf({ clientIdMetadataDocuments: true })['clientIdMetadataDocuments'])
  })

  it('does not know options that nobody knows', () => {
    assert.match(faultsOf({ cookieKey: 'x' })['cookieKey'] ?? '', /is no option/)
  })

  it('takes the apps themselves, and no copy of them', () => {
    assert.throws(() => createAuthorizationServer({ ...apps }, sound), /what createOAuthApps\(\) returned/)
  })

  it('guards an API with scopes that there are', () => {
    const server = createAuthorizationServer(apps, sound)
    assert.throws(() => server.requireScopes('files:raed'), /there is no scope files:raed/)
  })
})
