import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Knex } from 'knex'
import { databaseKinds, sqliteKind } from '../../support/databases.js'
import { hostKnex } from '../../support/host-knex.js'
import { mountPath, openPortal, type Portal } from '../http/portal.js'

const apps = `${mountPath}/apps`
const movable = { organization_id: { presence: 'optional', locked: false } } as const

/** How many of a database's transactions wait for another one. SQLite has one at a time, and nothing to ask. */
const waiting: Readonly<Record<string, string>> = {
  PostgreSQL: `SELECT COUNT(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  MariaDB: `SELECT COUNT(*) AS n FROM information_schema.processlist WHERE db = DATABASE() AND command = 'Query'
    AND id <> CONNECTION_ID() AND info LIKE 'update%oauth_app_kit_apps%'`,
}

for (const kind of databaseKinds.filter((each) => each !== sqliteKind)) {
  describe(`${kind.name}: what counts against a quota, and has to wait for its app`, () => {
    let portal: Portal
    let knex: Knex
    before(async () => {
      const database = await kind.create()
      knex = hostKnex(database.config)
      portal = await openPortal({
        database: { name: kind.name, create: () => Promise.resolve(database) },
        quotas: { appsPerUser: 50, appsPerOrganization: 50 },
        fields: movable,
        policy: { can: () => true, visible: () => 'all' },
        findPrincipal: (id) => ({ id, name: id, organizations: [{ id: 'acme', name: 'Acme', role: 'member' }] }),
      })
    })
    after(async () => {
      await knex.destroy()
      await portal.close()
    })

    const create = async (): Promise<string> => {
      const members = { client_name: 'Awaited', organization_id: 'acme' }
      const { body } = await portal.as('admin').post(apps).send(members).expect(201)
      return String(body.client_id)
    }

    /** Begins a request while the app is changed, and ends that change when the request waits for it. */
    const overtaken = async (clientId: string, change: object | 'purge', request: PromiseLike<{ status: number }>) => {
      const transaction = await knex.transaction()
      const app = transaction('oauth_app_kit_apps').where('client_id', clientId)
      await (change === 'purge' ? app.delete() : app.update(change))
      const answer = Promise.resolve(request)
      for (let count = 0; count === 0;) {
        const answered: unknown = await knex.raw(waiting[kind.name] ?? '')
        count = Number(/"n":"?(\d+)/.exec(JSON.stringify(answered))?.[1])
      }
      await transaction.commit()
      return (await answer).status
    }

    it('is not done to an app that was deleted meanwhile', async () => {
      const clientId = await create()
      const request = portal.as('admin').post(`${apps}/${clientId}/reassign`).send({ owner_id: 'max' })
      assert.equal(await overtaken(clientId, { deleted_at: Date.now() }, request), 404)
    })

    it('is done to an app as it was left by others', async () => {
      const clientId = await create()
      const request = portal.as('admin').post(`${apps}/${clientId}/reassign`).send({ owner_id: 'max' })
      assert.equal(await overtaken(clientId, { version: 2, description: 'New' }, request), 200)
      const { body, headers } = await portal.as('admin').get(`${apps}/${clientId}`).expect(200)
      assert.deepEqual([headers['etag'], body.description, body.created_by.id], ['"3"', 'New', 'max'])
      const edit = portal
        .as('admin')
        .patch(`${apps}/${clientId}`)
        .set('If-Match', '"3"')
        .send({ organization_id: null })
      assert.equal(await overtaken(clientId, { version: 4 }, edit), 412)
    })

    it('gives back no app that was purged, or restored, meanwhile', async () => {
      for (const [change, status] of [
        ['purge', 409],
        [{ deleted_at: null, version: 2 }, 409],
      ] as const) {
        const clientId = await create()
        await portal.as('admin').delete(`${apps}/${clientId}`).expect(204)
        const request = portal.as('admin').post(`${apps}/${clientId}/restore`)
        assert.equal(await overtaken(clientId, change, request), status)
      }
    })
  })
}
