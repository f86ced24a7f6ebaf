import type { Strings } from '../locales/en.js'
import { fallbackTags } from './fallback-tags.js'

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

/** The strings that the page has added for a language, going from `pt-BR` to `pt`. */
export function findLocale(tag: string): Strings | undefined {
  const found = fallbackTags(tag).find((fallback) => locales.has(fallback))
  return found === undefined ? undefined : locales.get(found)
}

/** Calls back when a language is added or the `lang` or `dir` of something around the node changes. */
export function watchLanguage(node: Node, listener: () => void): () => void {
  listeners.add(listener)
  observer ??= new MutationObserver(() => {
    for (const listener of listeners) listener()
  })
  // What happens within a shadow root is seen from within it only.
  for (let root = node.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, { attributeFilter: ['lang', 'dir'], subtree: true })
    if (!(root instanceof ShadowRoot)) break
  }
  return () => listeners.delete(listener)
}

let observer: MutationObserver | undefined
