import express, { type Router } from 'express'
import { Webhook } from 'standardwebhooks'

interface Arrival {
  readonly at: string
  readonly id: string
  readonly type: string
  /** Whether one of its signatures holds; `null` while the receiver knows no secret. */
  readonly signed: boolean | null
}

const kept = 20

/**
 * Somebody's own server that is told by webhook, as small as it gets: `POST` takes a message, `GET` says what came, and
 * `PUT …/secret` tells it the signing secret that the endpoint was shown.
 */
export function webhookReceiver(): Router {
  const router = express.Router()
  const arrivals: Arrival[] = []
  let secrets: readonly string[] = []

  router.post('/', express.text({ type: () => true, limit: '64kb' }), (request, response) => {
    const body: unknown = request.body
    const text = typeof body === 'string' ? body : ''
    const headers = Object.fromEntries(
      ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, request.get(name) ?? '']),
    )
    arrivals.unshift({
      at: new Date().toISOString(),
      id: headers['webhook-id'] ?? '',
      type: typeOf(text),
      signed: secrets.length === 0 ? null : secrets.some((secret) => holds(secret, text, headers)),
    })
    arrivals.length = Math.min(arrivals.length, kept)
    response.sendStatus(204)
  })
  router.get('/', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ items: arrivals })
  })
  router.put('/secret', express.json({ limit: '1kb' }), (request, response) => {
    const body: unknown = request.body
    const secret = typeof body === 'object' && body !== null && 'secret' in body ? body.secret : undefined
    if (typeof secret !== 'string' || !/^whsec_[\w+/=]{10,100}$/.test(secret)) {
      response.sendStatus(400)
      return
    }
    // Of several endpoints that lead here, each has its own.
    secrets = [secret, ...secrets].slice(0, 10)
    response.sendStatus(204)
  })
  return router
}

function holds(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers)
    return true
  } catch {
    return false
  }
}

function typeOf(body: string): string {
  try {
    const message: unknown = JSON.parse(body)
    return typeof message === 'object' && message !== null && 'type' in message ? String(message.type) : ''
  } catch {
    return ''
  }
}
