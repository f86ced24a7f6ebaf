import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, afterEach, before, describe, it, mock } from 'node:test'
import { AppWithSecretSchema } from '../../../plugin/contract/index.js'
import { ownApps } from '../../../plugin/index.js'
import { databaseKinds, type DatabaseKind, type TestDatabase } from '../../support/databases.js'
import { dataUrl, iconFiles } from './icon-files.js'
import { mountPath, openPortal, type Person, type Portal } from './portal.js'

const apps = `${mountPath}/apps`
const day = 24 * 60 * 60 * 1000
const reader = { client_name: 'Reader', redirect_uris: ['https://example.com/cb'] }

let keys = 0
const newKey = (): string => `key-${++keys}`

for (const database of databaseKinds) {
  describe(`${database.name}: a request to create an app that is sent again`, () => {
    let portal: Portal
    before(async () => {
      portal = await openPortal({ database, policy: ownApps() })
    })
    after(() => portal.close())
    afterEach(() => mock.timers.reset())

    const create = (key: string, app: object = reader, person: Person = 'admin') =>
      portal.as(person).post(apps).set('Idempotency-Key', key).send(app)
    const count = async (person: Person = 'admin'): Promise<number> =>
      (await portal.as(person).get(`${apps}?limit=100`).expect(200)).body.items.length

    it('makes no second app: it is answered with the first one, and without its secret', async () => {
      const key = newKey()
      const first = await create(key).expect(201)
      assert.equal(first.headers['idempotency-replayed'], undefined)
      const before = await count()
      const again = await create(key).expect(200)
      assert.equal(again.headers['idempotency-replayed'], 'true')
      assert.equal(again.headers['location'], first.headers['location'])
      assert.equal(again.headers['etag'], '"1"')
      const { client_secret, secret_id, ...app } = AppWithSecretSchema.parse(first.body)
      assert.ok(client_secret)
      assert.deepEqual(AppWithSecretSchema.parse(again.body), app)
      assert.equal(await count(), before)
    })

    it('is the same request in quotes, in other white space, and with the same icon as a file', async () => {
      const key = newKey()
      const { png } = await iconFiles()
      const icon = dataUrl('image/png', png)
      const { body } = await create(key, { ...reader, icon }).expect(201)
      const spaced = JSON.stringify({ icon, ...reader }, null, 4)
      const quoted = portal.as('admin').post(apps).set('Idempotency-Key', `"${key}"`).type('json').send(spaced)
      assert.equal((await quoted.expect(200)).body.client_id, body.client_id)
      const upload = portal.as('admin').post(apps).set('Idempotency-Key', key)
      const uploaded = await upload.field('app', JSON.stringify(reader)).attach('icon', png, 'icon.png').expect(200)
      assert.equal(uploaded.body.client_id, body.client_id)
    })

    it('is refused when it asks for something else: another member, another icon', async () => {
      const key = newKey()
      const before = await count()
      await create(key).expect(201)
      const { png } = await iconFiles()
      for (const other of [
        { ...reader, client_name: 'Writer' },
        { ...reader, description: 'Reads.' },
        { ...reader, icon: dataUrl('image/png', png) },
      ]) {
        const { body } = await create(key, other).expect(422)
        assert.equal(body.code, 'idempotency_mismatch')
        assert.match(body.detail, /new key/)
      }
      assert.equal(await count(), before + 1)
    })

    it('belongs to who sent it: somebody else’s key of the same name is another one', async () => {
      const key = newKey()
      const mine = await create(key).expect(201)
      const theirs = await create(key, reader, 'stranger').expect(201)
      assert.notEqual(mine.body.client_id, theirs.body.client_id)
    })

    it('makes one app when twenty of it come at once', async () => {
      const key = newKey()
      const before = await count('owner')
      const answers = await Promise.all(Array.from({ length: 20 }, () => create(key, reader, 'owner')))
      assert.equal(answers.filter(({ status }) => status === 201).length, 1)
      assert.equal(answers.filter(({ status }) => status === 200).length, 19)
      assert.equal(new Set(answers.map(({ body }) => body.client_id)).size, 1)
      assert.equal(answers.filter(({ text }) => text.includes('client_secret"')).length, 1)
      assert.equal(await count('owner'), before + 1)
    })

    it('is answered as the app is now, and with 404 when that has been deleted', async () => {
      const key = newKey()
      const { body } = await create(key).expect(201)
      const address = `${apps}/${body.client_id}`
      await portal.as('admin').patch(address).set('If-Match', '"1"').send({ client_name: 'Renamed' }).expect(200)
      const renamed = await create(key).expect(200)
      assert.deepEqual([renamed.body.client_name, renamed.headers['etag']], ['Renamed', '"2"'])
      await portal.as('admin').delete(address).expect(204)
      const gone = await create(key).expect(404)
      assert.equal(gone.body.code, 'not_found')
      assert.match(gone.body.detail, /Idempotency-Key/)
    })

    it('makes nothing, and spends no key, as long as it has faults', async () => {
      const key = newKey()
      await create(key, { ...reader, client_name: '' }).expect(400)
      await create(key).expect(201)
      await create(key).expect(200)
    })

    it('makes a new app when its key is older than a day', async () => {
      const key = newKey()
      const now = Date.now()
      mock.timers.enable({ apis: ['Date'], now })
      const first = await create(key).expect(201)
      mock.timers.setTime(now + day - 1000)
      await create(key).expect(200)
      mock.timers.setTime(now + day + 1000)
      const second = await create(key, { ...reader, client_name: 'Another' }).expect(201)
      assert.notEqual(second.body.client_id, first.body.client_id)
      const third = await create(key, { ...reader, client_name: 'Another' }).expect(200)
      assert.equal(third.body.client_id, second.body.client_id)
    })

    it('is answered by a new server when the first one was killed between its commit and its answer', async () => {
      const shared = await database.create()
      try {
        const key = newKey()
        await createAndDie(shared, key)
        const next = await openPortal({ database: thereAlready(database, shared), policy: ownApps(), scopes: [] })
        try {
          const repeat = next.as('admin').post(apps).set('Idempotency-Key', key).send(reader)
          const { body } = await repeat.expect(200)
          const list = await next.as('admin').get(apps).expect(200)
          assert.deepEqual(
            list.body.items.map((app: { client_id: string }) => app.client_id),
            [body.client_id],
          )
          assert.equal(body.client_secret, undefined)
        } finally {
          await next.close()
        }
      } finally {
        await shared.drop()
      }
    })
  })
}

