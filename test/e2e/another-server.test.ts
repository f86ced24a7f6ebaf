import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import * as openid from 'openid-client'
import { AnotherServer, callback, until } from '../support/another-server.js'
import { databaseKinds } from '../support/databases.js'

const publicClient = { token_endpoint_auth_method: 'none' }

for (const kind of databaseKinds) {
  describe(`${kind.name}: apps of a product whose tokens come from another server`, () => {
    let example: Awaited<ReturnType<typeof AnotherServer.start>>
    before(async () => {
      example = await AnotherServer.start(kind)
    })
    after(() => example.remove())

    it('are clients there as soon as they are registered here, and their tokens are seen here', async () => {
      const clientId = await example.register(publicClient)
      assert.deepEqual(await example.stands(clientId, 'in_step'), {
        state: 'in_step',
        client_id: clientId,
        problem: null,
      })
      const { access_token } = await example.signIn(clientId, 'member')
      assert.equal(await example.works(access_token), true)

      const grants = (await (await example.api(`/oauth-apps/apps/${clientId}/grants`)).json()) as {
        items: { user: object; scopes: string[] }[]
        counts: object
      }
      assert.deepEqual(grants.counts, { users: 1, grants: 1, tokens: 2 })
      assert.deepEqual(grants.items[0]?.user, { id: 'member', name: 'Mia Member' })
      assert.deepEqual(grants.items[0].scopes, ['openid', 'files:read'])
    })

    it('prove themselves there with a key of their own, and never with a secret', async () => {
      const { publicKey, privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
        'sign',
        'verify',
      ])
      const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey)
      const clientId = await example.register({
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: [{ kty, crv, x, y }] },
      })
      await example.stands(clientId, 'in_step')
      const config = await example.clientOf(clientId, openid.PrivateKeyJwt(privateKey))
      const { access_token, scope } = await openid.clientCredentialsGrant(config, { scope: 'files:read' })
      assert.ok(access_token)
      assert.equal(scope, 'files:read')
      assert.equal(example.clientThere(clientId)?.['client_secret'], undefined)
      const refused = await example.api('/oauth-apps/apps', {
        method: 'POST',
        body: { client_name: 'With a secret', token_endpoint_auth_method: 'client_secret_basic' },
      })
      assert.equal(refused.status, 400)
    })

    it('are there what an edit makes of them, and what it takes away is gone there too', async () => {
      const clientId = await example.register({ ...publicClient, client_uri: 'https://app.example' })
      await example.stands(clientId, 'in_step')
      await example.patch(clientId, { client_name: 'Renamed', client_uri: null, scopes: ['files:read'] })
      await example.stands(clientId, 'in_step')
      const { client_name, client_uri, scope, redirect_uris } = example.clientThere(clientId) ?? {}
      assert.deepEqual([client_name, client_uri, scope], ['Renamed', undefined, 'files:read'])
      assert.deepEqual(redirect_uris, [callback])
    })

    it('stop there when they are disabled, with their tokens, and work again with them when they are enabled', async () => {
      const clientId = await example.register(publicClient)
      await example.stands(clientId, 'in_step')
      const { access_token } = await example.signIn(clientId, 'member')
      const { effect } = await example.post(clientId, 'disable')
      assert.deepEqual(effect, { users: 1, grants: 1, tokens: 2 })
      await example.stands(clientId, 'absent')
      assert.equal(example.clientThere(clientId), undefined)
      assert.equal(await example.works(access_token), false)

      await example.post(clientId, 'enable')
      await example.stands(clientId, 'in_step')
      assert.equal(await example.works(access_token), true)
      assert.ok((await example.signIn(clientId, 'member')).access_token)
    })

    it('end there when they are deleted, and come back when they are restored', async () => {
      const clientId = await example.register(publicClient)
      await example.stands(clientId, 'in_step')
      await example.api(`/oauth-apps/apps/${clientId}`, { method: 'DELETE' })
      await until(() => Promise.resolve(example.clientThere(clientId) ? undefined : true), 'the client to be gone')
      await example.post(clientId, 'restore')
      await example.stands(clientId, 'in_step')
      assert.equal(example.clientThere(clientId)?.['client_name'], 'Reader')
    })

    it('lose what is revoked or narrowed here, at once', async () => {
      const clientId = await example.register(publicClient)
      await example.stands(clientId, 'in_step')
      const [mine, others] = [
        await example.signIn(clientId, 'member', 'openid files:read files:write'),
        await example.signIn(clientId, 'owner'),
      ]
      const allowed = (await (await example.api('/oauth-apps/grants')).json()) as {
        items: { id: string; app: { client_id: string } }[]
      }
      const grant = allowed.items.find(({ app }) => app.client_id === clientId) ?? assert.fail('no grant')
      const narrowed = await example.api(`/oauth-apps/grants/${grant.id}`, {
        method: 'PATCH',
        body: { scopes: ['openid', 'files:read'] },
      })
      assert.equal(narrowed.status, 200)
      const token = example.store.all('AccessToken').find(({ payload }) => payload.grantId === grant.id)
      assert.equal(token?.payload.scope, 'openid files:read')
      assert.equal(await example.works(mine.access_token), true)

      assert.deepEqual((await example.post(clientId, 'revoke-tokens')).effect, { users: 2, grants: 2, tokens: 4 })
      assert.deepEqual(
        [await example.works(mine.access_token), await example.works(others.access_token)],
        [false, false],
      )
      assert.deepEqual(await (await example.api(`/oauth-apps/apps/${clientId}/impact`)).json(), {
        users: 0,
        grants: 0,
        tokens: 0,
      })
    })

    it('are caught up with after the other server was down, and nobody is told that it is done before', async () => {
      const [kept, gone] = [await example.register(publicClient), await example.register(publicClient)]
      await Promise.all([example.stands(kept, 'in_step'), example.stands(gone, 'in_step')])
      await example.stopOther()
      await example.patch(kept, { client_name: 'While it was away' })
      await example.api(`/oauth-apps/apps/${gone}`, { method: 'DELETE' })
      const young = await example.register(publicClient)
      assert.equal((await example.standing(kept)).state, 'waiting')
      assert.equal((await example.standing(young)).state, 'waiting')
      await until(
        () => Promise.resolve(example.log.join('').includes('other_server.away') || undefined),
        'it to be noticed',
      )
      const impact = await example.api(`/oauth-apps/apps/${kept}/impact`)
      assert.equal(impact.status, 503)

      await example.startOther()
      await Promise.all([example.stands(kept, 'in_step'), example.stands(young, 'in_step')])
      assert.equal(example.clientThere(kept)?.['client_name'], 'While it was away')
      await until(() => Promise.resolve(example.clientThere(gone) ? undefined : true), 'the deleted one to be gone')
    })

    it('are caught up with after the product itself was down, and what did not change is not sent again', async () => {
      const clientId = await example.register(publicClient)
      await example.stands(clientId, 'in_step')
      await example.stopOther()
      await example.patch(clientId, { client_name: 'Before the restart' })
      await example.stopProduct()
      await example.startOther()
      const before = example.asked.length
      await example.startProduct()
      await example.stands(clientId, 'in_step')
      assert.equal(example.clientThere(clientId)?.['client_name'], 'Before the restart')
      assert.deepEqual(example.asked.slice(before), ['PUT'])
    })

    it('are registered anew where somebody removed them there', async () => {
      const clientId = await example.register({ ...publicClient, scopes: ['files:read'] })
      await example.stands(clientId, 'in_step')
      // The other server has never heard of this scope.
      await example.patch(clientId, { scopes: ['files:share'] })
      const { problem } = await example.stands(clientId, 'refused')
      assert.match(problem ?? '', /^invalid_client_metadata: .*scope/)
      assert.equal(example.clientThere(clientId)?.['scope'], 'files:read')
      const asked = example.asked.length
      await example.patch(clientId, { scopes: ['files:write'] })
      assert.equal((await example.stands(clientId, 'in_step')).problem, null)
      assert.deepEqual(example.asked.slice(asked), ['PUT'])
    })

    it('that the other server does not take are said to be refused, with its reason, until they are changed', async () => {
      const clientId = await example.register({ ...publicClient, scopes: ['files:read'] })
      await example.stands(clientId, 'in_step')
      // The other server has never heard of this scope.
      await example.patch(clientId, { scopes: ['files:share'] })
      const { problem } = await example.stands(clientId, 'refused')
      assert.match(problem ?? '', /^invalid_client_metadata: .*scope/)
      assert.equal(example.clientThere(clientId)?.['scope'], 'files:read')
      const asked = example.asked.length
      await example.patch(clientId, { scopes: ['files:write'] })
      assert.equal((await example.stands(clientId, 'in_step')).problem, null)
      assert.deepEqual(example.asked.slice(asked), ['PUT'])
    })

    it('are nobody else’s to look at there, and no token is in a log, an answer or in its database as it is', async () => {
      const clientId = await example.register(publicClient)
      await example.stands(clientId, 'in_step')
      assert.equal((await example.api(`/there/${clientId}`, { role: 'other-owner' })).status, 404)
      assert.equal((await example.api(`/there/${clientId}`, { role: 'nobody' })).status, 401)
      const secrets = [
        example.initialAccessToken,
        example.adminToken,
        ...example.store.all('RegistrationAccessToken').map(({ id }) => id),
        ...example.store.all('AccessToken').map(({ id }) => id),
      ]
      assert.ok(secrets.length > 4)
      const said = example.log.join('\n') + JSON.stringify(await example.standing(clientId)) + (await example.kept())
      assert.deepEqual(
        secrets.filter((secret) => said.includes(secret)),
        [],
      )
    })
  })
}
