import type { Request, Response } from 'express'
import { ProblemError } from '../../problem-error.js'
import { withinDeadline } from '../../within-deadline.js'
import type { ReceivedBody } from '../handler.js'
import { bodyTypeOf, type AcceptedBody } from './body-type.js'
import { createJsonReader, type BodyReader } from './read-json-body.js'
import { createMultipartReader } from './read-multipart-body.js'
import { refuseOutsizedJson } from './refuse-outsized-json.js'

const defaultTimeout = 30_000
const nothing: ReceivedBody = { value: {}, faults: [] }

/** Reads the body that an operation takes, if it takes one, in the time that there is. */
export type OperationBodyReader = (
  request: Request,
  response: Response,
  accepted: AcceptedBody | undefined,
) => Promise<ReceivedBody>

/**
 * A router cannot set Node's own timeouts, and those look at a request every 30 seconds only: hence a time of its own.
 *
 * @param timeout milliseconds for a whole body to arrive.
 */
export function createBodyReader(timeout = defaultTimeout): OperationBodyReader {
  const readers = { json: createJsonReader(), multipart: createMultipartReader() } satisfies Record<string, BodyReader>
  return async (request, response, accepted) => {
    if (!accepted) return nothing
    const type = bodyTypeOf(request, accepted)
    if (type === 'none') return nothing
    const body = request.readableEnded
      ? alreadyRead(request, type)
      : await withinDeadline(timeout, readers[type](request, response), () => tooLate(response, timeout))
    refuseOutsizedJson(body.value)
    return body
  }
}

/** The host's own `express.json()` came first: what it read is as good as what we would have read. */
function alreadyRead(request: Request, type: 'json' | 'multipart'): ReceivedBody {
  const value: unknown = request.body
  if (type === 'json' && typeof value === 'object') return { value, faults: [] }
  throw new Error('Something read the body before oauth-app-kit could: mount it before what reads uploads')
}

/** The rest of the body may still come; nobody waits for it. */
function tooLate(response: Response, timeout: number): ProblemError {
  response.set('Connection', 'close')
  return new ProblemError('body_malformed', { detail: `The body did not arrive within ${timeout / 1000} seconds.` })
}
