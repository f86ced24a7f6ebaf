import type { PageStrings } from '../locales/en.js'
import { LanguageController } from './language.controller.js'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const week = 7 * day

/** Nearer than the first of the two, a time is told in the unit; the second is how long one of it is. */
const units: readonly (readonly [bound: number, size: number, Intl.RelativeTimeFormatUnit])[] = [
  [hour, minute, 'minute'],
  [day, hour, 'hour'],
  [2 * week, day, 'day'],
  [9 * week, week, 'week'],
]

/**
 * The strings in the language in force, and its times and numbers.
 *
 * @typeParam Said all strings, those that a page begins with, or what is enough for one element.
 */
export class LocaleController<Said extends object = PageStrings> extends LanguageController<Said> {
  /**
   * "3 days ago", and from two months on the date itself.
   *
   * @param now in milliseconds since 1970
   */
  relativeTime(iso: string, now = Date.now()): string {
    const time = Date.parse(iso)
    const distance = time - now
    const format = new Intl.RelativeTimeFormat(this.lang, { numeric: 'auto' })
    // Seconds would be out of date when they are read, and clocks do not agree on them.
    if (Math.abs(distance) < minute) return format.format(0, 'second')
    for (const [bound, size, unit] of units) {
      if (Math.abs(distance) >= bound) continue
      return format.format(unit === 'day' ? daysBetween(now, time) : Math.trunc(distance / size), unit)
    }
    return new Intl.DateTimeFormat(this.lang, { dateStyle: 'medium' }).format(time)
  }

  exactTime(iso: string): string {
    return new Intl.DateTimeFormat(this.lang, { dateStyle: 'long', timeStyle: 'short' }).format(Date.parse(iso))
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.lang).format(value)
  }
}

/** As the calendar counts them: "yesterday" is a day, and not what is 24 to 48 hours old. */
function daysBetween(from: number, to: number): number {
  // Rounded, since a day on which the clocks change has 23 or 25 hours.
  return Math.round((new Date(to).setHours(0, 0, 0, 0) - new Date(from).setHours(0, 0, 0, 0)) / day)
}
