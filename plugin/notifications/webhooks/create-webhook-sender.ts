import { Agent as HttpAgent, request as requestPlain, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as requestSecure } from 'node:https'
import { Webhook } from 'standardwebhooks'
import type { WebhookRequest, WebhookSender } from '../../registry/webhooks/webhook-context.js'
import type { AttemptOutcome } from '../../registry/webhooks/webhook-record.js'
import { explainTransferError } from './explain-transfer-error.js'
import { guardedLookup, type Resolve } from './guarded-lookup.js'
import { isAddress, isAllowedAddress, type AllowedAddresses } from './public-address.js'
import { readRetryAfter } from './retry-after.js'

export interface WebhookSenderOptions {
  readonly allowed: AllowedAddresses
  /** Milliseconds for the whole exchange, from the look-up of the name to the end of the answer. */
  readonly timeout?: number | undefined
  readonly resolve?: Resolve | undefined
  /** Of Node's TLS, for certificates that no public authority issued. */
  readonly ca?: string | undefined
  /** Milliseconds since 1970. */
  readonly clock: () => number
}

/** Bytes of an answer that are let pass: nobody reads them, but a receiver may write them before it is done. */
const longestAnswer = 64 * 1024

/** Sends by a connection of its own each time, follows nothing, and keeps nothing of an answer but its status. */
export function createWebhookSender({
  allowed,
  timeout = 5000,
  resolve,
  ca,
  clock,
}: WebhookSenderOptions): WebhookSender {
  const lookup = guardedLookup(allowed, resolve)
  const agents = { 'http:': new HttpAgent({ keepAlive: false }), 'https:': new HttpsAgent({ keepAlive: false, ca }) }

  function isAllowedHost(host: string): boolean {
    return !isAddress(host) || isAllowedAddress(host, allowed)
  }

  function exchange({ url, id, body, secrets }: WebhookRequest, signal: AbortSignal): Promise<IncomingMessage> {
    const address = new URL(url)
    const secure = address.protocol === 'https:'
    const now = new Date(clock())
    const payload = Buffer.from(body)
    const headers = {
      'content-type': 'application/json',
      'content-length': payload.byteLength,
      'user-agent': 'oauth-app-kit',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
    }
    const options = { method: 'POST', agent: agents[secure ? 'https:' : 'http:'], lookup, signal, headers }
    return new Promise((answered, failed) => {
      const request = secure ? requestSecure(address, options) : requestPlain(address, options)
      request.once('response', answered).once('error', failed).end(payload)
    })
  }

  return {
    isAllowedHost,
    async send(request, ended) {
      const begun = performance.now()
      const duration = () => Math.round(performance.now() - begun)
      // A connection to an address that is written out looks nothing up.
      if (!isAllowedHost(new URL(request.url).hostname)) return { response_status: null, error: 'address', duration: 0 }
      const deadline = AbortSignal.timeout(timeout)
      try {
        const response = await exchange(request, ended ? AbortSignal.any([deadline, ended]) : deadline)
        await drain(response)
        return { ...judge(response, clock()), duration: duration() }
      } catch (error) {
        return { response_status: null, error: explainTransferError(error), duration: duration() }
      }
    },
  }
}

/** The status has decided; what comes after it is let pass, up to a point and until the deadline. */
async function drain(response: IncomingMessage): Promise<void> {
  let left = longestAnswer
  await new Promise<void>((drained) => {
    response.on('data', (chunk: Buffer) => {
      left -= chunk.length
      if (left < 0) response.destroy()
    })
    response.once('error', () => drained()).once('close', () => drained())
  })
}

function judge({ statusCode = 0, headers }: IncomingMessage, now: number): Omit<AttemptOutcome, 'duration'> {
  const response_status = statusCode
  if (statusCode >= 200 && statusCode < 300) return { response_status, error: null }
  const error = statusCode >= 300 && statusCode < 400 ? 'redirect' : 'status'
  return { response_status, error, retryAfter: readRetryAfter(headers['retry-after'], now) }
}
