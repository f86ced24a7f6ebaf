import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, sign, type JsonWebKey } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { parser } from '@lezer/python'
import type { SnippetSource } from '../../components/oauth-app-details/try-it/snippets/snippet-source.js'
import {
  snippetNames,
  snippets,
  type SnippetName,
} from '../../components/oauth-app-details/try-it/snippets/snippets.js'
import type { AuthMethod } from '../../plugin/contract/app-values.js'
import { AuthorizationHost } from '../support/authorization-host.js'
import { databaseKinds } from '../support/databases.js'
import type { Members } from '../support/open-registry.js'
import { runSnippet, tokenIn } from '../support/run-snippet.js'

/** A mark that shells, JavaScript and Python take for their own, in an address that RFC 3986 allows. */
const redirectUri = `https://app.example/it's/$HOME/callback`
const hasPython = spawnSync('python3', ['--version']).status === 0

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const publicJwk = { ...publicKey.export({ format: 'jwk' }), kty: 'EC', kid: 'own' }
const privateJwk: JsonWebKey = { ...privateKey.export({ format: 'jwk' }), kid: 'own' }

const [sqlite] = databaseKinds

describe('An example of the page, run as it is', () => {
  let host: AuthorizationHost
  before(async () => {
    assert.ok(sqlite)
    host = await AuthorizationHost.open(sqlite, { apps: { fields: { jwks: 'optional' } } })
  })
  after(() => host.close())

  async function register(method: AuthMethod, members: Members = {}) {
    const jwks = method === 'private_key_jwt' && { jwks: { keys: [publicJwk] } }
    const { client_id, client_secret } = await host.register({
      token_endpoint_auth_method: method,
      redirect_uris: [redirectUri],
      ...jwks,
      ...members,
    })
    const app = await host.apps.registry.findClient(client_id)
    assert.ok(app && host.tokens.server)
    const source: SnippetSource = { app, server: host.tokens.server }
    const environment = (): Record<string, string> => ({
      CLIENT_SECRET: client_secret,
      CLIENT_ASSERTION: assertionOf(client_id, host.issuer),
      PRIVATE_JWK: JSON.stringify(privateJwk),
    })
    return { source, environment, client_secret }
  }

  /** What the page says is to be set, and nothing else. */
  function only(names: readonly string[], values: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(names.map((name) => [name, values[name] ?? assert.fail(`Nobody has ${name}`)]))
  }

  async function run(name: SnippetName, { source, environment }: Awaited<ReturnType<typeof register>>) {
    const { code, variables } = snippets[name]
    const signIn = async (address: string): Promise<string> => (await host.authorize(address)).href
    const values = { ...environment(), ...(name === 'curl' && (await codeFor(source))) }
    return runSnippet(name, code(source), only(variables(source), values), signIn)
  }

  /** As by the link of the page: RFC 7636, appendix B. */
  async function codeFor({ app }: SnippetSource): Promise<Record<string, string>> {
    if (app.redirect_uris.length === 0) return {}
    const parameters = { client_id: app.client_id, redirect_uri: redirectUri, scope: 'files:write' }
    const answer = await host.authorize(host.authorizeAddress(parameters))
    const CODE_VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
    return { CODE: answer.searchParams.get('code') ?? '', CODE_VERIFIER }
  }

  const runnable = snippetNames.filter((name) => name !== 'Python' || hasPython)
  for (const name of runnable) {
    for (const method of ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'] as const) {
      it(`gets a token of somebody who signs in: ${name}, ${method}`, async () => {
        const app = await register(method)
        const token = tokenIn(await run(name, app))
        const { user, scopes } = (await (await host.api(token)).json()) as { user: string; scopes: string[] }
        assert.deepEqual([user, scopes], ['Ada Lovelace', ['files:read', 'files:write']])
      })
    }

    for (const method of ['client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const) {
      it(`gets a token of the app itself, which sends nobody anywhere: ${name}, ${method}`, async () => {
        const app = await register(method, { redirect_uris: [] })
        const answer = await host.api(tokenIn(await run(name, app)))
        assert.deepEqual([answer.status, ((await answer.json()) as { user: unknown }).user], [200, null])
      })
    }
  }

  it('asks for no scopes of an app that has none', async () => {
    for (const name of runnable) {
      const app = await register('client_secret_basic', { scopes: [] })
      assert.doesNotMatch(snippets[name].code(app.source), /scope/)
    }
  })

  // Where there is no Python to run them with, they are at least read as Python's grammar has it; CI has one.
  it('is Python without a mistake in its grammar, of every kind of app', async () => {
    for (const method of ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'] as const) {
      for (const redirect_uris of method === 'none' ? [[redirectUri]] : [[redirectUri], []]) {
        const { source } = await register(method, { redirect_uris })
        const faults: string[] = []
        const code = snippets.Python.code(source)
        parser.parse(code).iterate({
          enter: ({ type, from, to }) => {
            if (type.isError) faults.push(`${from}: ${code.slice(from, to + 20)}`)
          },
        })
        assert.deepEqual(faults, [], code)
      }
    }
  })

  it('holds no secret', async () => {
    const app = await register('client_secret_post')
    assert.ok(app.client_secret.length > 20)
    for (const name of snippetNames) assert.ok(!snippets[name].code(app.source).includes(app.client_secret))
  })
})

/** RFC 7523 §3. */
function assertionOf(clientId: string, issuer: string): string {
  const now = Math.floor(Date.now() / 1000)
  const claims = { iss: clientId, sub: clientId, aud: issuer, jti: crypto.randomUUID(), iat: now, exp: now + 60 }
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const body = `${encode({ alg: 'ES256', kid: 'own' })}.${encode(claims)}`
  return `${body}.${sign('sha256', Buffer.from(body), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}
