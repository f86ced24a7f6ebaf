import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { revokeTokens } from '../../../plugin/store/revoke-granted.js'
import { defaultTablePrefix, withTablePrefix } from '../../../plugin/store/tables.js'
import { AuthorizationHost, basic, callback, codeVerifier, type Registered } from '../../support/authorization-host.js'
import { databaseKinds } from '../../support/databases.js'

interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
}

for (const kind of databaseKinds) {
  describe(`${kind.name}: what an authorization server keeps`, () => {
    let host: AuthorizationHost
    let app: Registered
    before(async () => {
      host = await AuthorizationHost.open(kind)
    })
    after(() => host.close())

    async function signIn(as = 'ada'): Promise<Tokens & { code: string }> {
      const answer = await host.authorize(host.authorizeAddress({ client_id: app.client_id }), { as })
      const code = answer.searchParams.get('code') ?? assert.fail(answer.href)
      const body = { grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: codeVerifier }
      const tokens = (await (await host.token(body, basic(app))).json()) as Tokens
      return { ...tokens, code }
    }

    const rows = async (table: string): Promise<object[]> => host.knex(`oauth_app_kit_${table}`).select('*')

    it('has no value in it that a browser or an app holds', async () => {
      app = await host.register()
      const browser = host.browser()
      const { url } = await browser.visit(host.authorizeAddress({ client_id: app.client_id }))
      const uid = url.pathname.split('/').at(-1) ?? ''
      const waiting = JSON.stringify(await rows('artifacts'))
      assert.match(waiting, /Interaction/)
      assert.ok(!waiting.includes(uid))

      const { code, access_token, refresh_token } = await signIn()
      const own = (await (await host.token({ grant_type: 'client_credentials' }, basic(app))).json()) as Tokens
      const kept = JSON.stringify([await rows('artifacts'), await rows('grants')]) + host.log.join('')
      for (const value of [code, access_token, refresh_token, own.access_token, app.client_secret]) {
        assert.ok(value.length > 40)
        assert.ok(!kept.includes(value))
      }
      for (const cookie of browser.cookieValues()) assert.ok(!kept.includes(cookie))
    })

    it('is good for one of several that use it at once', async () => {
      app = await host.register()
      const answer = await host.authorize(host.authorizeAddress({ client_id: app.client_id }))
      const code = answer.searchParams.get('code') ?? assert.fail(answer.href)
      const body = { grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: codeVerifier }
      const answers = await Promise.all(Array.from({ length: 8 }, () => host.token(body, basic(app))))
      assert.equal(answers.filter(({ status }) => status === 200).length, 1)
    })

    it('is counted for an app, a person, and both', async () => {
      app = await host.register()
      await signIn('ada')
      await signIn('ada')
      await signIn('bob')
      const { client_id: clientId } = app
      assert.deepEqual(await host.tokens.count({ clientId }), { users: 2, grants: 2, tokens: 6 })
      assert.deepEqual(await host.tokens.count({ clientId, userId: 'ada' }), { users: 1, grants: 1, tokens: 4 })
      assert.deepEqual(await host.tokens.count({ clientId: 'nobody' }), { users: 0, grants: 0, tokens: 0 })
      assert.deepEqual(await host.tokens.count({ clientId: '\0' }), { users: 0, grants: 0, tokens: 0 })
      await host.token({ grant_type: 'client_credentials' }, basic(app))
      assert.deepEqual(await host.tokens.count({ clientId }), { users: 2, grants: 2, tokens: 7 })
    })

    it('does not count a refresh token that was exchanged', async () => {
      app = await host.register()
      const { refresh_token } = await signIn()
      assert.equal((await host.token({ grant_type: 'refresh_token', refresh_token }, basic(app))).status, 200)
      assert.equal((await host.tokens.count({ clientId: app.client_id })).tokens, 3)
    })

    it('is listed by grants, newest first and page by page, with names', async () => {
      app = await host.register()
      await signIn('ada')
      await signIn('bob')
      const of = { clientId: app.client_id }
      const first = await host.tokens.list(of, { limit: 1 })
      const [bob] = first.items
      assert.deepEqual([bob?.user, bob?.scopes], [{ id: 'bob', name: 'Bob Noyce' }, ['files:read']])
      assert.equal(bob?.last_used_at, null)
      const second = await host.tokens.list(of, { limit: 1, cursor: first.next_cursor ?? '' })
      assert.deepEqual([second.items[0]?.user.id, second.next_cursor], ['ada', null])
      assert.deepEqual((await host.tokens.list(of, { limit: 1, cursor: 'nonsense' })).items, [])
    })

    it('goes for one person without going for another', async () => {
      app = await host.register()
      const [ada, bob] = [await signIn('ada'), await signIn('bob')]
      const gone = await host.tokens.revoke({ clientId: app.client_id, userId: 'ada' })
      assert.deepEqual(gone, { users: 1, grants: 1, tokens: 2 })
      assert.equal((await host.api(ada.access_token)).status, 401)
      assert.equal((await host.api(bob.access_token)).status, 200)
      assert.deepEqual(await host.tokens.revoke({ clientId: app.client_id, userId: 'ada' }), {
        users: 0,
        grants: 0,
        tokens: 0,
      })
    })

    it('goes with a whole app, with what it has for itself too', async () => {
      app = await host.register()
      await signIn()
      const own = (await (await host.token({ grant_type: 'client_credentials' }, basic(app))).json()) as Tokens
      assert.deepEqual(await host.tokens.revoke({ clientId: app.client_id }), { users: 1, grants: 1, tokens: 3 })
      assert.equal((await host.api(own.access_token)).status, 401)
      assert.equal((await host.knex('oauth_app_kit_artifacts').where('client_id', app.client_id)).length, 0)
    })

    it('goes in batches, each a transaction of its own, and what is allowed meanwhile stays', async () => {
      app = await host.register()
      const { client_id } = app
      const expires_at = Date.now() + 3_600_000
      const grants = Array.from({ length: 1100 }, (_, index) => ({
        grant_id: `${client_id}-${index}`,
        client_id,
        account_id: `person-${index % 700}`,
        scopes: '["files:read"]',
        payload: '{}',
        created_at: index,
        // The first hundred are over, and do not count.
        expires_at: index < 100 ? 1 : null,
      }))
      const artifacts = grants.map(({ grant_id }, index) => ({
        id_hash: createHash('sha256').update(grant_id).digest('hex'),
        kind: 'AccessToken',
        client_id,
        grant_id: index % 2 === 0 ? grant_id : null,
        payload: '{}',
        expires_at,
      }))
      await host.knex.batchInsert('oauth_app_kit_grants', grants, 100)
      await host.knex.batchInsert('oauth_app_kit_artifacts', artifacts, 100)
      const later = { ...grants[0], grant_id: `${client_id}-later`, created_at: expires_at, expires_at: null }
      await host.knex('oauth_app_kit_grants').insert(later)

      const knex = withTablePrefix(host.knex, defaultTablePrefix)
      const sizes: number[] = []
      const gone = await revokeTokens(
        knex,
        async (work) => {
          const ended = await knex.transaction(work)
          sizes.push(ended.grants, ended.tokens)
          return ended
        },
        { clientId: client_id },
        Date.now(),
      )
      assert.deepEqual(gone, { users: 700, grants: 1000, tokens: 1100 })
      assert.ok(sizes.length > 6 && Math.max(...sizes) <= 500, String(sizes))
      assert.deepEqual(await host.tokens.count({ clientId: client_id }), { users: 1, grants: 1, tokens: 0 })
    })

    it('says when grant and app were last used, once a minute', async () => {
      app = await host.register({ token_endpoint_auth_method: 'none' })
      const answer = await host.authorize(host.authorizeAddress({ client_id: app.client_id }))
      const code = answer.searchParams.get('code') ?? ''
      const body = { grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: codeVerifier }
      const asked = await host.token({ ...body, client_id: app.client_id })
      const { access_token } = (await asked.json()) as Tokens
      const begun = Date.now()
      await Promise.all(Array.from({ length: 5 }, () => host.api(access_token)))
      const [grant] = (await host.tokens.list({ clientId: app.client_id }, { limit: 1 })).items
      assert.ok((grant?.last_used_at ?? 0) >= begun)
      await host.api(access_token)
      const [later] = (await host.tokens.list({ clientId: app.client_id }, { limit: 1 })).items
      assert.equal(later?.last_used_at, grant?.last_used_at)
      const used = (await host.apps.registry.findClient(app.client_id))?.last_used_at
      assert.equal(used, grant?.last_used_at)
    })

    it('is purged when it has expired, and nothing else is', async (test) => {
      app = await host.register()
      const { access_token } = await signIn()
      const before = (await rows('artifacts')).length
      assert.equal((await host.apps.runJobs())['artifacts'], 0)
      test.mock.timers.enable({ apis: ['Date'], now: Date.now() + 3 * 3_600_000 })
      const purged = (await host.apps.runJobs())['artifacts'] ?? 0
      assert.ok(purged > 0 && purged < before, `${purged} of ${before}`)
      assert.equal((await host.api(access_token)).status, 401)
      // Refresh tokens live longer, and what was allowed longer still.
      assert.equal((await host.tokens.count({ clientId: app.client_id })).tokens, 1)
      test.mock.timers.setTime(Date.now() + 31 * 86_400_000)
      await host.apps.runJobs()
      assert.deepEqual(await host.tokens.count({ clientId: app.client_id }), { users: 1, grants: 1, tokens: 0 })
      assert.equal((await rows('artifacts')).length, 0)
    })
  })
}
