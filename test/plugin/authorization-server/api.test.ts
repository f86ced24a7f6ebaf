import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import * as oauth from 'oauth4webapi'
import { AuthorizationHost, basic, callback, codeVerifier, type Registered } from '../../support/authorization-host.js'
import { sqliteKind } from '../../support/databases.js'

const origin = 'https://app.example'

describe('The server and the API of a host', () => {
  let host: AuthorizationHost
  let app: Registered
  before(async () => {
    host = await AuthorizationHost.open(sqliteKind, { apps: { fields: { jwks: 'optional' } } })
    app = await host.register({ allowed_origins: [origin] })
  })
  after(() => host.close())

  async function tokenFor(scope: string): Promise<string> {
    const answer = await host.token({ grant_type: 'client_credentials', scope }, basic(app))
    return ((await answer.json()) as { access_token: string }).access_token
  }

  function crossOrigin(path: string, from: string, init: RequestInit = {}): Promise<Response> {
    return fetch(host.issuer + path, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), Origin: from },
    })
  }

  const allowedBy = (response: Response) => response.headers.get('Access-Control-Allow-Origin')

  it('says that a token is needed, and nothing else where none was tried', async () => {
    const answer = await host.api(undefined)
    assert.equal(answer.status, 401)
    assert.equal(answer.headers.get('WWW-Authenticate'), `Bearer realm="${host.issuer}"`)
  })

  it('says that a token is invalid', async () => {
    const answer = await host.api('nobody-issued-this')
    assert.equal(answer.status, 401)
    assert.match(answer.headers.get('WWW-Authenticate') ?? '', /error="invalid_token"/)
  })

  it('says which scopes a token lacks', async () => {
    const answer = await host.api(await tokenFor('files:read'), '/api/rooms')
    assert.equal(answer.status, 403)
    assert.match(answer.headers.get('WWW-Authenticate') ?? '', /error="insufficient_scope".*scope="rooms:read"/)
  })

  it('takes a scope for those that it implies', async () => {
    assert.equal((await host.api(await tokenFor('files:write'))).status, 200)
  })

  it('says that a header is malformed', async () => {
    for (const token of ['', 'two tokens', 'a"b']) assert.equal((await host.api(token)).status, 400, token)
  })

  it('does not take a token from an address, where logs would keep it', async () => {
    assert.equal((await host.api(undefined, `/api/files?access_token=${await tokenFor('files:read')}`)).status, 401)
  })

  it('does not take a refresh token or a code', async () => {
    const answer = await host.authorize(host.authorizeAddress({ client_id: app.client_id }))
    const code = answer.searchParams.get('code') ?? ''
    assert.equal((await host.api(code)).status, 401)
    const body = { grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: codeVerifier }
    const tokens = (await (await host.token(body, basic(app))).json()) as { refresh_token: string }
    assert.equal((await host.api(tokens.refresh_token)).status, 401)
  })

  it('stops knowing a person who is gone', async () => {
    const answer = await host.authorize(host.authorizeAddress({ client_id: app.client_id }), { as: 'bob' })
    const code = answer.searchParams.get('code') ?? ''
    const body = { grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: codeVerifier }
    const { access_token } = (await (await host.token(body, basic(app))).json()) as { access_token: string }
    assert.equal((await host.api(access_token)).status, 200)
    host.people.delete('bob')
    assert.equal((await host.api(access_token)).status, 401)
  })

  it('is found by its metadata, as RFC 8414 and OpenID Connect look for it', async () => {
    const issuer = new URL(host.issuer)
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody uses it beyond a test such as this
    const insecure = { [oauth.allowInsecureRequests]: true }
    for (const algorithm of ['oauth2', 'oidc'] as const) {
      const response = await oauth.discoveryRequest(issuer, { algorithm, ...insecure })
      const metadata = await oauth.processDiscoveryResponse(issuer, response)
      assert.equal(metadata.token_endpoint, `${host.issuer}/token`)
      assert.equal(metadata.introspection_endpoint, `${host.issuer}/introspect`)
      assert.deepEqual(metadata.code_challenge_methods_supported, ['S256'])
      assert.deepEqual(metadata.grant_types_supported, ['authorization_code', 'refresh_token', 'client_credentials'])
      assert.deepEqual(metadata.scopes_supported, ['openid', 'files:read', 'files:write', 'rooms:read'])
      assert.ok(!JSON.stringify(metadata).includes('HS256'))
    }
  })

  it('is where its issuer says, whatever a request says of itself', async () => {
    const headers = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https', Host: 'evil.example' }
    const response = await fetch(`${host.issuer}/.well-known/openid-configuration`, { headers })
    assert.equal(((await response.json()) as { token_endpoint: string }).token_endpoint, `${host.issuer}/token`)
  })

  it('leaves to the host what is not its own', async () => {
    assert.equal((await fetch(`${host.issuer}/nothing`)).status, 404)
    assert.equal((await fetch(`${host.origin}/token`)).status, 404)
    assert.equal((await fetch(`${host.origin}/.well-known/oauth-authorization-server`)).status, 404)
  })

  it('knows a client by its own key, and takes an assertion once', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const jwk = { ...publicKey.export({ format: 'jwk' }), kty: 'EC', kid: 'own' }
    const { client_id } = await host.register({ token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [jwk] } })
    const pem = privateKey.export({ format: 'der', type: 'pkcs8' })
    const key = await crypto.subtle.importKey('pkcs8', pem, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
    const server = { issuer: host.issuer, token_endpoint: `${host.issuer}/token` }
    const bodies: string[] = []
    const response = await oauth.clientCredentialsGrantRequest(
      server,
      { client_id },
      oauth.PrivateKeyJwt({ key, kid: 'own' }),
      { scope: 'files:read' },
      {
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody uses it beyond a test such as this
        [oauth.allowInsecureRequests]: true,
        [oauth.customFetch]: (url, { body, ...init }) => {
          bodies.push(String(body))
          return fetch(url, { ...init, body: body as BodyInit })
        },
      },
    )
    const tokens = await oauth.processClientCredentialsResponse(server, { client_id }, response)
    assert.equal((await host.api(tokens.access_token)).status, 200)
    const again = await host.token(Object.fromEntries(new URLSearchParams(bodies[0])))
    assert.equal(again.status, 401)
  })

  it('is open to pages of the app that asks, and to no others', async () => {
    const init = {
      method: 'POST',
      headers: basic(app),
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    }
    assert.equal(allowedBy(await crossOrigin('/token', origin, init)), origin)
    const other = await host.register({ allowed_origins: ['https://other.example'] })
    const refused = await crossOrigin('/token', 'https://other.example', init)
    assert.deepEqual([refused.status, allowedBy(refused)], [400, null])
    const foreign = await crossOrigin('/token', origin, { ...init, headers: basic(other) })
    assert.deepEqual([foreign.status, allowedBy(foreign)], [400, null])
  })

  it('lets pages of the app that has a token read what the API answers, and no page on an origin that is not listed', async () => {
    const token = await tokenFor('files:read')
    const seenFrom = async (from: string) => {
      const answer = await host.api(token, '/api/files', { Origin: from })
      assert.match(answer.headers.get('Vary') ?? '', /\bOrigin\b/)
      return [answer.status, allowedBy(answer)]
    }
    assert.deepEqual(await seenFrom(origin), [200, origin])
    for (const unlisted of ['https://evil.example', `${origin}.evil.example`, `${origin}:8443`, 'null']) {
      assert.deepEqual(await seenFrom(unlisted), [200, null], unlisted)
    }
  })

  it('lets no page of another app read what the API answers to the token of this one', async () => {
    const theirs = 'https://theirs.example'
    const other = await host.register({ allowed_origins: [theirs] })
    const own = (await (await host.token({ grant_type: 'client_credentials' }, basic(other))).json()) as {
      access_token: string
    }
    assert.equal(allowedBy(await host.api(await tokenFor('files:read'), '/api/files', { Origin: theirs })), null)
    assert.equal(allowedBy(await host.api(own.access_token, '/api/files', { Origin: origin })), null)
    assert.equal(allowedBy(await host.api(own.access_token, '/api/files', { Origin: theirs })), theirs)
  })

  it('answers before a request for an origin of any app, and never for another one', async () => {
    const ask = (from: string) =>
      crossOrigin('/token', from, { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'POST' } })
    const known = await ask(origin)
    assert.deepEqual([known.status, allowedBy(known)], [204, origin])
    for (const stranger of ['https://evil.example', 'null', `${origin}.evil.example`]) {
      const answer = await ask(stranger)
      assert.deepEqual([allowedBy(answer), answer.headers.get('Access-Control-Allow-Methods')], [null, null])
      assert.match(answer.headers.get('Vary') ?? '', /Origin/)
    }
  })

  it('shows its metadata to pages of any app, and a refusal to none that it does not know', async () => {
    assert.equal(allowedBy(await crossOrigin('/jwks', origin)), origin)
    assert.equal(allowedBy(await crossOrigin('/jwks', 'https://evil.example')), null)
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'nobody' })
    const refused = await crossOrigin('/token', 'https://evil.example', { method: 'POST', body })
    assert.equal(allowedBy(refused), null)
    assert.equal(refused.headers.get('Access-Control-Allow-Credentials'), null)
  })

  it('tells the pages of the kit that tokens can be counted', async () => {
    const response = await fetch(`${host.origin}/api/oauth-apps/config`, {
      headers: { Authorization: 'Bearer developer' },
    })
    const config = (await response.json()) as { capabilities: { tokens: boolean } }
    assert.equal(config.capabilities.tokens, true)
    const path = `/api/oauth-apps/apps/${app.client_id}/impact`
    const impact = await fetch(host.origin + path, { headers: { Authorization: 'Bearer developer' } })
    assert.ok(((await impact.json()) as { users: number }).users > 0)
  })
})
