import { isUtf8 } from 'node:buffer'
import type { Fault, FieldFault } from '../../contract/faults.js'
import { jsonPointer } from '../../contract/json-pointer.js'
import { ProblemError } from '../../problem-error.js'
import type { ReceivedBody } from '../handler.js'

/** The JSON of an app without its icon: far more than all its limits together. */
export const appPartBytes = 256 * 1024

/** A part of a multipart body. Browsers send a `Blob` as a file, so `app` may be one too. */
export interface Part {
  readonly name: string
  readonly file: boolean
  readonly content: Uint8Array
}

/**
 * Puts the two parts that there may be together, and names the others.
 *
 * @throws ProblemError `body_malformed` where the part `app` is not JSON, `too_large` where it is too long.
 */
export function bodyOfParts(parts: readonly Part[]): ReceivedBody {
  const app = parts.find(({ name }) => name === 'app')
  const icon = parts.find(({ name, file }) => name === 'icon' && file)
  return {
    value: app ? parseApp(app.content) : {},
    faults: [...misplacedParts(parts), ...repeatedParts(parts)],
    ...(icon && { icon: icon.content }),
  }
}

/** A fault of a part as a whole, named as a member of the body would be. */
export function partFault(name: string, fault: Fault): FieldFault {
  return { ...fault, pointer: jsonPointer(name) }
}

export function tooLargeAppPart(): ProblemError {
  return new ProblemError('too_large', { detail: `The part "app" may have ${appPartBytes} bytes.` })
}

function misplacedParts(parts: readonly Part[]): FieldFault[] {
  const unknown = new Set(parts.map(({ name }) => name).filter((name) => name !== 'app' && name !== 'icon'))
  const iconIsText = parts.some(({ name, file }) => name === 'icon' && !file)
  return [
    ...[...unknown].map((name) => partFault(name, { code: 'unknown_member' })),
    ...(iconIsText ? [partFault('icon', { code: 'wrong_type', expected: 'file' })] : []),
  ]
}

function repeatedParts(parts: readonly Part[]): FieldFault[] {
  return ['app', 'icon']
    .filter((known) => parts.filter(({ name }) => name === known).length > 1)
    .map((name) => partFault(name, { code: 'too_many', max: 1 }))
}

function parseApp(content: Uint8Array): unknown {
  if (content.length > appPartBytes) throw tooLargeAppPart()
  try {
    if (!isUtf8(content)) throw new SyntaxError('not UTF-8')
    return JSON.parse(Buffer.from(content).toString())
  } catch (cause) {
    throw new ProblemError('body_malformed', { detail: 'The part "app" is not JSON in UTF-8.', cause })
  }
}
