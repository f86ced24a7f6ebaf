import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { after, before, describe, it, mock } from 'node:test'
import {
  AuthorizationHost,
  basic,
  callback,
  codeVerifier,
  developer,
  type Registered,
} from '../../support/authorization-host.js'
import { sqliteKind } from '../../support/databases.js'

describe('The authorization server refuses', () => {
  let host: AuthorizationHost
  let app: Registered
  /** All that was random while the server was made. */
  const random: Buffer[] = []
  before(async () => {
    const randomBytes = crypto.randomBytes.bind(crypto)
    const spy = mock.method(crypto, 'randomBytes', (size: number) => {
      const bytes = randomBytes(size)
      random.push(bytes)
      return bytes
    })
    syncBuiltinESMExports()
    host = await AuthorizationHost.open(sqliteKind, { apps: { fields: { grant_types: 'optional' } } })
    app = await host.register()
    // What stands in the place of secrets is made when it is first needed.
    assert.equal((await credentials(app.client_secret))[0], 200)
    spy.mock.restore()
    syncBuiltinESMExports()
  })
  after(() => host.close())

  async function credentials(client_secret: string, client_id = app.client_id): Promise<[number, string]> {
    const answer = await host.token({ grant_type: 'client_credentials' }, basic({ client_id, client_secret }))
    return [answer.status, String(((await answer.json()) as { error?: string }).error)]
  }

  async function codeFor(client_id: string, parameters: Record<string, string> = {}): Promise<string> {
    const answer = await host.authorize(host.authorizeAddress({ client_id, ...parameters }))
    return answer.searchParams.get('code') ?? assert.fail(answer.href)
  }

  function exchange(
    code: string,
    parameters: Record<string, string> = {},
    headers: Record<string, string> = basic(app),
  ) {
    return host.token(
      { grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: codeVerifier, ...parameters },
      headers,
    )
  }

  async function errorOf(answer: Response): Promise<[number, string]> {
    return [answer.status, String(((await answer.json()) as { error?: string }).error)]
  }

  /** The answer to an authorization request, where no redirect leads to the app. */
  async function page(parameters: Record<string, string | undefined>): Promise<{ status: number; text: string }> {
    const { url, response } = await host
      .browser()
      .visit(host.authorizeAddress({ client_id: app.client_id, ...parameters }))
    assert.equal(url.origin, host.origin)
    if (!response) throw new Error('There is no page')
    assert.match(response.headers.get('Content-Type') ?? '', /^text\/html/)
    return { status: response.status, text: await response.text() }
  }

  it('a wrong secret', async () => {
    assert.deepEqual(await credentials(app.client_secret.replace(/.$/, (last) => (last === 'x' ? 'y' : 'x'))), [
      401,
      'invalid_client',
    ])
    assert.deepEqual(await credentials((await host.register()).client_secret), [401, 'invalid_client'])
    assert.deepEqual(await credentials(app.client_secret, 'nobody'), [401, 'invalid_client'])
  })

  it('a secret that has expired', async (test) => {
    const { client_secret: brief = '' } = await host.apps.registry.addSecret(developer, app.client_id, {
      members: { expires_at: new Date(Date.now() + 60_000).toISOString() },
      faults: [],
    })
    assert.equal((await credentials(brief))[0], 200)
    test.mock.timers.enable({ apis: ['Date'], now: Date.now() + 61_000 })
    // Any change makes a node forget what it knew.
    await host.register()
    assert.deepEqual(await credentials(brief), [401, 'invalid_client'])
  })

  it('the hash of a secret that is stored', async () => {
    const hashes = await host.knex('oauth_app_kit_secrets').where('client_id', app.client_id).pluck<string[]>('hash')
    assert.ok(hashes.length > 0)
    for (const hash of hashes) assert.deepEqual(await credentials(hash), [401, 'invalid_client'])
  })

  it('what stands in the place of secrets', async () => {
    const placeholders = random.filter(({ length }) => length === 32).map((bytes) => bytes.toString('base64url'))
    assert.ok(placeholders.length > 0)
    for (const placeholder of placeholders) assert.deepEqual(await credentials(placeholder), [401, 'invalid_client'])
  })

  it('an assertion that is signed with a secret', async () => {
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: app.client_id, sub: app.client_id, aud: host.issuer, jti: 'one', exp: now + 60 }
    const unsigned = `${encode({ alg: 'HS256' })}.${encode(claims)}`
    const signature = crypto.createHmac('sha256', app.client_secret).update(unsigned).digest('base64url')
    const answer = await host.token({
      grant_type: 'client_credentials',
      client_id: app.client_id,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: `${unsigned}.${signature}`,
    })
    assert.deepEqual(await errorOf(answer), [401, 'invalid_client'])
  })

  it('a public client that sends a secret', async () => {
    const open = await host.register({ token_endpoint_auth_method: 'none' })
    const headers = basic({ ...open, client_secret: app.client_secret })
    assert.deepEqual(await errorOf(await exchange(await codeFor(open.client_id), {}, headers)), [401, 'invalid_client'])
    assert.equal((await exchange(await codeFor(open.client_id), { client_id: open.client_id }, {})).status, 200)
  })

  it('a confidential client that sends none', async () => {
    const answer = await exchange(await codeFor(app.client_id), { client_id: app.client_id }, {})
    assert.deepEqual(await errorOf(answer), [401, 'invalid_client'])
  })

  it('an authorization request without PKCE, and tells the app so', async () => {
    const bare = { client_id: app.client_id, code_challenge: undefined, code_challenge_method: undefined }
    const answer = await host.authorize(host.authorizeAddress(bare))
    assert.equal(answer.origin, 'https://app.example')
    assert.equal(answer.searchParams.get('error'), 'invalid_request')
  })

  it('PKCE with plain, also where it is not said', async () => {
    for (const code_challenge_method of ['plain', undefined]) {
      const answer = await host.authorize(host.authorizeAddress({ client_id: app.client_id, code_challenge_method }))
      assert.equal(answer.searchParams.get('error'), 'invalid_request')
    }
  })

  it('a code without its verifier, or with another one', async () => {
    const other = codeVerifier.replace('d', 'e')
    for (const code_verifier of ['', other]) {
      const answer = await exchange(await codeFor(app.client_id), { code_verifier })
      assert.deepEqual(await errorOf(answer), [400, 'invalid_grant'])
    }
  })

  it('a code that was used, and ends what it was used for', async () => {
    const code = await codeFor(app.client_id)
    const { access_token } = (await (await exchange(code)).json()) as { access_token: string }
    assert.equal((await host.api(access_token)).status, 200)
    assert.deepEqual(await errorOf(await exchange(code)), [400, 'invalid_grant'])
    assert.equal((await host.api(access_token)).status, 401)
  })

  it('a code of another app', async () => {
    const other = await host.register()
    assert.deepEqual(await errorOf(await exchange(await codeFor(app.client_id), {}, basic(other))), [
      400,
      'invalid_grant',
    ])
  })

  it('a redirect URI that is off by a slash, with a page and no redirect', async () => {
    const { status, text } = await page({ redirect_uri: `${callback}/` })
    assert.equal(status, 400)
    assert.match(text, /an address that it has not registered/)
  })

  it('a redirect URI on another port, unless the app is native and it is the own machine', async () => {
    const uris = { redirect_uris: ['http://localhost:4711/callback'] }
    const [web, native] = [await host.register(uris), await host.register({ ...uris, application_type: 'native' })]
    const asked = { redirect_uri: 'http://localhost:50123/callback' }
    assert.equal((await page({ client_id: web.client_id, ...asked })).status, 400)
    const answer = await host.authorize(host.authorizeAddress({ client_id: native.client_id, ...asked }))
    assert.equal(answer.port, '50123')
    assert.ok(answer.searchParams.has('code'))
  })

  it('a scope beyond those of the app, with a page and no redirect', async () => {
    for (const scope of ['files:read rooms:read', 'everything']) {
      const { status, text } = await page({ scope })
      assert.equal(status, 400)
      assert.match(text, /more than it has been registered for/)
    }
  })

  it('a scope beyond those of the app to the app itself', async () => {
    for (const scope of ['rooms:read', 'everything']) {
      const answer = await host.token({ grant_type: 'client_credentials', scope }, basic(app))
      assert.deepEqual(await errorOf(answer), [400, 'invalid_scope'])
    }
  })

  it('an app to act for itself that was not registered for that', async () => {
    const only = await host.register({ grant_types: ['authorization_code'] })
    const answer = await host.token({ grant_type: 'client_credentials' }, basic(only))
    assert.deepEqual(await errorOf(answer), [400, 'invalid_request'])
  })

  it('an unknown app and a disabled one alike, with a page and no redirect', async () => {
    const off = await host.register()
    await host.apps.registry.disableApp(developer, off.client_id)
    const [disabled, unknown] = [await page({ client_id: off.client_id }), await page({ client_id: 'nobody' })]
    assert.deepEqual(disabled, unknown)
    assert.equal(unknown.status, 400)
    assert.match(unknown.text, /not known here, or has been switched off/)
  })

  it('to put anything of a request into a page, or a script', async () => {
    const attack = '"><script>alert(1)</script>'
    const address = host.authorizeAddress({ client_id: attack, redirect_uri: attack, scope: attack, state: attack })
    const { response } = await host.browser().visit(address)
    assert.doesNotMatch((await response?.text()) ?? '', /<script|alert\(1\)<\//)
    assert.match(response?.headers.get('Content-Security-Policy') ?? '', /^default-src 'none'/)
  })

  it('to tell an app of tokens of another one, or to end them', async () => {
    const other = await host.register()
    const code = await codeFor(app.client_id)
    const { access_token } = (await (await exchange(code)).json()) as { access_token: string }
    const ask = (path: string) =>
      fetch(`${host.issuer}${path}`, {
        method: 'POST',
        headers: basic(other),
        body: new URLSearchParams({ token: access_token }),
      })
    assert.deepEqual(await (await ask('/introspect')).json(), { active: false })
    await ask('/revoke')
    assert.equal((await host.api(access_token)).status, 200)
  })
})
