import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { AppGrantPageSchema } from '../../../plugin/contract/grants.js'
import type { TokenAuthority } from '../../../plugin/index.js'
import { databaseKinds } from '../../support/databases.js'
import { MemoryTokens } from '../../support/memory-tokens.js'
import { mountPath, openPortal, type Client, type Portal } from './portal.js'

const apps = `${mountPath}/apps`
const grants = `${mountPath}/grants`
const lastUse = Date.UTC(2026, 5, 1, 12, 30)

for (const database of databaseKinds) {
  describe(`${database.name}: who allowed an app what`, () => {
    const authority: MemoryTokens = new MemoryTokens(() => portal.registry)
    let portal: Portal
    let admin: Client
    before(async () => {
      portal = await openPortal({ database, tokens: authority })
      admin = portal.as('admin')
    })
    after(() => portal.close())

    const create = async (): Promise<string> => {
      const { body } = await admin.post(apps).send({ client_name: 'Reader', organization_id: 'acme' }).expect(201)
      return String(body.client_id)
    }

    it('is told to the owner, with when and how many there are, a page at a time', async () => {
      const clientId = await create()
      authority.issue(clientId, 'u-member', ['files:read'])
      authority.use(authority.issue(clientId, 'u-stranger', ['files:read', 'files:write']), lastUse)
      authority.issue(clientId, 'u-stranger')
      authority.issue(await create(), 'u-member')
      const address = `${apps}/${clientId}/grants`
      const first = AppGrantPageSchema.parse((await admin.get(`${address}?limit=1`).expect(200)).body)
      assert.deepEqual(first.counts, { users: 2, grants: 2, tokens: 3 })
      const [{ user, scopes, last_used_at } = {}] = first.items
      assert.deepEqual(user, { id: 'u-stranger', name: 'Person u-stranger' })
      assert.deepEqual(scopes, ['files:read', 'files:write'])
      assert.equal(last_used_at, '2026-06-01T12:30:00.000Z')
      const next = await admin.get(`${address}?limit=1&cursor=${String(first.next_cursor)}`).expect(200)
      const second = AppGrantPageSchema.parse(next.body)
      assert.deepEqual(
        second.items.map((grant) => [grant.user.id, grant.scopes, grant.last_used_at]),
        [['u-member', ['files:read'], null]],
      )
      assert.deepEqual(second.counts, first.counts)
      assert.equal(second.next_cursor, null)
    })

    it('is not told to those who may look at the app and not revoke its tokens, or not even look', async () => {
      const address = `${apps}/${await create()}/grants`
      await portal.as('demoted').get(address).expect(403)
      await portal.as('stranger').get(address).expect(404)
      await portal.as('nobody').get(address).expect(401)
      // What is wrong with the input is not for them to know, either.
      await portal.as('demoted').get(`${address}?limit=0`).expect(403)
      await admin.get(`${address}?limit=0`).expect(400)
    })
  })
}

describe('What people allowed apps', () => {
  const grant = {
    id: 'grant-1',
    client_id: 'reader',
    user: { id: 'u-member', name: 'Mia' },
    scopes: ['files:read'],
    created_at: 0,
    last_used_at: null,
  }
  const page = { items: [grant], next_cursor: null }

  const open = async (list: unknown): Promise<Portal> => {
    const none = () => ({ users: 0, grants: 0, tokens: 0 })
    const tokens = { count: none, revoke: none, narrow: () => undefined, list: () => list }
    return openPortal({ tokens: tokens as TokenAuthority })
  }

  it('is 503 where the authority answers something else than it was asked, and nothing of that gets out', async () => {
    const wrong = {
      nothing: undefined,
      'no cursor': { items: [grant] },
      'more than the limit': { items: Array.from({ length: 21 }, () => grant), next_cursor: null },
      'somebody else’s': { items: [{ ...grant, user: { id: 'u-admin', name: 'Adam' } }], next_cursor: null },
      'no time': { items: [{ ...grant, created_at: '2026-01-01' }], next_cursor: null },
      'no scopes': { items: [{ ...grant, scopes: 'files:read' }], next_cursor: null },
    }
    for (const [what, list] of Object.entries(wrong)) {
      const portal = await open(list)
      const { status, text } = await portal.as('member').get(grants)
      await portal.close()
      assert.equal(status, 503, what)
      assert.ok(!text.includes('Adam'), what)
      assert.match(portal.log.join('\n'), /tokens\.list\(\) must answer/, what)
    }
    const right = await open(page)
    await right.as('member').get(grants).expect(200)
    await right.close()
  })

  it('has no address where no authority is there to ask', async () => {
    const portal = await openPortal()
    const { text } = await portal.as('member').get(`${mountPath}/no-such-address`).expect(404)
    for (const address of [grants, `${grants}/1`, `${apps}/1/grants`]) {
      assert.equal((await portal.as('member').get(address).expect(404)).text, text)
    }
    await portal.close()
  })
})
