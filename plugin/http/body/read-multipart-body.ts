import type { Options } from 'multer'
import { iconLimits } from '../../contract/limits.js'
import { ProblemError } from '../../problem-error.js'
import { loadMulter } from '../load-peer.js'
import { BoundedMemory } from './bounded-memory.js'
import { appPartBytes, bodyOfParts, partFault, tooLargeAppPart, type Part } from './body-of-parts.js'
import type { BodyReader } from './read-json-body.js'

/** A photograph that somebody takes for an icon is told its faults; what is larger than this is read no further. */
const largestFile = 16 * 1024 * 1024

/** More parts than there are, so that unknown ones can be named. None may build a nested object (CVE-2026-5079). */
const limits: Options['limits'] = {
  fieldNameSize: 100,
  fieldNestingDepth: 0,
  fieldArrayIndexLimit: 0,
  fieldSize: appPartBytes,
  fields: 16,
  fileSize: largestFile,
  files: 8,
  headerPairs: 32,
  parts: 24,
}

/**
 * A reader for `multipart/form-data` (RFC 7578): the part `app` is the JSON, the file part `icon` is the icon.
 *
 * @throws ProblemError from the reader: `body_malformed`, `invalid_input` or `too_large`.
 */
export function createMultipartReader(): BodyReader {
  const multer = loadMulter()
  const parse = multer({ storage: new BoundedMemory(Math.max(iconLimits.bytes, appPartBytes) + 1), limits }).any()
  return async (request, response) => {
    await new Promise<void>((resolve, reject) => {
      parse(request, response, (error?: unknown) => {
        if (error === undefined || error === null) resolve()
        else reject(refusalOf(error))
      })
    })
    return bodyOfParts([...fieldsOf(request.body), ...filesOf(request.files)])
  }
}

/** Multer makes an array of a field that is there several times. */
function fieldsOf(fields: unknown): Part[] {
  return Object.entries(fields ?? {}).flatMap(([name, value]) =>
    [value].flat().map((content) => ({ name, file: false, content: Buffer.from(String(content)) })),
  )
}

function filesOf(files: Express.Request['files']): Part[] {
  const list = Array.isArray(files) ? files : []
  return list.map((file) => ({ name: file.fieldname, file: true, content: file.buffer }))
}

/** Multer's own errors have a code; those of its parser are plain ones, and always mean that the bytes are wrong. */
function refusalOf(error: unknown): ProblemError {
  const { code, field } = multerError(error)
  switch (code) {
    case 'LIMIT_FILE_SIZE':
      return new ProblemError('too_large', {
        detail: 'A file is far too large.',
        errors: [partFault(field, { code: 'icon_too_large', max: iconLimits.bytes })],
        cause: error,
      })
    case 'LIMIT_FIELD_VALUE':
      return tooLargeAppPart()
    case 'LIMIT_FIELD_NESTING':
    case 'LIMIT_FIELD_ARRAY_INDEX':
      return new ProblemError('invalid_input', { errors: [partFault(field, { code: 'unknown_member' })], cause: error })
    default:
      return new ProblemError('body_malformed', {
        detail: 'The body is not multipart/form-data with the parts "app" and "icon".',
        cause: error,
      })
  }
}

function multerError(error: unknown): { code?: unknown; field: string } {
  if (!(error instanceof Error) || !('code' in error)) return { field: '' }
  return { code: error.code, field: 'field' in error && typeof error.field === 'string' ? error.field : '' }
}
