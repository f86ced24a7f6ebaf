import { ProblemError } from '../problem-error.js'
import type { AppRecord } from '../registry/app-record.js'

/** Which versions a caller is ready to change (RFC 9110 §13.1.1): none named, any, or those that they read. */
export type IfMatch = 'absent' | 'any' | readonly number[]

/** `W/"a", "b"`: a list of entity tags, of which only the strong ones can match. */
const entityTag = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/

/** A version that no app has. */
const noVersion = 0

/** The entity tag of an app: the number of its version. */
export function entityTagOf(app: AppRecord): string {
  return `"${app.version}"`
}

/**
 * Reads the header `If-Match`.
 *
 * @throws ProblemError `invalid_input` where it is not a list of entity tags.
 */
export function readIfMatch(header: string | undefined): IfMatch {
  if (header === undefined) return 'absent'
  if (header.trim() === '*') return 'any'
  return header.split(',').map((item) => versionOf(item.trim()))
}

function versionOf(item: string): number {
  const match = entityTag.exec(item)
  if (!match) {
    throw new ProblemError('invalid_input', {
      detail: 'If-Match is the ETag of the app, with its double quotes, for example If-Match: "3".',
    })
  }
  const [, weak, value = ''] = match
  return weak === undefined && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : noVersion
}

/**
 * The one version to change. Only `*` and lists need the current one, which `read` fetches; a single tag, which is what
 * clients send, is compared by the registry in the transaction that changes the app.
 */
export async function versionToChange(ifMatch: IfMatch, read: () => Promise<AppRecord>): Promise<number | undefined> {
  if (ifMatch === 'absent') return undefined
  if (ifMatch === 'any') return (await read()).version
  if (ifMatch.length === 1) return ifMatch[0]
  const { version } = await read()
  return ifMatch.includes(version) ? version : noVersion
}
