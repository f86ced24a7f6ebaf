import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Interaction } from '../../../plugin/authorization-server/index.js'
import {
  AuthorizationHost,
  basic,
  callback,
  codeVerifier,
  developer,
  type Registered,
} from '../../support/authorization-host.js'
import type { Browser } from '../../support/browser.js'
import { databaseKinds } from '../../support/databases.js'

for (const kind of databaseKinds) {
  describe(`${kind.name}: what a user allows an app`, () => {
    let host: AuthorizationHost
    let app: Registered
    before(async () => {
      host = await AuthorizationHost.open(kind)
    })
    after(() => host.close())

    async function register(): Promise<void> {
      app = await host.register({ scopes: ['files:write', 'rooms:read'], description: 'Reports of files.' })
    }

    /** The consent page, as the host's user sees it. */
    async function ask(scope: string, { as = 'ada', browser = host.browser() } = {}): Promise<Interaction> {
      const { url } = await browser.visit(host.authorizeAddress({ client_id: app.client_id, scope }))
      const response = await browser.fetch(url.href, { headers: { 'X-User': as } })
      return (await response.json()) as Interaction
    }

    async function tokenFor(
      scope: string,
      scopes?: readonly string[],
    ): Promise<{ scope: string; access_token: string }> {
      const address = host.authorizeAddress({ client_id: app.client_id, scope })
      const answer = await host.authorize(address, scopes && { scopes })
      const code = answer.searchParams.get('code') ?? assert.fail(answer.href)
      const body = { grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: codeVerifier }
      return (await (await host.token(body, basic(app))).json()) as { scope: string; access_token: string }
    }

    const granted = ({ scopes }: Interaction) => scopes.filter((scope) => scope.granted).map(({ name }) => name)

    it('is asked with what the app is, what it asks for, and where it will send them', async () => {
      await register()
      const asked = await ask('files:write')
      assert.equal(asked.app.client_name, 'Reports')
      assert.equal(asked.app.description, 'Reports of files.')
      assert.equal(asked.redirect_uri, callback)
      assert.deepEqual(asked.scopes, [
        { name: 'files:read', granted: false },
        { name: 'files:write', granted: false },
      ])
      assert.equal('redirect_uris' in asked.app, false)
    })

    it('means all that the app may have where it names no scope', async () => {
      await register()
      const { scopes } = await ask('')
      assert.deepEqual(
        scopes.map(({ name }) => name),
        ['files:read', 'files:write', 'rooms:read'],
      )
    })

    it('is remembered, so that only what is new has to be asked', async () => {
      await register()
      await tokenFor('files:read')
      assert.deepEqual(granted(await ask('files:read')), ['files:read'])
      assert.deepEqual((await ask('files:read rooms:read')).scopes, [
        { name: 'files:read', granted: true },
        { name: 'rooms:read', granted: false },
      ])
      assert.deepEqual(granted(await ask('files:read', { as: 'bob' })), [])
    })

    it('may be less than was asked, and no token has more', async () => {
      await register()
      const token = await tokenFor('files:read rooms:read', ['rooms:read'])
      assert.equal(token.scope, 'rooms:read')
      assert.equal((await host.api(token.access_token, '/api/rooms')).status, 200)
      assert.equal((await host.api(token.access_token)).status, 403)
      assert.deepEqual(granted(await ask('files:read rooms:read')), ['rooms:read'])
    })

    it('brings what is implied', async () => {
      await register()
      assert.equal((await tokenFor('files:write rooms:read', ['files:write'])).scope, 'files:read files:write')
    })

    it('cannot be more than was asked', async () => {
      await register()
      const address = host.authorizeAddress({ client_id: app.client_id, scope: 'files:read' })
      await assert.rejects(host.authorize(address, { scopes: ['rooms:read'] }), /did not ask for rooms:read/)
    })

    it('can be nothing, and the app is told so', async () => {
      await register()
      for (const answer of [{ deny: true }, { scopes: [] }]) {
        const address = await host.authorize(host.authorizeAddress({ client_id: app.client_id, state: 'kept' }), answer)
        assert.equal(address.href.split('?')[0], callback)
        assert.equal(address.searchParams.get('error'), 'access_denied')
        assert.equal(address.searchParams.get('state'), 'kept')
      }
    })

    it('is asked of whoever is signed in at the host, whoever was before', async () => {
      await register()
      const browser: Browser = host.browser()
      const address = host.authorizeAddress({ client_id: app.client_id })
      await host.authorize(address, { as: 'ada', browser })
      const { url } = await browser.visit(address)
      assert.match(url.pathname, /^\/consent\//)
      const answer = await host.authorize(address, { as: 'bob', browser })
      const code = answer.searchParams.get('code') ?? assert.fail(answer.href)
      const body = { grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: codeVerifier }
      const { access_token } = (await (await host.token(body, basic(app))).json()) as { access_token: string }
      assert.equal(((await (await host.api(access_token)).json()) as { user: string }).user, 'Bob Noyce')
    })

    it('cannot be answered by another browser', async () => {
      await register()
      const { url } = await host.browser().visit(host.authorizeAddress({ client_id: app.client_id }))
      const response = await host.browser().fetch(url.href)
      assert.equal(response.status, 404)
      assert.match(await response.text(), /begun in another browser/)
    })

    it('ends scope by scope, in tokens that were issued before too', async () => {
      await register()
      const { access_token } = await tokenFor('files:write rooms:read')
      const { tokens } = host
      const [grant] = (await tokens.list({ clientId: app.client_id }, { limit: 1 })).items
      await tokens.narrow(grant?.id ?? '', ['files:read'])
      const answer = (await (await host.api(access_token)).json()) as { scopes: string[] }
      assert.deepEqual(answer.scopes, ['files:read'])
      assert.deepEqual(granted(await ask('files:write rooms:read')), ['files:read'])
    })

    it('goes no further than its app does at this moment', async () => {
      await register()
      const { access_token } = await tokenFor('files:read rooms:read')
      const { version } = await host.apps.registry.getApp(developer, app.client_id)
      const less = { members: { scopes: ['files:read'] }, faults: [] }
      await host.apps.registry.updateApp(developer, app.client_id, version, less)
      assert.equal((await host.api(access_token)).status, 200)
      assert.equal((await host.api(access_token, '/api/rooms')).status, 403)
    })
  })
}
