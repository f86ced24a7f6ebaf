import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { LocalizedText } from '../../plugin/contract/scope-catalogue.js'
import type { Strings } from '../locales/en.js'
import { findLocale, watchLanguage } from './locale-registry.js'

/** Speaks the language of the nearest ancestor with a `lang`, across shadow roots, and follows its changes. */
export class LocaleController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  #unwatch: (() => void) | undefined

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.#unwatch = watchLanguage(() => {
      this.#host.requestUpdate()
    })
  }

  hostDisconnected(): void {
    this.#unwatch?.()
  }

  /** The language tag in force; that of the browser where the page names none. */
  get lang(): string {
    for (let node: Node | null = this.#host; node; node = node.parentNode ?? hostOf(node)) {
      const tag = node instanceof Element ? node.getAttribute('lang') : null
      if (tag && isLanguageTag(tag)) return tag
    }
    return navigator.language
  }

  get strings(): Strings {
    return findLocale(this.lang)
  }

  /** A text of the host's catalogue in this language. */
  text(text: LocalizedText | undefined): string {
    if (text === undefined || typeof text === 'string') return text ?? ''
    const [language = ''] = this.lang.split('-')
    return text[this.lang] ?? text[language] ?? text['en'] ?? Object.values(text)[0] ?? ''
  }

  /** "3 days ago", and from two months on the date itself. */
  relativeTime(iso: string, now = Date.now()): string {
    const seconds = (Date.parse(iso) - now) / 1000
    const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
      ['second', 60],
      ['minute', 60],
      ['hour', 24],
      ['day', 14],
      ['week', 8.5],
    ]
    let amount = seconds
    const sizes = { second: 60, minute: 60, hour: 24, day: 7, week: 1 }
    for (const [unit, bound] of units) {
      if (Math.abs(amount) < bound) {
        return new Intl.RelativeTimeFormat(this.lang, { numeric: 'auto' }).format(Math.round(amount), unit)
      }
      amount /= sizes[unit as keyof typeof sizes]
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

function hostOf(node: Node): Element | null {
  return node instanceof ShadowRoot ? node.host : null
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
