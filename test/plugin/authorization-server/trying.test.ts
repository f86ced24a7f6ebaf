import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { AccessTokenSchema, type AccessToken } from '../../../plugin/contract/access-token.js'
import { ConfigSchema } from '../../../plugin/contract/config.js'
import { EventPageSchema } from '../../../plugin/contract/events.js'
import { AuthorizationHost, basic, type Registered } from '../../support/authorization-host.js'
import { databaseKinds, sqliteKind } from '../../support/databases.js'

for (const kind of databaseKinds) {
  describe(`${kind.name}: a token with which a developer tries an app`, () => {
    let host: AuthorizationHost
    let app: Registered
    before(async () => {
      host = await AuthorizationHost.open(kind, { server: { claims: { openid: ['name'] } } })
      // The developer is a person like any other.
      host.people.set('dev', { id: 'dev', name: 'Dev Eloper', claims: { name: 'Dev Eloper' } })
    })
    beforeEach(async () => {
      app = await host.register()
    })
    after(() => host.close())

    const impact = () => host.tokens.count({ clientId: app.client_id })

    it('opens the API to them, in their name, within the scopes of the app', async () => {
      const before = Date.now()
      const token = await issue(host, app)
      assert.deepEqual(
        [token.token_type, token.expires_in, token.scopes],
        ['Bearer', 600, ['files:read', 'files:write']],
      )
      assert.ok(
        Date.parse(token.expires_at) >= before + 600_000 && Date.parse(token.expires_at) <= Date.now() + 600_000,
      )
      const answer = await (await host.api(token.access_token)).json()
      assert.deepEqual(
        [answer.app, answer.user, answer.scopes],
        [app.client_id, 'Dev Eloper', ['files:read', 'files:write']],
      )
      assert.equal((await host.api(token.access_token, '/api/rooms')).status, 403)
    })

    it('is good for the scopes that were asked for, and for as long', async () => {
      const token = await issue(host, app, { scopes: ['files:read'], expires_in: 60 })
      assert.deepEqual([token.expires_in, token.scopes], [60, ['files:read']])
      const ask = async (method: string) =>
        (
          await fetch(`${host.origin}/api/files`, {
            method,
            headers: { Authorization: `Bearer ${token.access_token}` },
          })
        ).status
      assert.deepEqual([await ask('GET'), await ask('PUT')], [200, 403])
    })

    it('has ended when its time is over', async (test) => {
      const token = await issue(host, app, { expires_in: 60 })
      assert.deepEqual(await impact(), { users: 1, grants: 1, tokens: 1 })
      test.mock.timers.enable({ apis: ['Date'], now: Date.now() + 61_000 })
      assert.equal((await host.api(token.access_token)).status, 401)
      assert.deepEqual(await impact(), { users: 0, grants: 0, tokens: 0 })
    })

    it('counts among those that an action reaches, and is listed', async () => {
      await Promise.all([issue(host, app), issue(host, app, { scopes: ['files:read'] })])
      const { body } = await call(host, 'GET', `/apps/${app.client_id}/grants`)
      assert.deepEqual(body['counts'], { users: 1, grants: 2, tokens: 2 })
      assert.deepEqual(await call(host, 'GET', `/apps/${app.client_id}/impact`), {
        status: 200,
        body: { users: 1, grants: 2, tokens: 2 },
      })
      const own = (await call(host, 'GET', '/grants')).body['items'] as { app: { client_id: string } }[]
      assert.equal(own.filter((grant) => grant.app.client_id === app.client_id).length, 2)
    })

    it('sleeps while the app is disabled, and ends when its tokens are revoked or it is deleted', async () => {
      const { access_token } = await issue(host, app)
      const status = async () => (await host.api(access_token)).status
      await call(host, 'POST', `/apps/${app.client_id}/disable`)
      assert.equal(await status(), 401)
      await call(host, 'POST', `/apps/${app.client_id}/enable`)
      assert.equal(await status(), 200)
      const { body } = await call(host, 'POST', `/apps/${app.client_id}/revoke-tokens`)
      assert.deepEqual(body['effect'], { users: 1, grants: 1, tokens: 1 })
      assert.equal(await status(), 401)
      const other = await issue(host, app)
      await call(host, 'DELETE', `/apps/${app.client_id}`)
      assert.equal((await host.api(other.access_token)).status, 401)
    })

    it('ends when its developer takes back what they allowed', async () => {
      const { access_token } = await issue(host, app)
      await call(host, 'DELETE', '/grants')
      assert.equal((await host.api(access_token)).status, 401)
    })

    it('loses what its app loses', async () => {
      const { access_token } = await issue(host, app)
      const narrowed = await fetch(`${host.origin}/api/oauth-apps/apps/${app.client_id}`, {
        method: 'PATCH',
        headers: { ...developer, 'If-Match': '*', 'Content-Type': 'application/json' },
        body: JSON.stringify({ scopes: ['rooms:read'] }),
      })
      assert.equal(narrowed.status, 200)
      assert.equal((await host.api(access_token)).status, 403)
    })

    it('is no consent: who signs in through the app is asked as if there were none', async () => {
      await issue(host, app)
      const browser = host.browser()
      const { url } = await browser.visit(host.authorizeAddress({ client_id: app.client_id, scope: 'files:write' }))
      const asked = (await (await browser.fetch(url.href, { headers: { 'X-User': 'dev' } })).json()) as {
        scopes: { granted: boolean }[]
      }
      assert.deepEqual(
        asked.scopes.map(({ granted }) => granted),
        [false, false],
      )
    })

    it('leaves a consent that there is as it is', async () => {
      await host.authorize(host.authorizeAddress({ client_id: app.client_id }), { as: 'dev' })
      await issue(host, app)
      const { items } = await host.tokens.list({ clientId: app.client_id, userId: 'dev' }, { limit: 10 })
      assert.deepEqual(items.map(({ scopes }) => scopes.length).sort(), [1, 2])
    })

    it('is told to its app by introspection', async () => {
      const { access_token } = await issue(host, app)
      const told = await fetch(`${host.issuer}/introspect`, {
        method: 'POST',
        headers: basic(app),
        body: new URLSearchParams({ token: access_token }),
      })
      const { active, sub, scope } = (await told.json()) as Record<string, unknown>
      assert.deepEqual([active, sub, scope], [true, 'dev', 'files:read files:write'])
    })

    it('is in the audit log with what it was good for, and its value nowhere', async () => {
      const token = await issue(host, app, { scopes: ['files:read'], expires_in: 120 })
      const { items } = EventPageSchema.parse((await call(host, 'GET', `/apps/${app.client_id}/events`)).body)
      const [line] = items
      assert.deepEqual([line?.action, line?.actor.id], ['app.token_issued', 'dev'])
      assert.deepEqual(line?.changes['scopes'], { before: null, after: ['files:read'] })
      assert.deepEqual(line.changes['expires_at'], { before: null, after: token.expires_at })
      const tables = ['artifacts', 'grants', 'events', 'apps'].map((table) => host.knex(`oauth_app_kit_${table}`))
      const kept = JSON.stringify([await Promise.all(tables), host.log, items])
      assert.ok(kept.includes(app.client_id) && host.log.some((entry) => entry.startsWith('app.token_issued')))
      assert.ok(!kept.includes(token.access_token))
    })
  })
}

