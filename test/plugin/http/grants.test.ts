import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { GrantPageSchema, GrantSchema, type Grant } from '../../../plugin/contract/grants.js'
import { databaseKinds } from '../../support/databases.js'
import { exampleIconUrl } from '../../support/example-app.js'
import { MemoryTokens } from '../../support/memory-tokens.js'
import { mountPath, openPortal, type Client, type Portal } from './portal.js'

const apps = `${mountPath}/apps`
const grants = `${mountPath}/grants`
const lastUse = Date.UTC(2026, 5, 1, 12, 30)

for (const database of databaseKinds) {
  describe(`${database.name}: what people allowed apps`, () => {
    const authority: MemoryTokens = new MemoryTokens(() => portal.registry)
    let portal: Portal
    let admin: Client
    let mia: Client
    before(async () => {
      portal = await openPortal({
        database,
        tokens: authority,
        findPrincipal: () => ({
          id: 'u-admin',
          name: 'Adam',
          organizations: [{ id: 'acme', name: 'Acme', role: 'admin' }],
        }),
      })
      admin = portal.as('admin')
      mia = portal.as('member')
    })
    beforeEach(() => authority.revoke({ userId: 'u-member' }))
    afterEach(() => {
      authority.recover()
    })
    after(() => portal.close())

    const create = async (members: object = {}): Promise<string> => {
      const app = { client_name: 'Reader', organization_id: 'acme', ...members }
      const { body } = await admin.post(apps).send(app).expect(201)
      return String(body.client_id)
    }

    const listOf = async (client: Client): Promise<Grant[]> =>
      GrantPageSchema.parse((await client.get(grants).expect(200)).body).items

    const onlyGrantOf = async (client: Client): Promise<Grant> => {
      const [grant, ...others] = await listOf(client)
      assert.ok(grant)
      assert.deepEqual(others, [])
      return grant
    }

    describe('are listed for themselves', () => {
      it('with what they may know of the app, when it was first allowed and when it was last used', async () => {
        const uris = {
          client_uri: 'https://reader.example.com',
          policy_uri: 'https://reader.example.com/privacy',
          tos_uri: 'https://reader.example.com/terms',
        }
        const clientId = await create({ ...uris, icon: await exampleIconUrl() })
        authority.use(authority.issue(clientId, 'u-member', ['files:read']), lastUse)
        const { id, app, scopes, created_at, last_used_at } = await onlyGrantOf(mia)
        assert.notEqual(id, '')
        const { logo_uri: logo, logo_srcset: logos, ...words } = app
        assert.deepEqual(words, {
          client_id: clientId,
          client_name: 'Reader',
          publisher: { name: 'Acme' },
          status: 'active',
          ...uris,
        })
        await portal.as('nobody').get(String(logo)).expect(200)
        assert.equal(logos, `${String(logo)} 1x`)
        assert.deepEqual(scopes, ['files:read'])
        assert.match(created_at, /^1970-01-01T00:00:00\.\d{3}Z$/)
        assert.equal(last_used_at, '2026-06-01T12:30:00.000Z')
      })

      it('and for nobody else', async () => {
        const clientId = await create()
        authority.issue(clientId, 'u-member', ['files:read'])
        for (const person of ['admin', 'owner', 'stranger'] as const) {
          assert.deepEqual(await listOf(portal.as(person)), [])
        }
        await portal.as('nobody').get(grants).expect(401)
      })

      it('newest first, a page at a time', async () => {
        const clientIds = [await create(), await create(), await create()]
        for (const clientId of clientIds) authority.issue(clientId, 'u-member')
        const first = GrantPageSchema.parse((await mia.get(`${grants}?limit=2`).expect(200)).body)
        const address = `${grants}?limit=2&cursor=${String(first.next_cursor)}`
        const second = GrantPageSchema.parse((await mia.get(address).expect(200)).body)
        assert.equal(second.next_cursor, null)
        const found = [...first.items, ...second.items].map(({ app }) => app.client_id)
        assert.deepEqual(found, clientIds.toReversed())
        for (const query of ['cursor=nonsense', 'limit=0', 'limit=101', 'limit=2&limit=3', 'user_id=u-admin']) {
          const { body } = await mia.get(`${grants}?${query}`).expect(400)
          assert.equal(body.code, 'invalid_input')
        }
      })

      it('also of apps that are disabled, deleted or gone, which can be revoked', async () => {
        const [disabled, deleted] = [
          await create({ client_name: 'Disabled' }),
          await create({ client_name: 'Deleted' }),
        ]
        for (const clientId of ['never-there', deleted, disabled]) authority.issue(clientId, 'u-member', ['files:read'])
        await admin.post(`${apps}/${disabled}/disable`).expect(200)
        await admin.delete(`${apps}/${deleted}`).expect(204)
        const found = await listOf(mia)
        assert.deepEqual(
          found.map(({ app }) => [app.client_id, app.client_name, app.publisher?.name ?? null, app.status]),
          [
            [disabled, 'Disabled', 'Acme', 'suspended'],
            [deleted, 'Deleted', 'Acme', 'deleted'],
            ['never-there', null, null, 'deleted'],
          ],
        )
        for (const { id } of found) await mia.delete(`${grants}/${id}`).expect(200)
        assert.deepEqual(await listOf(mia), [])
      })
    })

    describe('can be narrowed', () => {
      it('to some of the scopes, and tokens are good for no more from then on', async () => {
        const token = authority.issue(await create(), 'u-member', ['files:read', 'files:write'])
        const { id } = await onlyGrantOf(mia)
        const { body } = await mia
          .patch(`${grants}/${id}`)
          .send({ scopes: ['files:read'] })
          .expect(200)
        assert.deepEqual(GrantSchema.parse(body).scopes, ['files:read'])
        assert.deepEqual(await onlyGrantOf(mia), body)
        assert.deepEqual(await authority.scopesOf(token), ['files:read'])
      })

      it('and what stays keeps what it implies', async () => {
        authority.issue(await create(), 'u-member', ['files:read', 'files:write', 'left:over'])
        const { id } = await onlyGrantOf(mia)
        const { body } = await mia
          .patch(`${grants}/${id}`)
          .send({ scopes: ['files:write'] })
          .expect(200)
        assert.deepEqual(body.scopes, ['files:read', 'files:write'])
      })

      it('but nothing can be added, and not all be taken away', async () => {
        const token = authority.issue(await create(), 'u-member', ['files:read'])
        const { id } = await onlyGrantOf(mia)
        const refused = [
          [{ scopes: ['files:read', 'files:write'] }, '/scopes/1', 'not_allowed'],
          [{ scopes: ['__proto__'] }, '/scopes/0', 'not_allowed'],
          [{ scopes: [] }, '/scopes', 'scope_required'],
          [{ scopes: 'files:read' }, '/scopes', 'wrong_type'],
          [{}, '/scopes', 'required'],
          [{ scopes: ['files:read'], user: 'me' }, '/user', 'unknown_member'],
        ] as const
        for (const [input, pointer, code] of refused) {
          const { body } = await mia.patch(`${grants}/${id}`).send(input).expect(400)
          const errors = body.errors.map((error: { pointer: string; code: string }) => [error.pointer, error.code])
          assert.deepEqual(errors, [[pointer, code]])
        }
        assert.deepEqual(await authority.scopesOf(token), ['files:read'])
      })
    })

    describe('can be revoked', () => {
      it('one by one, and its tokens die with it', async () => {
        const [gone, stays] = [await create(), await create()].map((clientId) => authority.issue(clientId, 'u-member'))
        const id = (await listOf(mia)).at(-1)?.id ?? ''
        const { body } = await mia.delete(`${grants}/${id}`).expect(200)
        assert.deepEqual(body, { effect: { users: 1, grants: 1, tokens: 1 } })
        assert.equal(await authority.isActive(gone ?? ''), false)
        assert.equal(await authority.isActive(stays ?? ''), true)
        await mia.delete(`${grants}/${id}`).expect(404)
      })

      it('all at once, and nobody else’s', async () => {
        const clientIds = [await create(), await create()]
        const tokens = clientIds.map((clientId) => authority.issue(clientId, 'u-member'))
        const other = authority.issue(clientIds[0] ?? '', 'u-stranger')
        const { body } = await mia.delete(grants).expect(200)
        assert.deepEqual(body, { effect: { users: 1, grants: 2, tokens: 2 } })
        for (const token of tokens) assert.equal(await authority.isActive(token), false)
        assert.equal(await authority.isActive(other), true)
        assert.deepEqual((await mia.delete(grants).expect(200)).body.effect, { users: 0, grants: 0, tokens: 0 })
      })

      it('by nobody else, who is told the same as of what is not there', async () => {
        const token = authority.issue(await create(), 'u-member', ['files:read', 'files:write'])
        const { id } = await onlyGrantOf(mia)
        for (const person of ['admin', 'owner', 'stranger'] as const) {
          const client = portal.as(person)
          for (const attempt of [
            (grant: string) => client.delete(`${grants}/${grant}`),
            (grant: string) => client.patch(`${grants}/${grant}`).send({ scopes: ['files:read'] }),
          ]) {
            assert.equal((await attempt(id).expect(404)).text, (await attempt('no-such-grant').expect(404)).text)
          }
        }
        assert.deepEqual(await authority.scopesOf(token), ['files:read', 'files:write'])
      })

      it('without a word of it in the audit log of the app, and with one in the log of the host', async () => {
        const clientId = await create()
        authority.issue(clientId, 'u-member', ['files:read', 'files:write'])
        const { id } = await onlyGrantOf(mia)
        await mia
          .patch(`${grants}/${id}`)
          .send({ scopes: ['files:read'] })
          .expect(200)
        await mia.delete(`${grants}/${id}`).expect(200)
        const { body } = await admin.get(`${apps}/${clientId}/events`).expect(200)
        assert.deepEqual(
          body.items.map(({ action }: { action: string }) => action),
          ['app.created'],
        )
        for (const message of ['grant.narrowed', 'grant.revoked']) {
          const line = portal.log.find((text) => text.startsWith(message) && text.includes(id))
          assert.ok(line?.includes('u-member'), message)
        }
      })
    })

    it('are 503 where the authority does not know, and what cannot be done is not said to be done', async () => {
      const clientId = await create()
      const token = authority.issue(clientId, 'u-member', ['files:read', 'files:write'])
      const { id } = await onlyGrantOf(mia)
      authority.fail(new Error('connect ECONNREFUSED keycloak.internal:8080'))
      for (const request of [
        mia.get(grants),
        mia.patch(`${grants}/${id}`).send({ scopes: ['files:read'] }),
        mia.delete(`${grants}/${id}`),
        mia.delete(grants),
        admin.get(`${apps}/${clientId}/grants`),
      ]) {
        const { body, headers, text } = await request.expect(503)
        assert.equal(body.code, 'unavailable')
        assert.equal(headers['retry-after'], '5')
        assert.ok(!text.includes('keycloak'))
      }
      authority.recover()
      assert.deepEqual(await authority.scopesOf(token), ['files:read', 'files:write'])
    })
  })
}
