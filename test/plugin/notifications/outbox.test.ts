import assert from 'node:assert/strict'
import { afterEach, describe, it } from 'node:test'
import { createOutbox } from '../../../plugin/notifications/create-outbox.js'
import { databaseKinds } from '../../support/databases.js'
import { person, TestRegistry } from '../../support/open-registry.js'
import { RecordingChannel } from '../../support/recording-channel.js'

const ada = person('ada')
const [second, hour, day] = [1000, 3_600_000, 86_400_000]
const always = (): boolean => true
const silent = (): undefined => undefined
const logger = { info: silent, warn: silent, error: silent }

for (const kind of databaseKinds) {
  describe(`${kind.name}: the outbox`, () => {
    let test: TestRegistry
    const open = async (...channels: RecordingChannel[]): Promise<TestRegistry> => {
      test = await TestRegistry.open(kind, { channels })
      return test
    }
    afterEach(() => test.close())

    it('tells each channel of every event once, with the app as it was then', async () => {
      const [mail, hooks] = [new RecordingChannel('mail'), new RecordingChannel('webhooks')]
      await open(mail, hooks)
      const { app, client_secret = '' } = await test.create(ada, { client_name: 'Told of' })
      await test.registry.disableApp(ada, app.client_id)
      await test.registry.deleteApp(ada, app.client_id)
      assert.equal(await test.outbox.drain(always), 6)
      assert.equal(await test.outbox.drain(always), 0)
      for (const channel of [mail, hooks]) {
        assert.deepEqual(channel.events.sort(), ['app.created', 'app.deleted', 'app.disabled'])
        for (const { line, attempt } of channel.deliveries) {
          assert.deepEqual(line.actor, { id: 'ada', name: 'Person ada' })
          assert.deepEqual([line.app.client_name, line.app.client_id, attempt], ['Told of', app.client_id, 1])
        }
      }
      assert.equal(new Set([...mail.ids, ...hooks.ids]).size, 6)
      const kept = JSON.stringify([await test.knex('oauth_app_kit_outbox_lines'), mail.deliveries, test.log])
      assert.ok(client_secret !== '' && !kept.includes(client_secret))
      assert.doesNotMatch(kept, /hash|pepper/)
    })

    it('says which secret was added, but for its value', async () => {
      const channel = new RecordingChannel()
      await open(channel)
      const { app } = await test.create(ada)
      await test.outbox.drain(always)
      const added = await test.registry.addSecret(ada, app.client_id, { members: { name: 'Second' }, faults: [] })
      await test.outbox.drain(always)
      const line = channel.deliveries.at(-1)?.line
      assert.equal(line?.event, 'secret.added')
      const secret = added.app.secrets.find(({ name }) => name === 'Second')
      assert.deepEqual(line.secret, { id: added.secret_id, name: 'Second', hint: secret?.hint, expires_at: null })
    })

    it('keeps a line with its change or not at all, and none that nobody wants', async () => {
      const channel = new RecordingChannel()
      channel.wanted = (event) => event === 'app.created'
      await open(channel)
      const { app } = await test.create(ada)
      await test.registry.disableApp(ada, app.client_id)
      await assert.rejects(
        test.store.transaction(async (transaction) => {
          const event = { client_id: app.client_id, organization_id: null, action: 'app.created', actor: ada } as const
          await transaction.insertEvent({ ...event, at: test.now, changes: {}, app })
          throw new Error('rolled back')
        }),
        /rolled back/,
      )
      assert.equal(await test.count('outbox_lines'), 1)
      await test.outbox.drain(always)
      assert.deepEqual(channel.events, ['app.created'])
    })

    it('repeats what failed after a growing pause, with the same id, and parks it after a day with the reason', async () => {
      const channel = new RecordingChannel()
      channel.answer = () => Promise.reject(new Error('421 Come back later'))
      await open(channel)
      await test.create(ada)
      await test.outbox.drain(always)
      await test.outbox.drain(always)
      assert.equal(channel.deliveries.length, 1, 'it came back at once')
      test.now += 7 * second
      await test.outbox.drain(always)
      test.now += 7 * second
      await test.outbox.drain(always)
      assert.deepEqual(
        channel.deliveries.map(({ attempt }) => attempt),
        [1, 2],
      )
      test.now += day - hour
      await test.outbox.drain(always)
      test.now += 2 * hour
      await test.outbox.drain(always)
      assert.deepEqual([channel.deliveries.length, new Set(channel.ids).size], [4, 1])
      const [parked] = await test.outboxStore.findParked(10)
      assert.deepEqual([parked?.id, parked?.reason, parked?.attempts], [channel.ids[0], '421 Come back later', 4])
      assert.ok(test.log.some((line) => line.startsWith('notification.parked')))
      test.now += 30 * day
      assert.equal(await test.outbox.drain(always), 0)
    })

    it('gives a line its day from the first attempt, and a parked one another when asked to', async () => {
      const channel = new RecordingChannel()
      channel.answer = () => ({ kind: 'failed', reason: 'down' })
      await open(channel)
      await test.create(ada)
      test.now += 3 * day
      await test.outbox.drain(always)
      assert.deepEqual(await test.outboxStore.findParked(10), [])
      channel.answer = () => ({ kind: 'parked', reason: 'There is no such mailbox' })
      test.now += hour
      await test.outbox.drain(always)
      const [parked] = await test.outboxStore.findParked(10)
      assert.equal(parked?.reason, 'There is no such mailbox')
      channel.answer = () => ({ kind: 'delivered' })
      assert.ok(await test.outboxStore.retry(parked.id, test.now))
      assert.equal(await test.outboxStore.retry('unknown', test.now), false)
      await test.outbox.drain(always)
      assert.deepEqual(await test.outboxStore.findParked(10), [])
      assert.equal(channel.deliveries.at(-1)?.id, channel.ids[0])
    })

    it('splits a line among targets that fail on their own', async () => {
      const channel = new RecordingChannel()
      channel.answer = ({ target }) =>
        target === ''
          ? { kind: 'split', targets: ['one', 'two'] }
          : target === 'one'
            ? { kind: 'delivered' }
            : { kind: 'failed', reason: 'down', retryAfter: 60 }
      await open(channel)
      await test.create(ada)
      await test.outbox.drain(always)
      await test.outbox.drain(always)
      assert.deepEqual(channel.deliveries.map(({ target }) => target).sort(), ['', 'one', 'two'])
      test.now += 40 * second
      assert.equal(await test.outbox.drain(always), 0, 'it did not leave alone who asked for it')
      test.now += 40 * second
      await test.outbox.drain(always)
      assert.equal(channel.deliveries.at(-1)?.target, 'two')
      assert.equal(new Set(channel.deliveries.map(({ line }) => line.id)).size, 1)
      assert.equal(new Set(channel.ids).size, 3)
    })

    it('gives each line to one of several that look for it at once', async () => {
      const channels = Array.from({ length: 3 }, () => new RecordingChannel())
      const first = await open(new RecordingChannel())
      for (let count = 0; count < 45; count++) await first.create(ada)
      const others: TestRegistry[] = []
      const outboxes = []
      for (const channel of channels) {
        // A second connection of one process to SQLite waits for the first one, which waits for the process.
        const own = kind.name === 'SQLite' ? first : await TestRegistry.on(first.database)
        if (own !== first) others.push(own)
        outboxes.push(createOutbox({ store: own.outboxStore, logger, clock: () => first.now }, [channel]))
      }
      const attempts = await Promise.all(outboxes.map((outbox) => outbox.drain(always)))
      const ids = channels.flatMap((channel) => channel.ids)
      assert.deepEqual([ids.length, new Set(ids).size], [45, 45], `of ${attempts.join(', ')} attempts`)
      assert.ok(attempts.filter((count) => count > 0).length > 1, 'one was faster than all others')
      await Promise.all(others.map((other) => other.disconnect()))
    })

    it('gives a line whose process died to another one, once its lease ends', async () => {
      const channel = new RecordingChannel()
      await open(channel)
      await test.create(ada)
      const query = { channel: channel.name, now: test.now, leaseUntil: test.now + 60 * second, limit: 10 }
      const [claimed] = await test.outboxStore.claim(query)
      assert.equal(await test.outbox.drain(always), 0, 'it was taken from somebody')
      test.now += 60 * second
      assert.equal(await test.outbox.drain(always), 1)
      assert.deepEqual([channel.ids[0], channel.deliveries[0]?.attempt], [claimed?.id, 2])
      assert.ok(claimed)
      await test.outboxStore.settle(claimed, { dueAt: test.now, reason: 'the dead one was only slow' })
      assert.equal(await test.outbox.drain(always), 0, 'who lost the claim settled it')
    })

    it('forgets after a month what was told, and what no channel is there for', async () => {
      const channel = new RecordingChannel()
      await open(channel, new RecordingChannel('removed'))
      await test.create(ada)
      test.now += day
      const other = await TestRegistry.on(test.database, { channels: [channel] })
      other.now = test.now
      await other.create(ada)
      channel.answer = () => ({ kind: 'failed', reason: 'down' })
      other.now += 29.5 * day
      await other.outbox.drain(always)
      assert.equal((await other.jobs.run())['notifications'], 0, 'it forgot what is on its way')
      channel.answer = () => ({ kind: 'delivered' })
      other.now += hour
      await other.outbox.drain(always)
      assert.equal((await other.jobs.run())['notifications'], 1)
      other.now += day
      assert.equal((await other.jobs.run())['notifications'], 1)
      assert.deepEqual([await test.count('outbox_lines'), await test.count('outbox_deliveries')], [0, 0])
      await other.disconnect()
    })
  })
}
