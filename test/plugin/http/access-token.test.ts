import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { organizationAdmins, type Policy, type TokenAuthority } from '../../../plugin/index.js'
import { databaseKinds } from '../../support/databases.js'
import { MemoryTokens } from '../../support/memory-tokens.js'
import { mountPath, openPortal, type Client, type Portal, type PortalOptions } from './portal.js'

const apps = `${mountPath}/apps`

interface Refused {
  readonly body: { readonly errors: readonly Record<string, unknown>[] }
}

const faultsOf = ({ body }: Refused) => body.errors.map(({ message: _, ...fault }) => fault)

for (const database of databaseKinds) {
  describe(`${database.name}: POST /apps/:client_id/access-token`, () => {
    const authority: MemoryTokens = new MemoryTokens(() => portal.registry)
    let portal: Portal
    let admin: Client
    let app: string
    before(async () => {
      // Nobody but the owner has everything.
      const findScopes: PortalOptions['findScopes'] = ({ id }) => (id === 'u-owner' ? ['files:write'] : ['files:read'])
      portal = await openPortal({ database, tokens: authority, findScopes })
      admin = portal.as('admin')
    })
    beforeEach(async () => {
      const members = { client_name: 'Tried', organization_id: 'acme', scopes: ['files:write'] }
      const { body } = await admin.post(apps).send(members).expect(201)
      app = `${apps}/${String(body.client_id)}`
    })
    afterEach(() => {
      authority.recover()
    })
    after(() => portal.close())

    it('answers a token once, for nobody to keep', async () => {
      const { body, headers } = await portal.as('owner').post(`${app}/access-token`).expect(201)
      assert.equal(headers['cache-control'], 'no-store')
      assert.equal(await authority.isActive(body.access_token), true)
      assert.deepEqual(body.scopes, ['files:read', 'files:write'])
      for (const address of [app, `${app}/events`, `${app}/grants`, `${mountPath}/config`]) {
        assert.ok(!(await admin.get(address).expect(200)).text.includes(body.access_token))
      }
      assert.ok(!portal.log.join('\n').includes(body.access_token))
    })

    it('gives those scopes alone that the caller has, too', async () => {
      const { body } = await admin.post(`${app}/access-token`).expect(201)
      assert.deepEqual(body.scopes, ['files:read'])
      assert.deepEqual(await authority.scopesOf(body.access_token), ['files:read'])
    })

    it('tells every fault at once', async () => {
      await admin
        .patch(app)
        .set('If-Match', '*')
        .send({ scopes: ['files:read'] })
        .expect(200)
      const refused = await admin
        .post(`${app}/access-token`)
        .send({
          scopes: ['files:read', 'files:write', 'nonsense'],
          expires_in: 601,
          audience: 'x',
          token_type: 'Bearer',
        })
        .expect(400)
      assert.deepEqual(faultsOf(refused), [
        { pointer: '/audience', code: 'unknown_member' },
        { pointer: '/token_type', code: 'server_set_member' },
        { pointer: '/expires_in', code: 'out_of_range', min: 1, max: 600 },
        { pointer: '/scopes/1', code: 'scope_beyond_app', name: 'files:write' },
        { pointer: '/scopes/2', code: 'scope_unknown', name: 'nonsense' },
      ])
    })

    it('refuses scopes that the caller does not have, a token for none, and a life that is none', async () => {
      const ask = (body: object) => admin.post(`${app}/access-token`).send(body).expect(400)
      assert.deepEqual(faultsOf(await ask({ scopes: ['files:write'] })), [
        { pointer: '/scopes/0', code: 'scope_beyond_caller', name: 'files:write' },
      ])
      assert.deepEqual(faultsOf(await ask({ scopes: [] })), [{ pointer: '/scopes', code: 'scope_required' }])
      for (const expires_in of [0, -1, 1.5, '60', 6000]) await ask({ expires_in })
    })

    it('refuses an app that is disabled', async () => {
      await admin.post(`${app}/disable`).expect(200)
      const { body } = await admin.post(`${app}/access-token`).expect(409)
      assert.equal(body.code, 'app_disabled')
    })

    it('is 403 for whoever may only look at the app, and 404 for whoever may not see it', async () => {
      await portal.as('demoted').post(`${app}/access-token`).send({ nonsense: 1 }).expect(403)
      const strange = await portal.as('stranger').post(`${app}/access-token`).expect(404)
      const unknown = await portal.as('stranger').post(`${apps}/no-such-app/access-token`).expect(404)
      assert.equal(strange.text, unknown.text)
      await portal.as('nobody').post(`${app}/access-token`).expect(401)
      await admin.delete(app).expect(204)
      await admin.post(`${app}/access-token`).expect(404)
    })

    it('is 503, with nothing in the audit log, where the authorization server fails', async () => {
      authority.fail(new Error('connect ECONNREFUSED'))
      const { headers } = await admin.post(`${app}/access-token`).expect(503)
      assert.equal(headers['retry-after'], '5')
      const { body } = await admin.get(`${app}/events`).expect(200)
      assert.deepEqual(
        body.items.map(({ action }: { action: string }) => action),
        ['app.created'],
      )
    })
  })
}

