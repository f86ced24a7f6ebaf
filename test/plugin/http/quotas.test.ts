import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Policy } from '../../../plugin/index.js'
import { databaseKinds } from '../../support/databases.js'
import { mountPath, openPortal, type Person, type Portal, type PortalOptions } from './portal.js'

const apps = `${mountPath}/apps`
const movable = { organization_id: { presence: 'optional', locked: false } } as const
const everything: Policy = { can: () => true, visible: () => 'all' }

for (const database of databaseKinds) {
  describe(`${database.name}: quotas`, () => {
    const portals: Portal[] = []
    after(() => Promise.all(portals.map((portal) => portal.close())))

    const open = async (quotas: NonNullable<PortalOptions['quotas']>): Promise<Portal> => {
      const portal = await openPortal({ database, policy: everything, fields: movable, quotas })
      portals.push(portal)
      return portal
    }
    const create = (portal: Portal, person: Person, organization: string | null, key?: string) => {
      const request = portal.as(person).post(apps)
      if (key !== undefined) void request.set('Idempotency-Key', key)
      return request.send({ client_name: 'An app', organization_id: organization })
    }

    it('let nobody have more apps than a user may have, and say how many those are and what to do', async () => {
      const portal = await open({ appsPerUser: 2 })
      const { body: first } = await create(portal, 'admin', 'acme').expect(201)
      await create(portal, 'admin', 'acme').expect(201)
      const { body } = await create(portal, 'admin', 'acme').expect(409)
      assert.equal(body.code, 'quota_user')
      assert.match(body.detail, /may have 2 apps.+delete one/)
      await create(portal, 'owner', 'acme').expect(201)

      await portal.as('admin').delete(`${apps}/${first.client_id}`).expect(204)
      await create(portal, 'admin', 'acme').expect(201)
    })

    it('let no organisation have more, whoever creates them', async () => {
      const portal = await open({ appsPerOrganization: 2 })
      await create(portal, 'admin', 'acme').expect(201)
      await create(portal, 'owner', 'acme').expect(201)
      const { body } = await create(portal, 'member', 'acme').expect(409)
      assert.equal(body.code, 'quota_organization')
      assert.match(body.detail, /may have 2 apps.+delete one/)
      await create(portal, 'stranger', 'globex').expect(201)
    })

    it('hold for an app that is moved into an organisation, but not for one that stays', async () => {
      const portal = await open({ appsPerOrganization: 1 })
      const { body: only } = await create(portal, 'admin', 'acme').expect(201)
      const { body: other } = await create(portal, 'admin', null).expect(201)
      const patch = (clientId: string, members: object) =>
        portal.as('admin').patch(`${apps}/${clientId}`).set('If-Match', '"1"').send(members)
      const { body } = await patch(other.client_id, { organization_id: 'acme' }).expect(409)
      assert.equal(body.code, 'quota_organization')
      await patch(only.client_id, { organization_id: 'acme', client_name: 'Renamed' }).expect(200)
    })

    it('hold when fifty apps are created at once, each with a key of its own', async () => {
      const portal = await open({ appsPerUser: 7, appsPerOrganization: 5 })
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) => create(portal, 'admin', 'acme', `key-${index}`)),
      )
      const statuses = answers.map(({ status }) => status).sort()
      assert.deepEqual(statuses, [...Array<number>(5).fill(201), ...Array<number>(45).fill(409)])
      const list = await portal.as('admin').get(`${apps}?limit=100`).expect(200)
      assert.equal(list.body.items.length, 5)
    })

    it('of an organisation hold when several people create apps at once who have quotas of their own', async () => {
      const portal = await open({ appsPerUser: 50, appsPerOrganization: 5 })
      const persons = ['owner', 'admin', 'member'] as const
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => persons.map((person) => create(portal, person, 'acme'))).flat(),
      )
      const statuses = answers.map(({ status }) => status).sort()
      assert.deepEqual(statuses, [...Array<number>(5).fill(201), ...Array<number>(25).fill(409)])
    })

    it('hold when fifty apps are moved into one organisation at once', async () => {
      const portal = await open({ appsPerOrganization: 5 })
      const created = await Promise.all(Array.from({ length: 50 }, () => create(portal, 'stranger', null)))
      const moved = await Promise.all(
        created.map(({ body }) =>
          portal
            .as('stranger')
            .patch(`${apps}/${body.client_id}`)
            .set('If-Match', '"1"')
            .send({ organization_id: 'globex' }),
        ),
      )
      assert.equal(moved.filter(({ status }) => status === 200).length, 5)
      const refused = moved.filter(({ body }) => body.code === 'quota_organization')
      assert.equal(refused.length, 45)
      const list = await portal.as('stranger').get(`${apps}?limit=100&organization_id=globex`).expect(200)
      assert.equal(list.body.items.length, 5)
    })

    it('hold for an app that is restored: a deleted one does not count', async () => {
      const portal = await open({ appsPerUser: 1 })
      const { body: first } = await create(portal, 'admin', 'acme').expect(201)
      await portal.as('admin').delete(`${apps}/${first.client_id}`).expect(204)
      const { body: second } = await create(portal, 'admin', 'acme').expect(201)
      const { body } = await portal.as('admin').post(`${apps}/${first.client_id}/restore`).expect(409)
      assert.equal(body.code, 'quota_user')
      await portal.as('admin').delete(`${apps}/${second.client_id}`).expect(204)
      await portal.as('admin').post(`${apps}/${first.client_id}/restore`).expect(200)
    })

    it('do not stand in the way of a repeat whose app was the last one', async () => {
      const portal = await open({ appsPerUser: 1 })
      const { body } = await create(portal, 'admin', 'acme', 'the-last').expect(201)
      const repeat = await create(portal, 'admin', 'acme', 'the-last').expect(200)
      assert.equal(repeat.body.client_id, body.client_id)
      await create(portal, 'admin', 'acme', 'one-more').expect(409)
    })
  })
}

describe('GET /config', () => {
  let portal: Portal
  before(async () => {
    portal = await openPortal({ quotas: { appsPerUser: 3 } })
  })
  after(() => portal.close())

  it('tells the quotas, and where there is none', async () => {
    const { body } = await portal.as('admin').get(`${mountPath}/config`).expect(200)
    assert.deepEqual(body.quotas, { apps_per_user: 3, apps_per_organization: null })
  })
})
