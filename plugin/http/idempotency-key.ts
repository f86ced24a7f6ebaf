import { ProblemError } from '../problem-error.js'

/** A String of Structured Fields (RFC 9651 §3.3.3), of which `"` and `\` are written with a backslash. */
const quoted = /^"((?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/

const bare = /^[\x21\x23-\x7e][\x21-\x7e]*$/

const longest = 255

/**
 * Reads the header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07 §2.1). The draft has it quoted; most who
 * send it leave the quotes away, and mean the same.
 *
 * @throws ProblemError `invalid_input` where it is no key.
 */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined
  const key = quoted.exec(header)?.[1]?.replace(/\\(.)/g, '$1') ?? bare.exec(header)?.[0] ?? ''
  if (key.length > 0 && key.length <= longest) return key
  throw new ProblemError('invalid_input', {
    detail:
      `Idempotency-Key is 1 to ${longest} visible ASCII characters, with or without double quotes around them, ` +
      'for example Idempotency-Key: "8e03978e-40d5-43dd-bc93-6894a57f9324".',
  })
}
