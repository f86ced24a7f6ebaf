import type { Request, Response } from 'express'
import { sendStream } from './send-stream.js'

/** An answer of any route, as a handler gave it. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Writes an answer. Not by Express's own methods, whose form (spaces, escapes, ETags, charsets) is the host's to set. */
export async function sendAnswer(request: Request, response: Response, answer: Answer): Promise<void> {
  response.statusCode = answer.status
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value)
  if (response.getHeader('Cache-Control') === 'no-store') response.vary('Cookie, Authorization')
  const tag = answer.headers?.['ETag']
  if (tag !== undefined && isReading(request) && hasAlready(request.get('If-None-Match'), tag)) {
    response.removeHeader('Content-Type')
    response.status(304).end()
    return
  }
  if (answer.body === undefined) {
    response.end()
    return
  }
  // RFC 8259 knows no charset parameter.
  if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', 'application/json')
  if (isStream(answer.body)) {
    if (request.method === 'HEAD') response.end()
    else await sendStream(response, answer.body)
    return
  }
  const bytes = answer.body instanceof Uint8Array ? answer.body : Buffer.from(JSON.stringify(answer.body))
  response.setHeader('Content-Length', bytes.byteLength)
  if (request.method === 'HEAD') response.end()
  else response.end(bytes)
}

function isStream(body: unknown): body is AsyncIterable<string> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}

function isReading(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD'
}

/** RFC 9110 §13.1.2: weak and strong tags of the same value are equal here. */
function hasAlready(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  const tags = ifNoneMatch.split(',').map((item) => item.trim().replace(/^W\//, ''))
  return tags.includes('*') || tags.includes(tag)
}
