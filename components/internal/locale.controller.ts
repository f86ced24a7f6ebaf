import type { ReactiveControllerHost } from 'lit'
import { en, type Strings } from '../locales/en.js'
import { LanguageController } from './language.controller.js'

/** Up to how many of a unit a time is told in it, and how many of it make the next. */
const units: readonly (readonly [Intl.RelativeTimeFormatUnit, bound: number, size: number])[] = [
  ['second', 60, 60],
  ['minute', 60, 60],
  ['hour', 24, 24],
  ['day', 14, 7],
  ['week', 8.5, 1],
]

/** All strings in the language in force, and its times and numbers. */
export class LocaleController extends LanguageController<Strings> {
  constructor(host: ReactiveControllerHost & HTMLElement) {
    super(host, en, (strings) => strings)
  }

  /** "3 days ago", and from two months on the date itself. */
  relativeTime(iso: string, now = Date.now()): string {
    let amount = (Date.parse(iso) - now) / 1000
    for (const [unit, bound, size] of units) {
      if (Math.abs(amount) < bound) {
        return new Intl.RelativeTimeFormat(this.lang, { numeric: 'auto' }).format(Math.round(amount), unit)
      }
      amount /= size
    }
    return new Intl.DateTimeFormat(this.lang, { dateStyle: 'medium' }).format(Date.parse(iso))
  }

  exactTime(iso: string): string {
    return new Intl.DateTimeFormat(this.lang, { dateStyle: 'long', timeStyle: 'short' }).format(Date.parse(iso))
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.lang).format(value)
  }
}
