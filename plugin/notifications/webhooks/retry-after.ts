/** Seconds: who asks for more is asked again after this. */
const longest = 24 * 60 * 60

/** How long a receiver asks to be left alone (RFC 9110 §10.2.3), in seconds; `undefined` where it does not say. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  const seconds = /^\d{1,9}$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000)
  return seconds > 0 ? Math.min(seconds, longest) : undefined
}
