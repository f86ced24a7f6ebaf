import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { LocalizedText } from '../../plugin/contract/scope-catalogue.js'
import type { Strings } from '../locales/en.js'
import { findLocale, watchLanguage } from './locale-registry.js'

/**
 * Speaks the language of the nearest ancestor with a `lang`, across shadow roots, and follows its changes.
 *
 * @typeParam Said what the host says: all strings, or the section that is enough for it.
 */
export class LanguageController<Said> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #english: Said
  readonly #pick: (strings: Strings) => Said
  #unwatch: (() => void) | undefined

  constructor(host: ReactiveControllerHost & HTMLElement, english: Said, pick: (strings: Strings) => Said) {
    this.#host = host
    this.#english = english
    this.#pick = pick
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

  get strings(): Said {
    const strings = findLocale(this.lang)
    return strings ? this.#pick(strings) : this.#english
  }

  /** A text of the host's catalogue in this language. */
  text(text: LocalizedText | undefined): string {
    if (text === undefined || typeof text === 'string') return text ?? ''
    const [language = ''] = this.lang.split('-')
    return text[this.lang] ?? text[language] ?? text['en'] ?? Object.values(text)[0] ?? ''
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
