import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Webhook } from 'standardwebhooks'

/** What came, as a receiver sees it. */
export interface Received {
  readonly id: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface WebhookReceiver {
  readonly url: string
  readonly port: number
  /** All that came, the oldest first. */
  readonly received: Received[]
  /** Answers from now on; 204 at first. */
  answer: (request: IncomingMessage, response: ServerResponse) => void
  /** Resolves when so many have come. */
  until(count: number): Promise<readonly Received[]>
  close(): Promise<void>
}

/** A receiver of webhooks, on a port of its own. */
export async function openWebhookReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = []
  const arrivals = new EventTarget()
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      received.push({ id: headers['webhook-id'] ?? '', path: request.url ?? '', headers, body })
      receiver.answer(request, response)
      arrivals.dispatchEvent(new Event('arrival'))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  assert.ok(address !== null && typeof address === 'object')
  const receiver: WebhookReceiver = {
    port: address.port,
    url: `http://127.0.0.1:${address.port}/hooks`,
    received,
    answer: (_, response) => void response.writeHead(204).end(),
    async until(count) {
      while (received.length < count) await once(arrivals, 'arrival')
      return received
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return receiver
}

/** Whether what came was signed with a secret, by the library that receivers use. */
export function isSignedWith(secret: string, { headers, body }: Received): boolean {
  try {
    new Webhook(secret).verify(body, headers)
    return true
  } catch {
    return false
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
