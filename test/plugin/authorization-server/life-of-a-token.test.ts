import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import * as openid from 'openid-client'
import { AuthorizationHost, basic, callback, developer, type Registered } from '../../support/authorization-host.js'
import { databaseKinds } from '../../support/databases.js'

for (const kind of databaseKinds) {
  describe(`${kind.name}: an app and its tokens`, () => {
    let host: AuthorizationHost
    let app: Registered
    before(async () => {
      host = await AuthorizationHost.open(kind, { server: { claims: { openid: ['name'] } } })
      app = await host.register()
    })
    after(() => host.close())

    function client(secret = app.client_secret): Promise<openid.Configuration> {
      return openid.discovery(new URL(host.issuer), app.client_id, undefined, openid.ClientSecretBasic(secret), {
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody uses it beyond a test such as this
        execute: [openid.allowInsecureRequests],
      })
    }

    async function signIn(scope = 'openid files:write') {
      const config = await client()
      const pkceCodeVerifier = openid.randomPKCECodeVerifier()
      const state = openid.randomState()
      const address = openid.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope,
        state,
        code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: 'S256',
      })
      const answer = await host.authorize(address)
      return openid.authorizationCodeGrant(config, answer, { pkceCodeVerifier, expectedState: state })
    }

    it('signs a user in, and tells the app who they are', async () => {
      const tokens = await signIn()
      assert.equal(tokens.claims()?.sub, 'ada')
      assert.equal(tokens.scope, 'openid files:read files:write')
      const info = await openid.fetchUserInfo(await client(), tokens.access_token, 'ada')
      assert.equal(info.name, 'Ada Lovelace')
      assert.equal(info.email, undefined)
    })

    it('lets the app use the API for the user, with what its scopes imply', async () => {
      const { access_token } = await signIn('files:write')
      const answer = await (await host.api(access_token)).json()
      assert.deepEqual(
        { app: answer.app, user: answer.user, scopes: answer.scopes },
        { app: app.client_id, user: 'Ada Lovelace', scopes: ['files:read', 'files:write'] },
      )
    })

    it('is told of its own tokens by introspection', async () => {
      const config = await client()
      const { access_token } = await signIn()
      const told = await openid.tokenIntrospection(config, access_token)
      assert.equal(told.active, true)
      assert.equal(told.client_id, app.client_id)
      assert.equal(told.sub, 'ada')
      assert.equal(told.scope, 'openid files:read files:write')
    })

    it('gets new tokens for a refresh token, which is good once', async () => {
      const config = await client()
      const first = await signIn()
      const second = await openid.refreshTokenGrant(config, first.refresh_token ?? '')
      assert.notEqual(second.refresh_token, first.refresh_token)
      assert.equal((await host.api(second.access_token)).status, 200)
      await assert.rejects(openid.refreshTokenGrant(config, first.refresh_token ?? ''), { error: 'invalid_grant' })
      // Whoever has it may be a thief: all that came of the same consent ends.
      assert.equal((await host.api(second.access_token)).status, 401)
      await assert.rejects(openid.refreshTokenGrant(config, second.refresh_token ?? ''), { error: 'invalid_grant' })
    })

    it('acts for itself with its own credentials', async () => {
      const tokens = await openid.clientCredentialsGrant(await client(), { scope: 'files:read' })
      const answer = await (await host.api(tokens.access_token)).json()
      assert.deepEqual([answer.app, answer.user, answer.scopes], [app.client_id, null, ['files:read']])
    })

    it('revokes a token that it no longer needs', async () => {
      const config = await client()
      const { access_token, refresh_token } = await signIn()
      await openid.tokenRevocation(config, refresh_token ?? '')
      assert.equal((await host.api(access_token)).status, 401)
      await assert.rejects(openid.refreshTokenGrant(config, refresh_token ?? ''), { error: 'invalid_grant' })
    })

    it('works with an old secret through its overlap, and not after it', async (test) => {
      const { client_secret: fresh = '' } = await host.apps.registry.addSecret(developer, app.client_id, {
        members: { expire_others_in: 60 },
        faults: [],
      })
      const status = async (client_secret: string) =>
        (await host.token({ grant_type: 'client_credentials' }, basic({ ...app, client_secret }))).status
      assert.deepEqual([await status(app.client_secret), await status(fresh)], [200, 200])
      const now = Date.now()
      test.mock.timers.enable({ apis: ['Date'], now: now + 61_000 })
      // Any change makes a node forget what it knew.
      await host.register()
      assert.deepEqual([await status(app.client_secret), await status(fresh)], [401, 200])
      app = { ...app, client_secret: fresh }
    })

    it('is suspended with its tokens while it is disabled, from the very next request', async () => {
      const { registry } = host.apps
      const tokens = await signIn()
      const config = await client()
      await registry.disableApp(developer, app.client_id)
      assert.equal((await host.api(tokens.access_token)).status, 401)
      await assert.rejects(openid.refreshTokenGrant(config, tokens.refresh_token ?? ''), { status: 401 })
      await assert.rejects(openid.clientCredentialsGrant(config), { status: 401 })
      assert.equal(
        (await host.browser().visit(host.authorizeAddress({ client_id: app.client_id }))).response?.status,
        400,
      )

      const { effect } = await registry.enableApp(developer, app.client_id)
      assert.ok((effect.tokens ?? 0) > 0)
      assert.equal((await host.api(tokens.access_token)).status, 200)
      await openid.refreshTokenGrant(config, tokens.refresh_token ?? '')
    })

    it('loses what its owner revokes, for good', async () => {
      const { access_token } = await signIn()
      const { effect } = await host.apps.registry.revokeTokens(developer, app.client_id)
      assert.deepEqual([effect.users, effect.grants], [1, 1])
      assert.equal((await host.api(access_token)).status, 401)
      assert.deepEqual(await host.apps.registry.getImpact(developer, app.client_id), { users: 0, grants: 0, tokens: 0 })
    })

    it('is gone with its tokens when it is deleted', async () => {
      const { access_token } = await signIn()
      await host.apps.registry.deleteApp(developer, app.client_id)
      assert.equal((await host.api(access_token)).status, 401)
      const answer = await host.token({ grant_type: 'client_credentials' }, basic(app))
      assert.deepEqual([answer.status, (await answer.json()).error], [401, 'invalid_client'])
    })
  })
}
