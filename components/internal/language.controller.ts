import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { LocalizedText } from '../../plugin/contract/scope-catalogue.js'
import type { Strings } from '../locales/en.js'
import { fallbackTags } from './fallback-tags.js'
import { findLocale, findWording, watchLanguage } from './locale-registry.js'
import { reworded } from './wording.js'

/**
 * Speaks the language of the nearest ancestor with a `lang`, across shadow roots, and follows its changes.
 *
 * @typeParam Said what the host says: all strings, or the section that is enough for it.
 */
export class LanguageController<Said extends object> implements ReactiveController {
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
    this.#unwatch = watchLanguage(this.#host, () => {
      this.#host.requestUpdate()
    })
  }

  hostDisconnected(): void {
    this.#unwatch?.()
  }

  /** The language tag in force, which is English where the page asks for a language that nobody has added. */
  get lang(): string {
    const asked = this.#asked
    return isEnglish(asked) || findLocale(asked) ? asked : 'en'
  }

  get strings(): Said {
    const { lang } = this
    const strings = findLocale(lang)
    const wording = findWording(lang)
    const said = strings ? this.#pick(strings) : this.#english
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- what is picked from a part of all strings is a part of what is picked from all, or absent
    return wording ? reworded(said, this.#pick(wording as Strings)) : said
  }

  /** A text of the host's catalogue in the language of the page, which may be one that the elements do not speak. */
  text(text: LocalizedText | undefined): string {
    if (text === undefined || typeof text === 'string') return text ?? ''
    const texts = new Map(Object.entries(text).map(([tag, words]) => [tag.toLowerCase(), words]))
    const tags = [...fallbackTags(this.#asked), 'en', ...texts.keys()]
    return tags.map((tag) => texts.get(tag)).find((words) => words !== undefined) ?? ''
  }

  /** What the page asks for; where it names no language, what the browser does. */
  get #asked(): string {
    for (let node: Node | null = this.#host; node; node = node.parentNode ?? hostOf(node)) {
      const tag = node instanceof Element ? node.getAttribute('lang') : null
      if (tag && isLanguageTag(tag)) return tag
    }
    return navigator.language
  }
}

function isEnglish(tag: string): boolean {
  return fallbackTags(tag).includes('en')
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
