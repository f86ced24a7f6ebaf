import type { LocalizedText, ScopeCatalogue } from '../../plugin/contract/scope-catalogue.js'
import type { scopesEnglish } from '../locales/english/scopes.js'
import { accessOf } from './scope-sections.js'

/** What each scope of a catalogue lets an app do, by its name; empty where the host says nothing of it. */
export function scopeSentences(
  catalogue: ScopeCatalogue,
  text: (text: LocalizedText | undefined) => string,
  words: typeof scopesEnglish,
): ReadonlyMap<string, string> {
  return new Map(
    catalogue.flatMap((entry) =>
      'scopes' in entry
        ? entry.scopes.map((scope): [string, string] => [
            scope.name,
            text(scope.description) || text(scope.label) || words.areaAccess(text(entry.label), words[accessOf(scope)]),
          ])
        : [[entry.name, text(entry.description) || text(entry.label)] as const],
    ),
  )
}
