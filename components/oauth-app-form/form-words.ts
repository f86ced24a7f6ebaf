import { faultSentences } from '../../plugin/contract/fault-sentences.js'
import type { FormStrings } from '../locales/en.js'
import { formEnglish } from '../locales/english/form.js'
import { pageEnglish } from '../locales/english/page.js'
import { scopesEnglish } from '../locales/english/scopes.js'

/** The English that the form brings along: what only others say comes with them. */
export const formWords: FormStrings = {
  ...pageEnglish,
  scopes: scopesEnglish,
  faults: faultSentences,
  form: formEnglish,
}
