import type { Timestamp } from './app-record.js'

/** ISO 8601 with a date, a time and an offset: a time without one is not the same time everywhere. */
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

/** @returns `undefined` for what is no moment. */
export function readTime(text: string): Timestamp | undefined {
  const timestamp = time.test(text) && isDay(text.slice(0, 10)) ? Date.parse(text) : NaN
  return Number.isNaN(timestamp) ? undefined : timestamp
}

/** `Date.parse` takes 30 February for 2 March, and nobody would have said so. */
function isDay(date: string): boolean {
  const midnight = Date.parse(date)
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(date)
}