describe('A token to try an app with', () => {
  const authority: TokenAuthority = {
    count: () => ({ users: 0, grants: 0, tokens: 0 }),
    list: () => ({ items: [], next_cursor: null }),
    revoke: () => ({ users: 0, grants: 0, tokens: 0 }),
    narrow: () => undefined,
  }

  async function openWith(options: PortalOptions) {
    const portal = await openPortal(options)
    const admin = portal.as('admin')
    const { body } = await admin.post(apps).send({ client_name: 'Tried', organization_id: 'acme' }).expect(201)
    return { portal, admin, app: `${apps}/${String(body.client_id)}`, can: body.can }
  }

  it('has no route where nothing issues any', async () => {
    for (const tokens of [undefined, authority]) {
      const { portal, admin, app } = await openWith(tokens ? { tokens } : {})
      const missing = await admin.post(`${app}/access-token`).expect(404)
      assert.equal(missing.text, (await admin.post(`${mountPath}/no-such-address`).expect(404)).text)
      const { body } = await admin.get(`${mountPath}/config`).expect(200)
      assert.deepEqual([body.capabilities.access_tokens, body.authorization_server], [false, null])
      await portal.close()
    }
  })

  it('is what the policy says it is for whom', async () => {
    const policy: Policy = { ...organizationAdmins(), can: (_principal, action) => action !== 'issue_token' }
    const tokens: MemoryTokens = new MemoryTokens(() => opened.portal.registry)
    const opened = await openWith({ tokens, policy })
    assert.equal(opened.can.issue_token, false)
    await opened.admin.post(`${opened.app}/access-token`).expect(403)
    await opened.portal.close()
  })

  it('counts against the limit of changes', async () => {
    const tokens: MemoryTokens = new MemoryTokens(() => opened.portal.registry)
    const opened = await openWith({ tokens, rateLimits: { changes: { points: 2, seconds: 60 } } })
    await opened.admin.post(`${opened.app}/access-token`).expect(201)
    const { headers } = await opened.admin.post(`${opened.app}/access-token`).expect(429)
    assert.ok(Number(headers['retry-after']) > 0)
    await opened.portal.close()
  })

  for (const [what, answer] of [
    ['a text that is no token', { access_token: 'two words', expires_in: 60 }],
    ['a token that lives too long', { access_token: 'token-of-a-year', expires_in: 31_536_000 }],
    ['no time', { access_token: 'token-without-end' }],
    ['nothing', undefined],
  ] as const) {
    it(`is not told where the host's server answers ${what}`, async () => {
      // @ts-expect-error -- a host in plain JavaScript may answer anything
      const tokens: TokenAuthority = { ...authority, issueTemporary: () => answer }
      const { portal, admin, app } = await openWith({ tokens })
      const { text } = await admin.post(`${app}/access-token`).expect(503)
      const said = text + portal.log.join('\n')
      assert.match(said, /tokens\.issueTemporary\(\) must answer/)
      assert.doesNotMatch(said, /token-of-a-year|token-without-end|two words/)
      await portal.close()
    })
  }

  it('is of the person and the app that ask, and of nobody else', async () => {
    const asked: unknown[] = []
    const issueTemporary: TokenAuthority['issueTemporary'] = (request) => {
      asked.push(request)
      return { access_token: 'abc', expires_in: 30 }
    }
    const { portal, admin, app } = await openWith({ tokens: { ...authority, issueTemporary } })
    const { body } = await admin.post(`${app}/access-token`).send({ expires_in: 60 }).expect(201)
    assert.deepEqual([body.access_token, body.expires_in], ['abc', 30])
    assert.deepEqual(asked, [{ clientId: app.split('/').at(-1), userId: 'u-admin', scopes: [], seconds: 60 }])
    await portal.close()
  })

  it('is refused where the host does not say which scopes somebody has', async () => {
    const tokens: MemoryTokens = new MemoryTokens(() => opened.portal.registry)
    // @ts-expect-error -- a host in plain JavaScript may answer anything
    const opened = await openWith({ tokens, findScopes: () => 'files:read' })
    await opened.admin.post(`${opened.app}/access-token`).expect(500)
    assert.match(opened.portal.log.join('\n'), /findScopes\(\) must answer an array of scopes/)
    await opened.portal.close()
  })
})
