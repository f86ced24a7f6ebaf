import { faultSentences } from '../../plugin/contract/fault-sentences.js'
import type { DetailsStrings } from '../locales/en.js'
import { detailsEnglish } from '../locales/english/details.js'
import { eventsEnglish } from '../locales/english/events.js'
import { memberEnglish } from '../locales/english/members.js'
import { pageEnglish } from '../locales/english/page.js'
import { scopesEnglish } from '../locales/english/scopes.js'

/** The English that the page of an app brings along: what only others say comes with them. */
export const detailsWords: DetailsStrings = {
  ...pageEnglish,
  scopes: scopesEnglish,
  faults: faultSentences,
  details: detailsEnglish,
  events: eventsEnglish,
  form: memberEnglish,
}