describe('Whoever tries an app', () => {
  it('is told where its authorization server is, and by which name', async () => {
    const host = await AuthorizationHost.open(sqliteKind, { server: { serviceName: 'Paperwork' } })
    const config = ConfigSchema.parse((await call(host, 'GET', '/config')).body)
    assert.equal(config.capabilities.access_tokens, true)
    assert.deepEqual(config.authorization_server, {
      issuer: host.issuer,
      authorization_endpoint: `${host.issuer}/authorize`,
      token_endpoint: `${host.issuer}/token`,
      service_name: 'Paperwork',
    })
    const metadata = (await (await fetch(`${host.issuer}/.well-known/openid-configuration`)).json()) as object
    assert.deepEqual(
      { ...metadata, ...config.authorization_server, service_name: undefined },
      { ...metadata, service_name: undefined },
    )
    await host.close()
  })

  it('gets no token that lives longer than any of the host', async () => {
    const host = await AuthorizationHost.open(sqliteKind, { server: { lifetimes: { accessToken: 120 } } })
    host.people.set('dev', { id: 'dev', name: 'Dev Eloper', claims: { name: 'Dev Eloper' } })
    assert.equal((await issue(host, await host.register())).expires_in, 120)
    await host.close()
  })

  it('gets none where the authorization server does not know them', async () => {
    const host = await AuthorizationHost.open(sqliteKind)
    const { client_id } = await host.register()
    const { status, body } = await call(host, 'POST', `/apps/${client_id}/access-token`)
    assert.deepEqual([status, body['code']], [403, 'forbidden'])
    assert.deepEqual(await host.tokens.count({ clientId: client_id }), { users: 0, grants: 0, tokens: 0 })
    await host.close()
  })
})

const developer = { Authorization: 'Bearer developer' }

async function call(host: AuthorizationHost, method: string, path: string, body?: object) {
  const response = await fetch(`${host.origin}/api/oauth-apps${path}`, {
    method,
    headers: { ...developer, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> }
}

async function issue(host: AuthorizationHost, app: Registered, asked?: object): Promise<AccessToken> {
  const { status, body } = await call(host, 'POST', `/apps/${app.client_id}/access-token`, asked)
  assert.equal(status, 201, JSON.stringify(body))
  return AccessTokenSchema.parse(body)
}
