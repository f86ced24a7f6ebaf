import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import express from 'express'
import { sendStream } from '../../../plugin/http/send-stream.js'

const chunk = 'x'.repeat(64 * 1024)

describe('An answer that is written as it is read', () => {
  let server: Server
  let port: number
  /** How many chunks were taken, until the source was let go. */
  let taken: number
  let letGo: Promise<void>
  let failure: unknown
  let source: () => AsyncGenerator<string>
  /** Milliseconds for a reader who does not read. */
  let patience: number | undefined

  before(async () => {
    const app = express().get('/', (_request, response) => {
      const { promise, resolve } = settled()
      letGo = promise
      taken = 0
      failure = undefined
      sendStream(response, counted(resolve), patience).catch((error: unknown) => (failure = error))
    })
    server = createServer(app).listen(0, '127.0.0.1')
    await once(server, 'listening')
    ;({ port } = server.address() as AddressInfo)
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })

  async function* counted(done: () => void): AsyncGenerator<string> {
    try {
      for await (const each of source()) {
        taken++
        yield each
      }
    } finally {
      done()
    }
  }

  async function* endless(): AsyncGenerator<string> {
    for (;;) yield await Promise.resolve(chunk)
  }

  const ask = async (): Promise<IncomingMessage> => {
    const [answer] = await once(get({ port }), 'response')
    return answer
  }

  it('is not read further than it is taken, and not at all when its reader has gone', async () => {
    source = endless
    const answer = await ask()
    await once(answer, 'readable')
    answer.destroy()
    await letGo
    assert.ok(taken < 1000, `${taken} chunks`)
    assert.equal(failure, undefined)
  })

  it('is cut off where its reader stops reading, and not where they read on', { timeout: 30_000 }, async () => {
    source = endless
    patience = 200
    const answer = await ask()
    await letGo
    assert.ok(taken < 1000, `${taken} chunks`)
    assert.equal(failure, undefined)
    answer.resume()
    await assert.rejects(once(answer, 'end'), /aborted/)

    source = async function* () {
      for (let part = 0; part < 10; part++) yield await Promise.resolve(chunk)
    }
    const whole = await ask()
    whole.resume()
    await once(whole, 'end')
    assert.equal(whole.complete, true)
  })

  it('is cut off where its source fails, so that it does not pass for a whole one', async () => {
    source = async function* () {
      yield await Promise.resolve(chunk)
      throw new Error('The database went away')
    }
    const answer = await ask()
    answer.resume()
    await assert.rejects(once(answer, 'end'), /aborted/)
    assert.equal(answer.complete, false)
    assert.match(String(failure), /went away/)
  })
})

/** `Promise.withResolvers` is too young. */
function settled(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}
