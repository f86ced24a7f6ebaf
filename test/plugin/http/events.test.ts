import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import makeKnex, { type Knex } from 'knex'
import { EventPageSchema, type AppEventLine } from '../../../plugin/contract/index.js'
import { databaseKinds } from '../../support/databases.js'
import { parseCsv } from '../../support/parse-csv.js'
import { mountPath, openPortal, type Client, type Portal } from './portal.js'

const columns = ['time', 'action', 'actor_id', 'actor_name', 'member', 'before', 'after']

for (const kind of databaseKinds) {
  describe(`${kind.name}: the audit log of an app`, () => {
    let portal: Portal
    let admin: Client
    let knex: Knex
    before(async () => {
      const database = await kind.create()
      knex = makeKnex({ ...database.config, useNullAsDefault: true })
      portal = await openPortal({ database: { name: kind.name, create: () => Promise.resolve(database) } })
      admin = portal.as('admin')
    })
    after(async () => {
      await knex.destroy()
      await portal.close()
    })

    const create = async (by: Client = admin): Promise<string> => {
      const members = { client_name: 'Audited', organization_id: 'acme' }
      const { body } = await by.post(`${mountPath}/apps`).send(members).expect(201)
      return `${mountPath}/apps/${String(body.client_id)}`
    }

    /** One page. */
    const page = async (app: string, query: Record<string, string> = {}) => {
      const { body } = await admin.get(`${app}/events?${new URLSearchParams(query)}`).expect(200)
      return EventPageSchema.parse(body)
    }

    /** An app with a line for each of these moments, the oldest first, beside the one of its creation. */
    const createWithLines = async (moments: readonly number[], line: object = {}): Promise<string> => {
      const app = await create()
      const client_id = app.split('/').at(-1)
      const rows = moments.map((at) => ({
        client_id,
        organization_id: 'acme',
        action: 'app.updated',
        actor_id: 'u-robot',
        actor_name: 'Robot',
        at,
        changes: JSON.stringify({ client_name: { before: null, after: `At ${at}` } }),
        ...line,
      }))
      await knex.batchInsert('oauth_app_kit_events', rows, 100)
      return app
    }

    it('tells newest first who did what, with what was before and after, and no secret', async () => {
      const app = await create()
      await admin.patch(app).set('If-Match', '"1"').send({ client_name: 'Renamed' }).expect(200)
      const added = await portal.as('owner').post(`${app}/secrets`).send({ name: 'Second' }).expect(201)
      await admin.post(`${app}/disable`).expect(200)
      await admin.post(`${app}/enable`).expect(200)

      const { items, next_cursor } = await page(app)
      assert.deepEqual(
        items.map(({ action, actor }) => `${actor.name}: ${action}`),
        [
          'Adam Admin: app.enabled',
          'Adam Admin: app.disabled',
          'Olga Owner: secret.added',
          'Adam Admin: app.updated',
          'Adam Admin: app.created',
        ],
      )
      assert.equal(next_cursor, null)
      const [, , , renamed] = items
      assert.deepEqual(renamed?.changes, { client_name: { before: 'Audited', after: 'Renamed' } })
      assert.deepEqual(renamed.actor, { id: 'u-admin', name: 'Adam Admin' })
      assert.equal(renamed.client_id, app.split('/').at(-1))
      assert.equal(new Date(renamed.at).toISOString(), renamed.at)
      assert.ok(!JSON.stringify(items).includes(String(added.body.client_secret)))
    })

    it('tells moments as the API does everywhere: when secrets end, and what was restored had been deleted', async () => {
      const app = await create()
      const ends = '2031-02-03T04:05:06.789Z'
      await admin.post(`${app}/secrets`).send({ name: 'Next', expires_at: ends, expire_others_in: 3600 }).expect(201)
      await admin.delete(app).expect(204)
      await admin.post(`${app}/restore`).expect(200)
      const { items } = await page(app)
      const [restored, , added, created] = items
      const endsOf = (value: unknown) => (value as { expires_at: unknown }[]).map(({ expires_at }) => expires_at)
      assert.deepEqual(endsOf(created?.changes['secrets']?.after), [null])
      const [overlap, own] = endsOf(added?.changes['secrets']?.after)
      assert.equal(new Date(String(overlap)).getTime() - Date.parse(added?.at ?? ''), 3_600_000)
      assert.equal(own, ends)
      assert.equal(Date.parse(String(restored?.changes['deleted_at']?.before)) > 0, true)
      const everything = JSON.stringify(items) + (await admin.get(`${app}/events?format=csv`).expect(200)).text
      assert.match(everything, /2031-02-03T04:05:06\.789Z/)
      assert.doesNotMatch(everything, /(?<![\d.])1\d{12}(?!\d)/)
    })

    it('is paged without a line twice or missing, also where lines have the same time or are new', async () => {
      const app = await createWithLines(Array.from({ length: 9 }, () => 1_000))
      const seen: AppEventLine[] = []
      let cursor: string | null = null
      do {
        const { items, next_cursor } = await page(app, { limit: '4', ...(cursor !== null && { cursor }) })
        seen.push(...items)
        cursor = next_cursor
        await admin.post(`${app}/${seen.length === 4 ? 'disable' : 'enable'}`).expect(200)
      } while (cursor !== null)
      assert.equal(seen.length, 10)
      assert.equal(new Set(seen.map(({ id }) => id)).size, 10)
      assert.equal(seen.at(-1)?.action, 'app.created')
    })

    it('is filtered by action, by actor and by time, from a moment on and before another', async () => {
      const app = await createWithLines([1_000, 2_000, 3_000])
      await portal.as('owner').post(`${app}/disable`).expect(200)
      const actions = async (query: Record<string, string>) => {
        const { items } = await page(app, query)
        return items.map(({ action, at }) => (action === 'app.updated' ? Date.parse(at) : action))
      }
      assert.deepEqual(await actions({ action: 'app.disabled' }), ['app.disabled'])
      assert.deepEqual(await actions({ actor_id: 'u-owner' }), ['app.disabled'])
      assert.deepEqual(await actions({ actor_id: 'u-robot', action: 'app.created' }), [])
      assert.deepEqual(await actions({ until: '1970-01-01T00:00:03Z' }), [2_000, 1_000])
      assert.deepEqual(
        await actions({ since: '1970-01-01T01:00:02.000+01:00', until: '1970-01-01T00:00:03.001Z' }),
        [3_000, 2_000],
      )
      assert.deepEqual(await actions({ actor_id: '\0' }), [])
    })

    it('refuses a query by naming every fault', async () => {
      const app = await create()
      const query = 'action=app.eaten&since=yesterday&until=2026-02-30T00:00:00Z&limit=201&cursor=x&format=pdf&who=me'
      const { body } = await admin.get(`${app}/events?${query}`).expect(400)
      assert.equal(body.code, 'invalid_input')
      assert.deepEqual(
        body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`).sort(),
        [
          '/action not_allowed',
          '/cursor not_allowed',
          '/format not_allowed',
          '/limit out_of_range',
          '/since time_malformed',
          '/until time_malformed',
          '/who unknown_member',
        ],
      )
      const file = await admin.get(`${app}/events?format=csv&limit=5&cursor=x&since=`).expect(400)
      assert.deepEqual(
        file.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`).sort(),
        ['/cursor hidden_member', '/limit hidden_member', '/since time_malformed'],
      )
    })

    it('is asked for with each parameter once, and with numbers as people write them', async () => {
      const app = await create()
      const { body } = await admin.get(`${app}/events?limit=0x10&action=app.created&action=app.updated`).expect(400)
      assert.deepEqual(
        body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`).sort(),
        ['/action too_many', '/limit wrong_type'],
      )
    })

    it('is read by whoever may see the app, and does not exist for others', async () => {
      const app = await create()
      await portal.as('demoted').get(`${app}/events`).expect(200)
      for (const format of ['', '?format=csv', '?format=json', '?limit=0']) {
        await portal.as('nobody').get(`${app}/events${format}`).expect(401)
        await portal.as('stranger').get(`${app}/events${format}`).expect(404)
        await portal.as('member').get(`${app}/events${format}`).expect(404)
        await admin.get(`${mountPath}/apps/none/events${format}`).expect(404)
      }
    })

    it('is downloaded whole as CSV, a row for each member that changed', async () => {
      const app = await createWithLines(
        Array.from({ length: 450 }, (_, index) => index),
        { changes: '{}' },
      )
      await admin
        .patch(app)
        .set('If-Match', '"1"')
        .send({ client_name: 'A, "B"', description: 'one\ntwo', redirect_uris: ['https://a.example/cb'] })
        .expect(200)
      const { headers, text } = await admin.get(`${app}/events?format=csv`).expect(200)
      assert.equal(headers['content-type'], 'text/csv; charset=utf-8; header=present')
      assert.equal(headers['content-disposition'], `attachment; filename="${String(app.split('/').at(-1))}-events.csv"`)
      assert.equal(headers['cache-control'], 'no-store')
      assert.equal(headers['x-content-type-options'], 'nosniff')

      const [header, ...rows] = parseCsv(text)
      assert.deepEqual(header, columns)
      const edit = rows.filter(([, , , actor, member]) => actor === 'Adam Admin' && member !== '').slice(0, 3)
      assert.deepEqual(
        edit.map(([, action, id, , member, before, now]) => [action, id, member, before, now]),
        [
          ['app.updated', 'u-admin', 'client_name', 'Audited', 'A, "B"'],
          ['app.updated', 'u-admin', 'description', '', 'one\ntwo'],
          ['app.updated', 'u-admin', 'redirect_uris', '[]', '["https://a.example/cb"]'],
        ],
      )
      const plain = rows.filter(([, , actor]) => actor === 'u-robot')
      assert.deepEqual(plain[0], ['1970-01-01T00:00:00.449Z', 'app.updated', 'u-robot', 'Robot', '', '', ''])
      assert.equal(new Set(plain.map(([time]) => time)).size, 450)
    })

    it('opens in a spreadsheet with all its letters: one byte order mark says that the file is UTF-8', async () => {
      const app = await createWithLines(
        Array.from({ length: 250 }, (_, index) => index),
        { actor_name: 'Jörg Müller' },
      )
      const { text } = await admin.get(`${app}/events?format=csv`).expect(200)
      assert.equal(text.indexOf('\uFEFFtime,'), 0)
      assert.equal(text.lastIndexOf('\uFEFF'), 0)
      assert.ok(parseCsv(text).some(([, , , actor]) => actor === 'Jörg Müller'))
      const { text: json } = await admin.get(`${app}/events?format=json`).expect(200)
      assert.ok(!json.includes('\uFEFF'))
    })

    it('is downloaded whole as JSON, as one page that is the last', async () => {
      const app = await createWithLines(Array.from({ length: 450 }, (_, index) => index))
      const { headers, body } = await admin.get(`${app}/events?format=json&actor_id=u-robot`).expect(200)
      assert.equal(headers['content-type'], 'application/json')
      assert.match(String(headers['content-disposition']), /^attachment; filename="[a-z2-7]{26}-events\.json"$/)
      const { items, next_cursor } = EventPageSchema.parse(body)
      assert.deepEqual(
        items.map(({ at }) => Date.parse(at)),
        Array.from({ length: 450 }, (_, index) => 449 - index),
      )
      assert.equal(next_cursor, null)
      const none = await admin.get(`${app}/events?format=json&actor_id=nobody`).expect(200)
      assert.deepEqual(none.body, { items: [], next_cursor: null })
      const noRows = await admin.get(`${app}/events?format=csv&actor_id=nobody`).expect(200)
      assert.deepEqual(parseCsv(noRows.text), [columns])
      const head = await admin.head(`${app}/events?format=csv`).expect(200)
      assert.match(String(head.headers['content-type']), /^text\/csv/)
    })

    it('holds nothing that a spreadsheet would compute', async () => {
      const formulas = ['=HYPERLINK("https://evil.example","x")', '+1', '-1', '@x', '\tx', '\rx', '＝1']
      for (const formula of formulas) {
        const client_name = /[\t\r]/.test(formula) ? 'harmless' : formula
        const changes = JSON.stringify({ client_name: { before: formula, after: client_name } })
        const app = await createWithLines([1], { actor_name: formula, changes })
        if (client_name === formula) {
          await admin.patch(app).set('If-Match', '"1"').send({ client_name }).expect(200)
        }
        const { text } = await admin.get(`${app}/events?format=csv`).expect(200)
        const cells = parseCsv(text).flat()
        assert.ok(cells.filter((cell) => cell === `'${formula}`).length >= 2, formula)
        assert.deepEqual(
          cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell)),
          [],
        )
      }
    })

    it('is cut off, and the log says why, where the database fails in the middle', async () => {
      const app = await createWithLines(Array.from({ length: 450 }, (_, index) => index))
      await knex('oauth_app_kit_events')
        .where({ client_id: app.split('/').at(-1), at: 1 })
        .update({ changes: 'null' })
      const known = portal.log.length
      await assert.rejects(
        admin.get(`${app}/events?format=json`).then(() => undefined),
        /aborted|hang up/,
      )
      assert.match(portal.log.slice(known).join('\n'), /could not answer GET .*\/events/)
      // Before the first line, it is an error like any other.
      await knex('oauth_app_kit_events')
        .where({ client_id: app.split('/').at(-1), at: 449 })
        .update({ changes: 'null' })
      const { headers } = await admin.get(`${app}/events?format=csv`).expect(500)
      assert.equal(headers['content-type'], 'application/problem+json')
      assert.equal(headers['content-disposition'], undefined)
    })
  })
}
