import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { BulkResultsSchema, EventPageSchema } from '../../../plugin/contract/index.js'
import { databaseKinds } from '../../support/databases.js'
import { MemoryTokens } from '../../support/memory-tokens.js'
import { mountPath, openPortal, type Client, type Person, type Portal } from './portal.js'

const apps = `${mountPath}/apps`
const bulk = `${apps}/bulk`

interface Fault {
  readonly pointer: string
  readonly code: string
}

for (const database of databaseKinds) {
  describe(`${database.name}: the same for several apps`, () => {
    let portal: Portal
    let admin: Client
    let tokens: MemoryTokens
    before(async () => {
      tokens = new MemoryTokens(() => ({ findClient: () => Promise.resolve(null) }))
      portal = await openPortal({ database, tokens })
      admin = portal.as('admin')
    })
    after(() => portal.close())

    const create = async (person: Person = 'admin', organization_id = 'acme'): Promise<string> => {
      const { body } = await portal
        .as(person)
        .post(apps)
        .send({ client_name: 'One of many', organization_id })
        .expect(201)
      return String(body.client_id)
    }

    const act = async (request: object, by = admin) => {
      const { body } = await by.post(bulk).send(request).expect(200)
      return BulkResultsSchema.parse(body).results
    }

    const refused = async (request: object, by = admin) => {
      const { body } = await by.post(bulk).send(request).expect(400)
      return body.errors.map(({ pointer, code }: Fault) => `${pointer} ${code}`).sort()
    }

    const actions = async (clientId: string): Promise<string[]> => {
      const { body } = await admin.get(`${apps}/${clientId}/events`).expect(200)
      return EventPageSchema.parse(body).items.map(({ action }) => action)
    }

    it('disables, enables and deletes, with a result for each in the order of the call', async () => {
      const ids = [await create(), await create(), await create()]
      const disabled = await act({ action: 'disable', client_ids: ids })
      assert.deepEqual(
        disabled.map(({ client_id, status, code, app }) => [client_id, status, code, app?.status]),
        ids.map((id) => [id, 200, null, 'disabled']),
      )
      assert.deepEqual(disabled[0]?.effect, { users: 0, grants: 0, tokens: 0 })
      assert.deepEqual(await actions(ids[0] ?? ''), ['app.disabled', 'app.created'])

      const enabled = await act({ action: 'enable', client_ids: ids.toReversed() })
      assert.deepEqual(
        enabled.map(({ client_id, app }) => [client_id, app?.status]),
        ids.toReversed().map((id) => [id, 'active']),
      )
      tokens.issue(ids[0] ?? '', 'u-user')
      const deleted = await act({ action: 'delete', client_ids: ids })
      assert.deepEqual(
        deleted.map(({ status, code, app, effect }) => [status, code, app, effect?.tokens]),
        ids.map((_, index) => [204, null, null, index === 0 ? 1 : 0]),
      )
      for (const id of ids) await admin.get(`${apps}/${id}`).expect(404)
    })

    it('revokes tokens, alone and while disabling', async () => {
      const ids = [await create(), await create()]
      for (const clientId of ids) tokens.issue(clientId, 'u-user')
      const [first = '', second = ''] = ids
      const [revoked] = await act({ action: 'revoke_tokens', client_ids: [first] })
      assert.deepEqual([revoked?.status, revoked?.effect?.tokens, revoked?.app?.status], [200, 1, 'active'])
      const [disabled] = await act({ action: 'disable', client_ids: [second], revoke_tokens: true })
      assert.deepEqual([disabled?.effect?.tokens, disabled?.app?.status], [1, 'disabled'])
      assert.deepEqual(await actions(second), ['app.tokens_revoked', 'app.disabled', 'app.created'])
    })

    it('refuses each app as it would be refused alone, and goes on with the others', async () => {
      const [mine, theirs, last] = [await create(), await create('stranger', 'globex'), await create()]
      const results = await act({ action: 'disable', client_ids: [mine, theirs, 'no-such-app', '\0', '', last] })
      assert.deepEqual(
        results.map(({ status, code, app, effect }) => [status, code, app?.status ?? null, effect === null]),
        [
          [200, null, 'disabled', false],
          [404, 'not_found', null, true],
          [404, 'not_found', null, true],
          [404, 'not_found', null, true],
          [404, 'not_found', null, true],
          [200, null, 'disabled', false],
        ],
      )
      const visible = await act({ action: 'delete', client_ids: [mine, last] }, portal.as('demoted'))
      assert.deepEqual(
        visible.map(({ status, code, app }) => [status, code, app?.status, app?.can.delete]),
        [
          [403, 'forbidden', 'disabled', false],
          [403, 'forbidden', 'disabled', false],
        ],
      )
      assert.equal((await portal.as('stranger').get(`${apps}/${theirs}`).expect(200)).body.status, 'active')
    })

    it('counts an app that is named twice once, where it is named first', async () => {
      const [one, two] = [await create(), await create()]
      const results = await act({ action: 'disable', client_ids: [two, one, two, two] })
      assert.deepEqual(
        results.map(({ client_id }) => client_id),
        [two, one],
      )
      assert.deepEqual(await actions(two), ['app.disabled', 'app.created'])
    })

    it('takes a hundred at a time, and names every fault of a call', async () => {
      const many = Array.from({ length: 101 }, (_, index) => `app-${index}`)
      assert.equal((await act({ action: 'enable', client_ids: many.slice(1) })).length, 100)
      assert.deepEqual(await refused({ action: 'enable', client_ids: many }), ['/client_ids too_many'])
      assert.deepEqual(await refused({ action: 'enable', client_ids: [] }), ['/client_ids required'])
      assert.deepEqual(await refused({}), ['/action required', '/client_ids required'])
      assert.deepEqual(await refused({ action: 'eat', client_ids: ['a', 7], revoke_tokens: 1, all: true }), [
        '/action not_allowed',
        '/all unknown_member',
        '/client_ids/1 wrong_type',
        '/revoke_tokens wrong_type',
      ])
      assert.deepEqual(await refused({ action: 'delete', client_ids: ['a'], revoke_tokens: true }), [
        '/revoke_tokens hidden_member',
      ])
      await portal.as('nobody').post(bulk).send({}).expect(401)
    })

    it('asks nobody to wait a hundred times for an authorization server that is away', async () => {
      const ids = [await create(), await create(), await create(), await create()]
      let asked = 0
      const away = (): never => {
        asked++
        throw new Error('ECONNREFUSED')
      }
      const other = await openPortal({ tokens: { count: away, list: away, revoke: away, narrow: away } })
      try {
        const theirs = await Promise.all(
          ids.map(async () => {
            const { body } = await other.as('admin').post(apps).send({ client_name: 'x' }).expect(201)
            return String(body.client_id)
          }),
        )
        const results = await act({ action: 'revoke_tokens', client_ids: theirs }, other.as('admin'))
        assert.deepEqual(
          results.map(({ client_id, status, code }) => [client_id, status, code]),
          theirs.map((id) => [id, 503, 'unavailable']),
        )
        assert.equal(asked, 2)
      } finally {
        await other.close()
      }
    })
  })
}

describe('The same for several apps, where tokens are nobody’s business', () => {
  it('refuses to revoke them, and says what can be done', async () => {
    const portal = await openPortal()
    const admin = portal.as('admin')
    const { body } = await admin
      .post(bulk)
      .send({ action: 'revoke_tokens', client_ids: ['a'] })
      .expect(400)
    assert.deepEqual(
      body.errors.map(({ pointer, code, allowed }: Fault & { allowed: string[] }) => [pointer, code, allowed]),
      [['/action', 'not_allowed', ['enable', 'disable', 'delete']]],
    )
    const both = await admin
      .post(bulk)
      .send({ action: 'disable', client_ids: ['a'], revoke_tokens: true })
      .expect(400)
    assert.deepEqual(
      both.body.errors.map(({ pointer, code }: Fault) => `${pointer} ${code}`),
      ['/revoke_tokens hidden_member'],
    )
    await portal.close()
  })
})
