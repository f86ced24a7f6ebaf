import type { Strings } from '../locales/en.js'

const locales = new Map<string, Strings>()
const listeners = new Set<() => void>()

/**
 * Adds a language, or replaces one, for every element on the page.
 *
 * @param tag a language tag (BCP 47) such as `de` or `pt-BR`; the longest that fits the page's `lang` is used.
 */
export function registerLocale(tag: string, strings: Strings): void {
  locales.set(tag.toLowerCase(), strings)
  for (const listener of listeners) listener()
}

/** The strings that the page has added for a language, going from `pt-BR` to `pt` to `en`. */
export function findLocale(tag: string): Strings | undefined {
  const subtags = tag.toLowerCase().split('-')
  for (let length = subtags.length; length > 0; length--) {
    const strings = locales.get(subtags.slice(0, length).join('-'))
    if (strings) return strings
  }
  return locales.get('en')
}

/** Calls back when a language is added or the page changes its `lang` somewhere. */
export function watchLanguage(listener: () => void): () => void {
  listeners.add(listener)
  observeLang()
  return () => listeners.delete(listener)
}

let observer: MutationObserver | undefined

function observeLang(): void {
  if (observer) return
  observer = new MutationObserver(() => {
    for (const listener of listeners) listener()
  })
  observer.observe(document, { attributeFilter: ['lang', 'dir'], subtree: true })
}
