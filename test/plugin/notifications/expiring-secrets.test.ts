import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { databaseKinds } from '../../support/databases.js'
import { person, TestRegistry } from '../../support/open-registry.js'
import { RecordingChannel } from '../../support/recording-channel.js'

const ada = person('ada')
const day = 86_400_000

for (const kind of databaseKinds) {
  describe(`${kind.name}: a secret that is about to end`, () => {
    let test: TestRegistry
    let channel: RecordingChannel
    beforeEach(async () => {
      channel = new RecordingChannel()
      channel.wanted = (event) => event === 'secret.expiring'
      test = await TestRegistry.open(kind, { channels: [channel] })
    })
    afterEach(() => test.close())

    const endingIn = async (days: number, name: string): Promise<string> => {
      const { app } = await test.create(ada, { client_name: name })
      const expires_at = new Date(test.now + days * day).toISOString()
      await test.registry.addSecret(ada, app.client_id, { members: { name, expires_at }, faults: [] })
      return app.client_id
    }
    const notice = async (): Promise<(string | undefined)[]> => {
      channel.deliveries.length = 0
      await test.jobs.run()
      await test.outbox.drain(() => true)
      return channel.deliveries.map(({ line }) => line.secret?.name)
    }

    it('is told of once, from 14 days before', async () => {
      await endingIn(15, 'Later')
      await endingIn(13, 'Soon')
      assert.deepEqual(await notice(), ['Soon'])
      const [{ line } = {}] = channel.deliveries
      assert.deepEqual([line?.event, line?.actor, line?.app.client_name], ['secret.expiring', null, 'Soon'])
      assert.equal(line?.secret?.expires_at, test.now + 13 * day)
      assert.deepEqual(await notice(), [])
      test.now += 2 * day
      assert.deepEqual(await notice(), ['Later'])
      test.now += 20 * day
      assert.deepEqual(await notice(), [])
    })

    it('is told of by one of two processes that notice it together', async () => {
      for (let count = 0; count < 5; count++) await endingIn(3, `Secret ${count}`)
      const other = await TestRegistry.on(test.database, { channels: [channel] })
      await Promise.all([test.jobs.run(), other.jobs.run()])
      await other.disconnect()
      await test.outbox.drain(() => true)
      assert.deepEqual([channel.deliveries.length, new Set(channel.ids).size], [5, 5])
    })

    it('is not told of while its app is disabled or deleted', async () => {
      const disabled = await endingIn(3, 'Disabled')
      const deleted = await endingIn(3, 'Deleted')
      await test.registry.disableApp(ada, disabled)
      await test.registry.deleteApp(ada, deleted)
      assert.deepEqual(await notice(), [])
      await test.registry.enableApp(ada, disabled)
      assert.deepEqual(await notice(), ['Disabled'])
    })
  })
}
