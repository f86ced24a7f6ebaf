import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import type { Knex } from 'knex'
import { databaseKinds, sqliteKind, type TestDatabase } from '../../support/databases.js'
import { hostKnex } from '../../support/host-knex.js'
import { mountPath, openPortal, type Portal } from '../http/portal.js'

const apps = `${mountPath}/apps`
const movable = { organization_id: { presence: 'optional', locked: false } } as const

/** A change to an app that comes between what a request saw of it and what the request does. */
type Change = object | 'purge'

/** Makes such a change, as another process would, and answers how the request then ended. */
type Overtaking = (clientId: string, change: Change, request: PromiseLike<{ status: number }>) => Promise<number>

/** How many of a database's transactions wait for another one. */
const waiting: Readonly<Record<string, string>> = {
  PostgreSQL: `SELECT COUNT(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  MariaDB: `SELECT COUNT(*) AS n FROM information_schema.processlist WHERE db = DATABASE() AND command = 'Query'
    AND id <> CONNECTION_ID() AND info LIKE 'update%oauth_app_kit_apps%'`,
}

for (const kind of databaseKinds) {
  describe(`${kind.name}: what counts against a quota, while others change its app`, () => {
    let portal: Portal
    let overtaken: Overtaking
    let end: () => Promise<void>
    before(async () => {
      const database = await kind.create()
      const others = kind === sqliteKind ? betweenSteps(database) : whileWaiting(database, waiting[kind.name] ?? '')
      overtaken = others.overtaken
      portal = await openPortal({
        database: { name: kind.name, create: () => Promise.resolve(database) },
        quotas: { appsPerUser: 50, appsPerOrganization: 50 },
        fields: movable,
        policy: { can: () => others.permit(), visible: () => 'all' },
        findPrincipal: (id) => ({ id, name: id, organizations: [{ id: 'acme', name: 'Acme', role: 'member' }] }),
      })
      end = async () => {
        await others.end()
        await portal.close()
      }
    })
    after(() => end())

    const create = async (): Promise<string> => {
      const members = { client_name: 'Awaited', organization_id: 'acme' }
      const { body } = await portal.as('admin').post(apps).send(members).expect(201)
      return String(body.client_id)
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

interface Others {
  readonly overtaken: Overtaking
  /** The host's policy, which is asked before anything is done. */
  permit(): true
  end(): Promise<void>
}

/** Begins the request while a transaction changes the app, and ends that transaction when the request waits for it. */
function whileWaiting({ config }: TestDatabase, whoWaits: string): Others {
  const knex: Knex = hostKnex(config)
  return {
    overtaken: async (clientId, change, request) => {
      const transaction = await knex.transaction()
      const app = transaction('oauth_app_kit_apps').where('client_id', clientId)
      await (change === 'purge' ? app.delete() : app.update(change))
      const answer = Promise.resolve(request)
      for (let count = 0; count === 0;) {
        const answered: unknown = await knex.raw(whoWaits)
        count = Number(/"n":"?(\d+)/.exec(JSON.stringify(answered))?.[1])
      }
      await transaction.commit()
      return (await answer).status
    },
    permit: () => true,
    end: () => knex.destroy(),
  }
}

/** SQLite lets one write at a time, so the app is changed when the request has seen it and has not begun to write. */
function betweenSteps({ config }: TestDatabase): Others {
  const { filename } = config.connection as { readonly filename: string }
  let interfere: (() => void) | undefined
  return {
    overtaken: async (clientId, change, request) => {
      interfere = () => {
        changeRow(filename, clientId, change)
      }
      const { status } = await request
      assert.equal(interfere, undefined, 'the request never asked the policy')
      return status
    },
    permit: () => {
      const change = interfere
      interfere = undefined
      change?.()
      return true
    },
    end: () => Promise.resolve(),
  }
}

function changeRow(filename: string, clientId: string, change: Change): void {
  const database = new Database(filename)
  try {
    if (change === 'purge') {
      database.prepare('DELETE FROM oauth_app_kit_apps WHERE client_id = ?').run(clientId)
      return
    }
    const members = Object.keys(change).map((name) => `${name} = ?`)
    database
      .prepare(`UPDATE oauth_app_kit_apps SET ${members.join(', ')} WHERE client_id = ?`)
      .run(...Object.values(change), clientId)
  } finally {
    database.close()
  }
}
