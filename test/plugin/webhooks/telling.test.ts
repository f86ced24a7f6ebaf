import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import type { WebhookEvent } from '../../../plugin/contract/webhook-values.js'
import { organizationAdmins, type Principal } from '../../../plugin/index.js'
import { databaseKinds } from '../../support/databases.js'
import { person, TestRegistry } from '../../support/open-registry.js'
import { isSignedWith, openWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver.js'

const acme: Principal = { id: 'ada', name: 'Ada', organizations: [{ id: 'acme', name: 'Acme', role: 'admin' }] }
const [hour, day] = [3_600_000, 86_400_000]
const options = { encryption: { current: { id: '1', key: 'k'.repeat(32) } }, allowLoopback: true }
const always = (): boolean => true

for (const kind of databaseKinds) {
  describe(`${kind.name}: an endpoint is told`, () => {
    let test: TestRegistry
    let receiver: WebhookReceiver
    beforeEach(async () => {
      receiver = await openWebhookReceiver()
      test = await TestRegistry.open(kind, { webhooks: options })
      // A receiver goes by its own clock.
      test.now = Date.now()
    })
    afterEach(async () => {
      await test.close()
      await receiver.close()
    })

    const add = (by: Principal, events: WebhookEvent[], members: { organization_id?: string; url?: string } = {}) =>
      test.registry.webhooks.create(by, { members: { url: receiver.url, events, ...members }, faults: [] })

    const logOf = async (by: Principal, webhookId: string) =>
      (await test.registry.webhooks.listDeliveries(by, webhookId, { members: {}, faults: [] })).items

    it('of the events that it chose, with the app and what changed, and no secret', async () => {
      const { webhook, signing_secret: secret } = await add(person('ada'), ['app.updated', 'secret.added'])
      const { app } = await test.create(person('ada'), { client_name: 'Before' })
      await test.registry.updateApp(person('ada'), app.client_id, 1, { members: { client_name: 'After' }, faults: [] })
      await test.registry.addSecret(person('ada'), app.client_id, { members: { name: 'Second' }, faults: [] })
      await test.outbox.drain(always)
      const bodies = receiver.received.map(({ body }) => JSON.parse(body))
      assert.deepEqual(bodies.map(({ type }) => type).sort(), ['app.updated', 'secret.added'])
      const updated = bodies.find(({ type }) => type === 'app.updated')
      assert.deepEqual(Object.keys(updated), ['type', 'timestamp', 'data'])
      assert.equal(updated.timestamp, new Date(test.now).toISOString())
      assert.deepEqual(updated.data, {
        app: {
          client_id: app.client_id,
          client_name: 'After',
          organization_id: null,
          created_by: { id: 'ada', name: 'Person ada' },
          status: 'active',
        },
        actor: { id: 'ada', name: 'Person ada' },
        secret: null,
        changes: { client_name: { before: 'Before', after: 'After' } },
      })
      const sent = JSON.stringify(receiver.received)
      assert.doesNotMatch(sent, /hint|hash|pepper|oak_/)
      for (const received of receiver.received) assert.ok(isSignedWith(secret, received))
      const log = await logOf(person('ada'), webhook.id)
      assert.deepEqual(new Set(log.map(({ id }) => id)), new Set(receiver.received.map(({ id }) => id)))
      assert.ok(log.every(({ status, id }) => status === 'delivered' && /^[\w-]+$/.test(id)))
    })

    it('of what its owner may see, and of nothing else', async () => {
      const [ada, eve] = [person('ada'), person('eve')]
      await add(ada, ['app.created'])
      await test.create(eve)
      await test.outbox.drain(always)
      assert.deepEqual(receiver.received, [])
      await test.create(ada)
      await test.outbox.drain(always)
      assert.equal(receiver.received.length, 1)
    })

    it('nothing while it is disabled, and nothing of before when it is enabled again', async () => {
      const ada = person('ada')
      const { webhook } = await add(ada, ['app.created'])
      await test.registry.webhooks.update(ada, webhook.id, { members: { status: 'disabled' }, faults: [] })
      await test.create(ada)
      await test.outbox.drain(always)
      await test.registry.webhooks.update(ada, webhook.id, { members: { status: 'active' }, faults: [] })
      await test.outbox.drain(always)
      assert.deepEqual(receiver.received, [])
    })

    it('again after a growing pause, under one id, until a day is over; then it says why', async () => {
      const ada = person('ada')
      const { webhook } = await add(ada, ['app.created'])
      receiver.answer = (_, response) => void response.writeHead(500).end()
      await test.create(ada)
      await test.outbox.drain(always)
      const [first] = await logOf(ada, webhook.id)
      assert.deepEqual([first?.status, first?.response_status, first?.error], ['pending', 500, 'status'])
      for (let hours = 0; hours < 27; hours++) {
        test.now += hour * 1.3
        await test.outbox.drain(always)
      }
      const [last, ...others] = await logOf(ada, webhook.id)
      assert.equal(others.length, 0)
      assert.deepEqual([last?.status, last?.attempts], ['failed', receiver.received.length])
      assert.ok(receiver.received.length > 10)
      assert.equal(new Set(receiver.received.map(({ id }) => id)).size, 1)
      const [parked] = await test.outboxStore.findParked(10)
      assert.equal(parked?.reason, 'The receiver answered 500')
    })

    it('even if another one fails, which is left alone for a while', async () => {
      const ada = person('ada')
      await add(ada, ['app.created'], { url: `${receiver.url}/broken` })
      await add(ada, ['app.created'], { url: `${receiver.url}/sound` })
      receiver.answer = (request, response) =>
        void response.writeHead(request.url?.endsWith('broken') ? 500 : 200).end()
      await test.create(ada)
      await test.outbox.drain(always)
      await test.create(ada)
      await test.create(ada)
      await test.outbox.drain(always)
      const paths = receiver.received.map(({ path }) => path)
      assert.equal(paths.filter((path) => path.endsWith('sound')).length, 3)
      assert.equal(paths.filter((path) => path.endsWith('broken')).length, 1)
      receiver.answer = (_, response) => void response.writeHead(200).end()
      for (let minutes = 0; minutes < 10; minutes++) {
        test.now += 60_000
        await test.outbox.drain(always)
      }
      assert.equal(new Set(receiver.received.map(({ id }) => id)).size, 6)
    })

    it('no more when it failed for three days, and its owner sees why', async () => {
      const ada = person('ada')
      const { webhook } = await add(ada, ['app.created'])
      receiver.answer = (_, response) => void response.writeHead(503).end()
      for (let days = 0; days < 4; days++) {
        await test.create(ada)
        await test.outbox.drain(always)
        test.now += day
      }
      const now = await test.registry.webhooks.get(ada, webhook.id)
      assert.deepEqual([now.status, now.status_reason], ['disabled', 'failing'])
      assert.ok(now.failing_since !== null)
      assert.ok(test.log.some((line) => line.includes('webhook.disabled')))
      const count = receiver.received.length
      test.now += day
      await test.outbox.drain(always)
      assert.equal(receiver.received.length, count)
      assert.ok((await logOf(ada, webhook.id)).every(({ status }) => status === 'failed'))
    })

    it('nothing more when it is deleted', async () => {
      const ada = person('ada')
      const { webhook } = await add(ada, ['app.created'])
      receiver.answer = (_, response) => void response.writeHead(500).end()
      await test.create(ada)
      await test.outbox.drain(always)
      await test.registry.webhooks.delete(ada, webhook.id)
      test.now += hour
      await test.outbox.drain(always)
      assert.equal(receiver.received.length, 1)
      assert.equal(await test.count('webhook_deliveries'), 0)
      assert.equal(await test.count('webhook_secrets'), 0)
    })

    it('once more what a process did not live to write down, under the same id', async () => {
      const ada = person('ada')
      const { signing_secret: secret } = await add(ada, ['app.created'])
      await test.create(ada)
      await test.outbox.drain(always)
      await test.knex('oauth_app_kit_webhook_deliveries').delete()
      await test.knex('oauth_app_kit_outbox_deliveries').whereNot('target', '').update({
        due_at: test.now,
        outcome: null,
        settled_at: null,
      })
      await test.outbox.drain(always)
      const [first, second] = receiver.received
      assert.ok(first && second && isSignedWith(secret, second))
      assert.equal(first.id, second.id)
      assert.equal(first.body, second.body)
    })
  })
}

describe('The endpoint of an organization', () => {
  it('is told of all of its apps, whoever made them, and of no other’s', async () => {
    const [kind] = databaseKinds
    assert.ok(kind)
    const receiver = await openWebhookReceiver()
    const test = await TestRegistry.open(kind, { webhooks: options, policy: organizationAdmins() })
    const input = { url: receiver.url, events: ['app.created' as const], organization_id: 'acme' }
    await test.registry.webhooks.create(acme, { members: input, faults: [] })
    const globex = [{ id: 'globex', name: 'Globex', role: 'admin' as const }]
    await test.create({ ...acme, id: 'bob' }, { organization_id: 'acme' })
    await test.create({ ...acme, organizations: globex }, { organization_id: 'globex' })
    await test.outbox.drain(always)
    assert.deepEqual(
      receiver.received.map(({ body }) => JSON.parse(body).data.app.organization_id),
      ['acme'],
    )
    await test.close()
    await receiver.close()
  })
})
