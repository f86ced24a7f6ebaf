const day = 24 * 60 * 60 * 1000

let lastDay = NaN
let date = ''

/**
 * A time as `Date.toISOString` writes it (RFC 3339, UTC), which works out the calendar for each: of the times of a page,
 * most are of the same day as the one before.
 *
 * @param timestamp milliseconds since 1970
 */
export function isoTime(timestamp: number): string {
  const today = Math.floor(timestamp / day)
  if (today !== lastDay) {
    date = new Date(timestamp).toISOString().slice(0, -'00:00:00.000Z'.length)
    lastDay = today
  }
  const ms = timestamp - today * day
  const seconds = Math.floor(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  return `${date}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}.${three(ms % 1000)}Z`
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

function three(value: number): string {
  return value < 100 ? `0${two(value)}` : String(value)
}
