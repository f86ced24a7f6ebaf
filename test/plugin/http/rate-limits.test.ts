import assert from 'node:assert/strict'
import { after, afterEach, describe, it, mock } from 'node:test'
import makeKnex from 'knex'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { ownApps, type RateLimitOptions } from '../../../plugin/index.js'
import { databaseKinds, sqliteKind, type DatabaseKind, type TestDatabase } from '../../support/databases.js'
import { mountPath, openPortal, type Person, type Portal } from './portal.js'

const apps = `${mountPath}/apps`

/** Portals of one test file, closed when it ends. */
class Portals {
  readonly #open: Portal[] = []

  async open(database: DatabaseKind, rateLimits: RateLimitOptions, options: object = {}): Promise<Portal> {
    const portal = await openPortal({ database, policy: ownApps(), rateLimits, ...options })
    this.#open.push(portal)
    return portal
  }

  async close(): Promise<void> {
    for (const portal of this.#open.splice(0)) await portal.close()
  }
}

const create = (portal: Portal, person: Person = 'admin') =>
  portal.as(person).post(apps).send({ client_name: 'An app' })
const read = (portal: Portal, person: Person = 'admin') => portal.as(person).get(apps)

for (const database of databaseKinds) {
  describe(`${database.name}: rate limits`, () => {
    const portals = new Portals()
    const databases: TestDatabase[] = []
    after(async () => {
      await portals.close()
      for (const shared of databases) await shared.drop()
    })
    afterEach(() => mock.timers.reset())

    const sharedDatabase = async (): Promise<DatabaseKind> => {
      const shared = await database.create()
      databases.push(shared)
      return { name: database.name, create: () => Promise.resolve({ ...shared, drop: () => Promise.resolve() }) }
    }

    it('are the same for two nodes on one database, and each principal has their own', async () => {
      const shared = await sharedDatabase()
      const limits = { changes: { points: 4, seconds: 60 } }
      const [one, other] = [await portals.open(shared, limits), await portals.open(shared, limits)]
      for (const [portal, left] of [[one, 3] as const, [other, 2] as const, [one, 1] as const, [other, 0] as const]) {
        const { headers } = await create(portal).expect(201)
        assert.equal(headers['ratelimit-policy'], '"changes";q=4;w=60')
        assert.match(headers['ratelimit'] ?? '', new RegExp(`^"changes";r=${left};t=(60|5\\d)$`))
      }
      await create(one).expect(429)
      await create(other).expect(429)
      await create(one, 'stranger').expect(201)
    })

    it('say what is wrong and when to come back, before the body is looked at', async () => {
      const portal = await portals.open(database, { changes: { points: 1, seconds: 60 } })
      await create(portal).expect(201)
      const answer = await portal.as('admin').post(apps).type('json').send('{').expect(429)
      assert.equal(answer.type, 'application/problem+json')
      assert.equal(answer.body.code, 'rate_limited')
      assert.match(answer.body.detail, /up to 1 requests that change something in 60 seconds/)
      assert.match(answer.headers['retry-after'] ?? '', /^(60|5\d)$/)
      assert.match(answer.headers['ratelimit'] ?? '', /^"changes";r=0;t=/)
      await read(portal).expect(200)
      await portal.as('nobody').post(apps).send({}).expect(401)
    })

    it('let through exactly as many as they say when thirty requests come at once to two nodes', async () => {
      const shared = await sharedDatabase()
      const limits = { changes: { points: 10, seconds: 60 } }
      const [one, other] = [await portals.open(shared, limits), await portals.open(shared, limits)]
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, index) => create(index % 2 === 0 ? one : other).ok(() => true)),
      )
      assert.equal(answers.filter(({ status }) => status === 201).length, 10)
      assert.equal(answers.filter(({ status }) => status === 429).length, 20)
    })

    it('begin anew when their time is over', async () => {
      const now = Date.now()
      mock.timers.enable({ apis: ['Date'], now })
      const portal = await portals.open(database, { changes: { points: 1, seconds: 60 } })
      await create(portal).expect(201)
      mock.timers.setTime(now + 59_000)
      const { headers } = await create(portal).expect(429)
      assert.equal(headers['retry-after'], '1')
      mock.timers.setTime(now + 60_000)
      await create(portal).expect(201)
      await create(portal).expect(429)
    })