describe('The header Idempotency-Key', () => {
  let portal: Portal
  before(async () => {
    portal = await openPortal({ policy: ownApps() })
  })
  after(() => portal.close())

  const send = (key: string) => portal.as('admin').post(apps).set('Idempotency-Key', key).send(reader)

  for (const key of [
    '8e03978e-40d5-43dd-bc93-6894a57f9324',
    '"with spaces"',
    '"\\"quoted\\""',
    '!~a"b',
    'k'.repeat(255),
  ]) {
    it(`may be ${key.slice(0, 40)}`, async () => {
      await send(key).expect(201)
      await send(key).expect(200)
    })
  }

  for (const key of ['""', 'two keys', '"open', 'k'.repeat(256), `"${'k'.repeat(256)}"`, '"a\\b"', 'clé']) {
    it(`is refused by name as ${key.slice(0, 40)}`, async () => {
      const { body } = await send(key).expect(400)
      assert.equal(body.code, 'invalid_input')
      assert.match(body.detail, /^Idempotency-Key is /)
    })
  }

  it('is not looked at where nothing is created', async () => {
    await portal.as('admin').get(apps).set('Idempotency-Key', 'two keys').expect(200)
  })
})

/** The host that starts after another one has died. */
function thereAlready({ name }: DatabaseKind, { config }: TestDatabase): DatabaseKind {
  return { name, create: () => Promise.resolve({ config, drop: () => Promise.resolve() }) }
}

async function createAndDie({ config }: TestDatabase, key: string): Promise<void> {
  const script = new URL('../../support/dying-host.ts', import.meta.url).pathname
  const host = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(config)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(host, 'exit')
  const [port] = await Promise.race([once(host.stdout.setEncoding('utf8'), 'data'), exit])
  const lost = fetch(`http://127.0.0.1:${Number(port)}${apps}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(reader),
  })
  await assert.rejects(lost, 'the host answered before it was killed')
  const [, signal] = await exit
  assert.equal(signal, 'SIGKILL')
}
