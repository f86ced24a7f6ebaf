import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createSecureServer } from 'node:https'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import {
  createWebhookSender,
  type WebhookSenderOptions,
} from '../../../plugin/notifications/webhooks/create-webhook-sender.js'
import type { Resolve } from '../../../plugin/notifications/webhooks/guarded-lookup.js'
import { isSignedWith, openWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver.js'

const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
const former = `whsec_${Buffer.alloc(32, 2).toString('base64')}`
const message = { id: 'msg_1', body: '{"type":"app.created"}', secrets: [secret] }

/** A name server that knows every name. */
const leadingTo =
  (...addresses: string[]): Resolve =>
  (_host, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

describe('An event', () => {
  let receiver: WebhookReceiver
  beforeEach(async () => {
    receiver = await openWebhookReceiver()
  })
  afterEach(() => receiver.close())

  const senderOf = (options: Partial<WebhookSenderOptions> = {}) =>
    createWebhookSender({ allowed: { loopback: true, private: false }, clock: () => Date.now(), ...options })

  const send = async (url = receiver.url, options: Partial<WebhookSenderOptions> = {}) => {
    const { duration, ...outcome } = await senderOf(options).send({ ...message, url })
    assert.ok(duration >= 0 && Number.isInteger(duration))
    return outcome
  }

  it('is sent as it is signed, and a receiver verifies it with the published library', async () => {
    assert.deepEqual(await send(), { response_status: 204, error: null })
    const [received] = receiver.received
    assert.ok(received)
    assert.equal(received.body, message.body)
    assert.equal(received.headers['content-type'], 'application/json')
    assert.equal(received.headers['webhook-id'], 'msg_1')
    assert.match(received.headers['webhook-signature'] ?? '', /^v1,[A-Za-z0-9+/]{43}=$/)
    assert.ok(isSignedWith(secret, received))
    assert.ok(!isSignedWith(former, received))
    assert.ok(!isSignedWith(secret, { ...received, body: `${received.body} ` }))
  })

  it('is signed by every secret that is good', async () => {
    await senderOf().send({ ...message, url: receiver.url, secrets: [secret, former] })
    const [received] = receiver.received
    assert.ok(received && isSignedWith(secret, received) && isSignedWith(former, received))
  })

  it('is delivered by 2xx alone', async () => {
    for (const status of [200, 201, 202, 299]) {
      receiver.answer = (_, response) => void response.writeHead(status).end('whatever')
      assert.deepEqual(await send(), { response_status: status, error: null })
    }
    for (const status of [400, 404, 410, 500]) {
      receiver.answer = (_, response) => void response.writeHead(status).end()
      assert.deepEqual(await send(), { response_status: status, error: 'status', retryAfter: undefined })
    }
  })

  it('comes again when the receiver says', async () => {
    receiver.answer = (_, response) => void response.writeHead(503, { 'Retry-After': '120' }).end()
    assert.deepEqual(await send(), { response_status: 503, error: 'status', retryAfter: 120 })
    const clock = () => Date.UTC(2026, 0, 1)
    receiver.answer = (_, response) =>
      void response.writeHead(429, { 'Retry-After': new Date(clock() + 60_000).toUTCString() }).end()
    assert.equal((await send(receiver.url, { clock })).retryAfter, 60)
  })

  it('follows no redirect', async () => {
    const other = await openWebhookReceiver()
    for (const status of [301, 302, 303, 307, 308]) {
      receiver.answer = (_, response) => void response.writeHead(status, { Location: other.url }).end()
      assert.deepEqual(await send(), { response_status: status, error: 'redirect', retryAfter: undefined })
    }
    assert.deepEqual(other.received, [])
    await other.close()
  })

  it('is given up at the end of its time, where no answer comes', async () => {
    receiver.answer = () => undefined
    assert.deepEqual(await send(receiver.url, { timeout: 100 }), { response_status: null, error: 'timeout' })
  })

  it('is given up at the end of its time, where nobody knows the name', async () => {
    const resolve: Resolve = () => undefined
    const outcome = await send('https://slow.example.com/', { timeout: 100, resolve })
    assert.deepEqual(outcome, { response_status: null, error: 'timeout' })
  })

  it('is delivered where the answer goes on and on, and its end is not waited for', async () => {
    receiver.answer = (_, response) => {
      response.writeHead(200)
      response.write('a little')
    }
    assert.deepEqual(await send(receiver.url, { timeout: 100 }), { response_status: 200, error: null })
    let written = 0
    receiver.answer = (_, response) => {
      response.writeHead(200)
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16 * 1024))) written += 16 * 1024
      }
      response.on('drain', more)
      more()
    }
    assert.deepEqual(await send(), { response_status: 200, error: null })
    assert.ok(written < 64 * 1024 * 1024)
  })

  describe('goes nowhere private:', () => {
    const allowed = { loopback: false, private: false }

    it('to no address that is written out', async () => {
      for (const host of ['127.0.0.1', '[::1]', '[::ffff:7f00:1]', '169.254.169.254', '10.0.0.1', '0.0.0.0']) {
        const outcome = await send(`http://${host}:${receiver.port}/`, { allowed })
        assert.deepEqual(outcome, { response_status: null, error: 'address' }, host)
      }
      assert.deepEqual(receiver.received, [])
    })

    it('to no name that leads there, by any of its addresses', async () => {
      for (const addresses of [['127.0.0.1'], ['93.184.216.34', '127.0.0.1'], ['::ffff:127.0.0.1'], ['::1'], []]) {
        const outcome = await send(`http://rebind.example.com:${receiver.port}/`, {
          allowed,
          resolve: leadingTo(...addresses),
        })
        assert.deepEqual(outcome, { response_status: null, error: 'address' }, addresses.join())
      }
      assert.deepEqual(receiver.received, [])
    })

    it('to no name that this machine itself gives to it', async () => {
      const outcome = await send(`http://localhost:${receiver.port}/`, { allowed })
      assert.deepEqual(outcome, { response_status: null, error: 'address' })
    })

    it('and the address that was judged is the one that is connected to', async () => {
      let asked = 0
      const resolve: Resolve = (host, options, callback) => {
        asked += 1
        leadingTo(asked === 1 ? '127.0.0.1' : '169.254.169.254')(host, options, callback)
      }
      const outcome = await send(`http://rebind.example.com:${receiver.port}/`, { resolve })
      assert.deepEqual(outcome, { response_status: 204, error: null })
      assert.equal(asked, 1)
      assert.equal(receiver.received[0]?.headers['host'], `rebind.example.com:${receiver.port}`)
    })
  })

  it('is not sent where the name is not known, nobody listens, or who answers is no server', async () => {
    const resolve: Resolve = (_host, _options, callback) =>
      callback(Object.assign(new Error(), { code: 'ENOTFOUND' }), [])
    assert.equal((await send('https://nowhere.example.com/', { resolve })).error, 'dns')
    const babbler: Server = createServer((socket) => socket.end('hello\r\n').resume())
    babbler.listen(0, '127.0.0.1')
    await once(babbler, 'listening')
    const { port } = babbler.address() as AddressInfo
    assert.equal((await send(`http://127.0.0.1:${port}/`)).error, 'connection')
    babbler.close()
    await once(babbler, 'close')
    assert.equal((await send(`http://127.0.0.1:${port}/`)).error, 'connection')
  })

  it('is sent by TLS to whom the certificate names, and to nobody else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'oauth-app-kit-tls-'))
    const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const subject = ['-subj', '/CN=hooks.example.com', '-addext', 'subjectAltName=DNS:hooks.example.com']
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', keyFile]
    execFileSync('openssl', ['req', '-x509', ...key, '-out', certFile, '-days', '2', ...subject], { stdio: 'ignore' })
    const ca = readFileSync(certFile, 'utf8')
    const server = createSecureServer({ key: readFileSync(keyFile), cert: ca }, (_, response) => response.end('ok'))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const resolve = leadingTo('127.0.0.1')
    const sound = await send(`https://hooks.example.com:${port}/`, { resolve, ca })
    assert.deepEqual(sound, { response_status: 200, error: null })
    assert.equal((await send(`https://other.example.com:${port}/`, { resolve, ca })).error, 'tls')
    assert.equal((await send(`https://hooks.example.com:${port}/`, { resolve })).error, 'tls')
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true })
  })

  it('ends when the process is about to', async () => {
    receiver.answer = () => undefined
    const ending = new AbortController()
    const sent = senderOf().send({ ...message, url: receiver.url }, ending.signal)
    await receiver.until(1)
    ending.abort()
    assert.equal((await sent).error, 'timeout')
  })
})
