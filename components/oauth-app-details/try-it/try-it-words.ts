import { faultSentences } from '../../../plugin/contract/fault-sentences.js'
import type { PageStrings, Strings } from '../../locales/en.js'
import { pageEnglish } from '../../locales/english/page.js'
import { scopesEnglish } from '../../locales/english/scopes.js'
import { tryItEnglish } from '../../locales/english/try-it.js'

export type TryItStrings = PageStrings & Pick<Strings, 'faults' | 'scopes' | 'tryIt'>

/** The English that it brings along. */
export const tryItWords: TryItStrings = {
  ...pageEnglish,
  scopes: scopesEnglish,
  faults: faultSentences,
  tryIt: tryItEnglish,
}
