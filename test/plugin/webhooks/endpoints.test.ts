import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import makeKnex from 'knex'
import { WebhookDeliverySchema, WebhookSchema, WebhookWithSecretSchema } from '../../../plugin/contract/webhooks.js'
import { databaseKinds, type TestDatabase } from '../../support/databases.js'
import { isSignedWith, openWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver.js'
import { mountPath, openPortal, type Client, type Portal } from '../http/portal.js'

const webhooks = `${mountPath}/webhooks`
const encryption = { current: { id: '1', key: 'a key that is not in the database' } }

for (const kind of databaseKinds) {
  describe(`${kind.name}: an endpoint`, () => {
    let database: TestDatabase
    let portal: Portal
    let admin: Client
    let receiver: WebhookReceiver
    let now = 0
    before(async () => {
      database = await kind.create()
      portal = await openPortal({
        database: { name: kind.name, create: () => Promise.resolve({ ...database, drop: () => Promise.resolve() }) },
        webhooks: { encryption, allowLoopback: true },
      })
      admin = portal.as('admin')
    })
    after(async () => {
      await portal.close()
      await database.drop()
    })
    beforeEach(async () => {
      receiver = await openWebhookReceiver()
    })
    afterEach(() => receiver.close())

    const create = async (members: object = {}) => {
      const input = { url: receiver.url, events: ['app.created', 'app.updated'], ...members }
      const { body } = await admin.post(webhooks).send(input).expect(201)
      return WebhookWithSecretSchema.parse(body)
    }

    const faultsOf = async (request: ReturnType<Client['get']>) => {
      const { body } = await request.expect(400)
      return body.errors.map((fault: { pointer: string; code: string }) => `${fault.pointer} ${fault.code}`).sort()
    }

    it('is added with its secret, which no other answer has', async () => {
      const answer = await admin.post(webhooks).send({
        url: receiver.url,
        events: ['secret.added', 'secret.added'],
        description: '  For the audit ',
        organization_id: 'acme',
      })
      assert.equal(answer.status, 201)
      assert.equal(answer.headers['cache-control'], 'no-store')
      const { signing_secret: secret, ...webhook } = WebhookWithSecretSchema.parse(answer.body)
      assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/)
      assert.equal(answer.headers['location'], `${webhooks}/${webhook.id}`)
      const { id, created_at, updated_at, secrets, ...members } = webhook
      assert.deepEqual(members, {
        organization_id: 'acme',
        url: receiver.url,
        description: 'For the audit',
        events: ['secret.added'],
        status: 'active',
        status_reason: null,
        failing_since: null,
        created_by: { id: 'u-admin', name: 'Adam Admin' },
      })
      assert.equal(created_at, updated_at)
      assert.equal(secrets.length, 1)
      const { body } = await admin.get(`${webhooks}/${id}`).expect(200)
      assert.deepEqual(WebhookSchema.parse(body), webhook)
      await admin.post(`${webhooks}/${id}/test`).expect(200)
      for (const path of ['', `/${id}`, `/${id}/deliveries`]) {
        const { text } = await admin.get(webhooks + path).expect(200)
        assert.ok(!text.includes('whsec_') && !text.includes(secret.slice(6)))
      }
    })

    it('keeps its secret sealed: neither the database nor the log has it', async () => {
      const { id, signing_secret: secret } = await create()
      await admin.post(`${webhooks}/${id}/test`).expect(200)
      const knex = makeKnex({ ...database.config, useNullAsDefault: true })
      const tables = ['webhooks', 'webhook_secrets', 'webhook_deliveries'].map((name) => `oauth_app_kit_${name}`)
      const rows = await Promise.all(tables.map((table) => knex(table).select('*')))
      await knex.destroy()
      const kept = JSON.stringify([rows, portal.log])
      const bytes = Buffer.from(secret.slice(6), 'base64')
      for (const form of [secret.slice(6), bytes.toString('hex'), bytes.toString('base64url')]) {
        assert.ok(!kept.includes(form))
      }
    })

    it('names every fault at once, also those of where it leads', async () => {
      assert.deepEqual(await faultsOf(admin.post(webhooks).send({})), ['/events required', '/url required'])
      const wrong = { url: 'ftp://x.example.com', events: [], description: 'x'.repeat(201), secret: 'mine', id: '1' }
      assert.deepEqual(await faultsOf(admin.post(webhooks).send(wrong)), [
        '/description text_too_long',
        '/events required',
        '/id server_set_member',
        '/secret unknown_member',
        '/url url_scheme',
      ])
      const urls = {
        'http://hooks.example.com/': 'url_insecure',
        'https://hooks.example.com/#a': 'url_fragment',
        'https://user:pass@hooks.example.com/': 'url_userinfo',
        'https://10.0.0.1/': 'url_private',
        'https://169.254.169.254/latest/meta-data/': 'url_private',
        'https://[::ffff:a00:1]/': 'url_private',
        '/hooks': 'url_not_absolute',
      }
      for (const [url, code] of Object.entries(urls)) {
        const input = { url, events: ['app.created'], organization_id: 'acme' }
        assert.deepEqual(await faultsOf(admin.post(webhooks).send(input)), [`/url ${code}`], url)
      }
      const { body } = await admin.post(webhooks).send({ url: 'http://a.example.com/', events: ['app.created'] })
      assert.equal(body.errors[0].suggestion, 'https://a.example.com/')
    })

    it('is changed member by member, and its organisation stays', async () => {
      const { id } = await create()
      const address = `${webhooks}/${id}`
      const { body } = await admin
        .patch(address)
        .send({ events: ['app.deleted'], description: 'New' })
        .expect(200)
      assert.deepEqual([body.events, body.description, body.url], [['app.deleted'], 'New', receiver.url])
      const wrong = { organization_id: 'globex', events: ['app.exploded'], url: 'nowhere' }
      assert.deepEqual(await faultsOf(admin.patch(address).send(wrong)), [
        '/events/0 not_allowed',
        '/organization_id locked_member',
        '/url url_not_absolute',
      ])
      assert.deepEqual((await admin.get(address).expect(200)).body, body)
    })

    it('is not there for others, nor after it was deleted', async () => {
      const { id } = await create()
      const address = `${webhooks}/${id}`
      const stranger = portal.as('stranger')
      const theirs = await stranger.get(address).expect(404)
      assert.equal(theirs.text, (await stranger.get(`${webhooks}/nothing`).expect(404)).text)
      await portal.as('member').get(webhooks).expect(403)
      await portal.as('nobody').get(webhooks).expect(401)
      const { body } = await stranger.get(`${webhooks}?organization_id=acme`).expect(200)
      assert.deepEqual(body.items, [])
      await admin.delete(address).expect(204)
      for (const request of [admin.get(address), admin.delete(address), admin.post(`${address}/test`)]) {
        await request.expect(404)
      }
    })

    it('stands in a list, newest first, a page at a time', async () => {
      const first = await create()
      const second = await create()
      const { body: page } = await admin.get(`${webhooks}?limit=1`).expect(200)
      assert.deepEqual([page.items.length, page.items[0].id], [1, second.id])
      const { body: next } = await admin.get(`${webhooks}?limit=1&cursor=${page.next_cursor}`).expect(200)
      assert.equal(next.items[0].id, first.id)
      assert.deepEqual(await faultsOf(admin.get(`${webhooks}?cursor=nonsense&limit=0`)), [
        '/cursor not_allowed',
        '/limit out_of_range',
      ])
    })

    it('is tested at once: the receiver verifies it, and the log has it', async () => {
      const { id, signing_secret: secret } = await create()
      const { body } = await admin.post(`${webhooks}/${id}/test`).expect(200)
      const delivery = WebhookDeliverySchema.parse(body)
      assert.deepEqual(
        [delivery.event, delivery.status, delivery.response_status, delivery.error, delivery.attempts],
        ['webhook.test', 'delivered', 204, null, 1],
      )
      const [received] = receiver.received
      assert.ok(received && isSignedWith(secret, received))
      assert.equal(received.id, delivery.id)
      const payload = JSON.parse(received.body)
      assert.deepEqual(Object.keys(payload), ['type', 'timestamp', 'data'])
      assert.deepEqual(payload.data, { webhook_id: id, actor: { id: 'u-admin', name: 'Adam Admin' } })
      const { body: log } = await admin.get(`${webhooks}/${id}/deliveries`).expect(200)
      assert.deepEqual(log, { items: [body], next_cursor: null })
    })

    it('is told once more, under the same id, and what arrived once has arrived', async () => {
      const { id } = await create()
      receiver.answer = (_, response) => void response.writeHead(500).end()
      const { body: failed } = await admin.post(`${webhooks}/${id}/test`).expect(200)
      assert.deepEqual([failed.status, failed.response_status, failed.error], ['failed', 500, 'status'])
      const again = `${webhooks}/${id}/deliveries/${String(failed.id)}/redeliver`
      receiver.answer = (_, response) => void response.writeHead(200).end()
      const { body: repeated } = await admin.post(again).expect(200)
      assert.deepEqual([repeated.id, repeated.status, repeated.attempts], [failed.id, 'delivered', 2])
      receiver.answer = (_, response) => void response.writeHead(500).end()
      const { body: third } = await admin.post(again).expect(200)
      assert.deepEqual([third.status, third.response_status, third.attempts], ['delivered', 500, 3])
      assert.deepEqual(new Set(receiver.received.map((received) => received.id)), new Set([failed.id]))
      assert.equal(new Set(receiver.received.map(({ body }) => body)).size, 1)
      await admin.post(`${webhooks}/${id}/deliveries/nothing/redeliver`).expect(404)
      const other = await create()
      await admin.post(again.replace(id, other.id)).expect(404)
      const { body } = await admin.get(`${webhooks}/${id}/deliveries?status=failed`).expect(200)
      assert.deepEqual(body.items, [])
    })

    it('has a new secret, and the one before signs beside it until its time is over', async () => {
      const { id, signing_secret: first } = await create()
      const { body } = await admin.post(`${webhooks}/${id}/secrets`).send({ expire_others_in: 3600 }).expect(201)
      const { signing_secret: second, secrets } = WebhookWithSecretSchema.parse(body)
      assert.deepEqual(
        secrets.map(({ expires_at }) => expires_at === null),
        [true, false],
      )
      await admin.post(`${webhooks}/${id}/test`).expect(200)
      const [both] = receiver.received
      assert.ok(both && isSignedWith(first, both) && isSignedWith(second, both))
      const { body: last } = await admin.post(`${webhooks}/${id}/secrets`).send({ expire_others_in: 0 }).expect(201)
      assert.equal(last.secrets.length, 1)
      await admin.post(`${webhooks}/${id}/test`).expect(200)
      const one = receiver.received.at(-1)
      assert.ok(one && isSignedWith(last.signing_secret, one))
      assert.ok(!isSignedWith(first, one) && !isSignedWith(second, one))
      const { body: day } = await admin.post(`${webhooks}/${id}/secrets`).expect(201)
      now = Date.parse(day.secrets[0].created_at)
      assert.equal(Date.parse(day.secrets[1].expires_at) - now, 24 * 60 * 60 * 1000)
      assert.deepEqual(await faultsOf(admin.post(`${webhooks}/${id}/secrets`).send({ expire_others_in: 604_801 })), [
        '/expire_others_in out_of_range',
      ])
    })

    it('that says it is gone is disabled, and enabled by whoever manages it', async () => {
      const { id } = await create()
      const address = `${webhooks}/${id}`
      receiver.answer = (_, response) => void response.writeHead(410).end()
      await admin.post(`${address}/test`).expect(200)
      const { body: gone } = await admin.get(address).expect(200)
      assert.deepEqual([gone.status, gone.status_reason], ['disabled', 'gone'])
      assert.notEqual(gone.failing_since, null)
      const { body: back } = await admin.patch(address).send({ status: 'active' }).expect(200)
      assert.deepEqual([back.status, back.status_reason, back.failing_since], ['active', null, null])
    })

    it('is one of twenty at most, however many are added at once', async () => {
      const owner = portal.as('stranger')
      const input = { url: receiver.url, events: ['app.created'] }
      const answers = await Promise.all(Array.from({ length: 22 }, () => owner.post(webhooks).send(input)))
      const statuses = answers.map(({ status }) => status)
      assert.deepEqual(
        statuses.filter((status) => status !== 201),
        [409, 409],
      )
      const refused = answers.find(({ status }) => status === 409)
      assert.equal(refused?.body.code, 'webhook_limit')
    })
  })
}

describe('Webhooks', () => {
  it('of a host that is not set up for them are not there', async () => {
    const portal = await openPortal()
    await portal.as('admin').get(webhooks).expect(404)
    const { body } = await portal.as('admin').get(`${mountPath}/config`).expect(200)
    assert.equal(body.capabilities.webhooks, false)
    assert.equal(body.caller.can_have_webhooks, undefined)
    await portal.close()
  })

  it('to plain http on this machine are for developing', async () => {
    const portal = await openPortal({ webhooks: { encryption } })
    const input = { url: 'http://127.0.0.1:9/', events: ['app.created'], organization_id: 'acme' }
    const { body } = await portal.as('admin').post(webhooks).send(input).expect(400)
    assert.deepEqual(
      body.errors.map(({ code }: { code: string }) => code),
      ['url_insecure'],
    )
    const secure = { ...input, url: 'https://127.0.0.1:9/' }
    const { body: other } = await portal.as('admin').post(webhooks).send(secure).expect(400)
    assert.equal(other.errors[0].code, 'url_private')
    await portal.close()
  })
})
