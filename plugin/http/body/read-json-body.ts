import { isUtf8 } from 'node:buffer'
import type { Request, RequestHandler, Response } from 'express'
import { jsonBodyBytes } from '../../contract/limits.js'
import { ProblemError } from '../../problem-error.js'
import type { ReceivedBody } from '../handler.js'
import { loadExpress } from '../load-peer.js'

/** Reads a JSON body, once its type is known to be that. */
export type BodyReader = (request: Request, response: Response) => Promise<ReceivedBody>

/**
 * A reader for JSON.
 *
 * @throws ProblemError from the reader: `body_malformed`, or `too_large` beyond {@link jsonBodyBytes}.
 */
export function createJsonReader(): BodyReader {
  const parse: RequestHandler = loadExpress().json({
    limit: jsonBodyBytes,
    strict: true,
    inflate: false,
    type: () => true,
    verify,
  })
  return (request, response) =>
    new Promise((resolve, reject) => {
      parse(request, response, (error?: unknown) => {
        if (error !== undefined) reject(refusalOf(error))
        else resolve({ value: request.body ?? {}, faults: [] })
      })
    })
}

/** Node would put U+FFFD in the place of what is not UTF-8, and a name would be kept that nobody gave. */
function verify(_request: unknown, _response: unknown, bytes: Buffer): void {
  if (!isUtf8(bytes)) throw new Error('The body is not UTF-8')
}

function refusalOf(error: unknown): ProblemError {
  if (error instanceof Error && 'type' in error && error.type === 'entity.too.large') {
    return new ProblemError('too_large', { detail: `The body may have ${jsonBodyBytes} bytes.`, cause: error })
  }
  return new ProblemError('body_malformed', { detail: 'The body is not a JSON object in UTF-8.', cause: error })
}
