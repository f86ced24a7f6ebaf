import { createHash } from 'node:crypto'
import type { AdapterPayload } from 'oidc-provider'

/** Stands in what is kept for the value itself. No JSON has it: there this character is escaped. */
const marker = '\u0001'

/** What a value, or whatever else something is found by, is kept as. A value has 256 random bits: no salt is needed. */
export function hashOf(kind: string, value: string): string {
  return createHash('sha256').update(`${kind}:${value}`).digest('hex')
}

/**
 * What is kept of a payload: without the value that it is found by, wherever in it that stands, and without the cookie of a
 * session, which an interaction has.
 */
export function keptPayload(payload: AdapterPayload, value: string): string {
  const { session, ...rest } = payload
  const kept = typeof session === 'object' ? { ...rest, session: { ...session, cookie: '' } } : rest
  return JSON.stringify(kept).replaceAll(value, marker)
}

export function readPayload(kept: string, value: string): AdapterPayload {
  const payload: unknown = JSON.parse(kept.replaceAll(marker, value))
  if (isPayload(payload)) return payload
  throw new TypeError('The database holds something other than what an authorization server keeps')
}

function isPayload(value: unknown): value is AdapterPayload {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
