import { MIMEType } from 'node:util'
import type { Request } from 'express'
import { ProblemError } from '../../problem-error.js'

/** How a body is to be read, `none` being that there is nothing to read. */
export type BodyType = 'json' | 'multipart' | 'none'

/** Which bodies an operation takes. */
export interface AcceptedBody {
  readonly multipart?: boolean
  readonly bodyOptional?: boolean
}

/**
 * Tells how to read the body, by its declared type: a browser cannot send `application/json` to another site without
 * asking first (Fetch, CORS preflight), which a guessed type would give away.
 *
 * @throws ProblemError `unsupported_type`.
 */
export function bodyTypeOf(request: Request, accepted: AcceptedBody): BodyType {
  if (accepted.bodyOptional && isEmpty(request)) return 'none'
  if (!['identity', undefined].includes(request.get('Content-Encoding')?.toLowerCase())) {
    throw new ProblemError('unsupported_type', { detail: 'Send the body without a Content-Encoding.' })
  }
  const type = parse(request.get('Content-Type') ?? '')
  if (accepted.multipart && type?.essence === 'multipart/form-data') return 'multipart'
  if (type && isJson(type, request.method)) return 'json'
  const types = accepted.multipart ? 'application/json or multipart/form-data' : 'application/json'
  throw new ProblemError('unsupported_type', { detail: `Send ${types}, in UTF-8, and say so in Content-Type.` })
}

function isEmpty(request: Request): boolean {
  return request.get('Transfer-Encoding') === undefined && Number(request.get('Content-Length') ?? 0) === 0
}

/** JSON is UTF-8 (RFC 8259 §8.1); the merge patch of RFC 7396 has a type of its own that says the same. */
function isJson(type: MIMEType, method: string): boolean {
  const charset = type.params.get('charset')
  if (charset !== null && !/^utf-?8$/i.test(charset)) return false
  return type.essence === 'application/json' || (method === 'PATCH' && type.essence === 'application/merge-patch+json')
}

function parse(contentType: string): MIMEType | null {
  try {
    return new MIMEType(contentType)
  } catch {
    return null
  }
}
