import type { Strings } from '../locales/en.js'
import { fallbackTags } from './fallback-tags.js'
import type { Wording } from './wording.js'

const locales = new Map<string, Strings>()
const wordings = new Map<string, Wording>()
const listeners = new Set<() => void>()

/**
 * Adds a language, or replaces one, for every element on the page.
 *
 * @param tag a language tag (BCP 47) such as `de` or `pt-BR`; the longest that fits the page's `lang` is used.
 */
export function registerLocale(tag: string, strings: Strings): void {
  locales.set(tag.toLowerCase(), strings)
  tellAll()
}

/**
 * Puts words of the host in the place of some that the elements have for a language, whichever of the two comes first.
 *
 * @param tag a language tag (BCP 47) such as `en`, which then holds for `en-GB` too.
 */
export function registerWording(tag: string, wording: Wording): void {
  wordings.set(tag.toLowerCase(), wording)
  tellAll()
}

/** The strings that the page has added for a language, going from `pt-BR` to `pt`. */
export function findLocale(tag: string): Strings | undefined {
  return found(locales, tag)
}

/** The words that the host has for a language, as {@link findLocale} finds it. */
export function findWording(tag: string): Wording | undefined {
  return found(wordings, tag)
}

function found<Value>(registered: ReadonlyMap<string, Value>, tag: string): Value | undefined {
  const tags = fallbackTags(tag)
  return registered.get(tags.find((fallback) => registered.has(fallback)) ?? '')
}

function tellAll(): void {
  for (const listener of listeners) listener()
}

/** Calls back when a language is added or the `lang` or `dir` of something around the node changes. */
export function watchLanguage(node: Node, listener: () => void): () => void {
  listeners.add(listener)
  observer ??= new MutationObserver(tellAll)
  // What happens within a shadow root is seen from within it only.
  for (let root = node.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, { attributeFilter: ['lang', 'dir'], subtree: true })
    if (!(root instanceof ShadowRoot)) break
  }
  return () => listeners.delete(listener)
}

let observer: MutationObserver | undefined