    it('write nothing for a read, nor for somebody who has been refused', async () => {
      const kept = await database.create()
      databases.push(kept)
      const portal = await portals.open(
        { name: database.name, create: () => Promise.resolve({ ...kept, drop: () => Promise.resolve() }) },
        { changes: { points: 1, seconds: 60 }, reads: { points: 2, seconds: 60 } },
      )
      const knex = makeKnex({ ...kept.config, useNullAsDefault: true })
      const counters = () => knex('oauth_app_kit_rate_counters').select('policy', 'used')
      try {
        await read(portal).expect(200)
        const { headers } = await read(portal).expect(200)
        assert.match(headers['ratelimit'] ?? '', /^"reads";r=0;t=/)
        await read(portal).expect(429)
        assert.deepEqual(await counters(), [])
        await create(portal).expect(201)
        for (let refusal = 0; refusal < 3; refusal++) await create(portal).expect(429)
        assert.deepEqual(
          (await counters()).map((row: object) => ({ ...row })),
          [{ policy: 'changes', used: 2 }],
        )
      } finally {
        await knex.destroy()
      }
    })

    it('are counted by each node while the database cannot, which is logged once', async () => {
      const kept = await database.create()
      databases.push(kept)
      const portal = await portals.open(
        { name: database.name, create: () => Promise.resolve({ ...kept, drop: () => Promise.resolve() }) },
        { changes: { points: 2, seconds: 60 } },
      )
      const knex = makeKnex({ ...kept.config, useNullAsDefault: true })
      await knex.schema.renameTable('oauth_app_kit_rate_counters', 'away')
      await create(portal).expect(201)
      await create(portal).expect(201)
      await create(portal).expect(429)
      const lines = () => portal.log.filter((line) => line.startsWith('rate_limit.'))
      assert.equal(lines().length, 1)
      assert.match(lines()[0] ?? '', /^rate_limit.not_shared/)
      await knex.schema.renameTable('away', 'oauth_app_kit_rate_counters')
      await knex.destroy()
      await create(portal).expect(201)
      assert.match(lines()[1] ?? '', /^rate_limit.shared_again/)
    })
  })
}

describe('Rate limits', () => {
  const portals = new Portals()
  after(() => portals.close())

  it('are 60 changes and 600 reads a minute unless the host says otherwise', async () => {
    const portal = await portals.open(sqliteKind, {})
    assert.equal((await create(portal)).headers['ratelimit-policy'], '"changes";q=60;w=60')
    assert.equal((await read(portal)).headers['ratelimit-policy'], '"reads";q=600;w=60')
  })

  it('are not there where the host wants none, nor where nobody has to sign in', async () => {
    const off = await portals.open(sqliteKind, {}, { rateLimits: false })
    assert.equal((await create(off).expect(201)).headers['ratelimit'], undefined)
    const portal = await portals.open(sqliteKind, { reads: { points: 1, seconds: 60 } })
    for (let call = 0; call < 3; call++) {
      const { headers } = await portal.as('admin').get(`${mountPath}/openapi.json`).expect(200)
      assert.equal(headers['ratelimit'], undefined)
    }
  })

  it('are held by the counters of rate-limiter-flexible where the host brings them', async () => {
    const portal = await portals.open(sqliteKind, {
      changes: { points: 2, seconds: 60 },
      reads: { points: 1, seconds: 30 },
      limiter: ({ name, points, seconds }) => new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
    })
    await read(portal).expect(200)
    const { headers } = await read(portal).expect(429)
    assert.equal(headers['ratelimit-policy'], '"reads";q=1;w=30')
    assert.match(headers['retry-after'] ?? '', /^(30|2\d)$/)
    assert.match((await create(portal).expect(201)).headers['ratelimit'] ?? '', /^"changes";r=1;t=/)
    await create(portal).expect(201)
    await create(portal).expect(429)
  })

  it('turn nobody away when the host’s counter fails, or never answers', async () => {
    for (const consume of [() => Promise.reject(new Error('No Redis')), () => new Promise<never>(() => undefined)]) {
      const portal = await portals.open(sqliteKind, {
        changes: { points: 1, seconds: 60 },
        limiter: () => ({ consume }),
      })
      await create(portal).expect(201)
      await create(portal).expect(429)
      assert.equal(portal.log.filter((line) => line.startsWith('rate_limit.not_shared')).length, 1)
    }
  })
})
