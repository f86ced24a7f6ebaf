import { faultSentences } from '../../plugin/contract/fault-sentences.js'
import { consentEnglish } from './english/consent.js'
import { detailsEnglish } from './english/details.js'
import { eventsEnglish } from './english/events.js'
import { formEnglish } from './english/form.js'
import { grantsEnglish } from './english/grants.js'
import type { memberEnglish } from './english/members.js'
import { pageEnglish } from './english/page.js'
import { scopesEnglish } from './english/scopes.js'
import { reviewEnglish } from './english/review.js'
import { tryItEnglish } from './english/try-it.js'
import { webhooksEnglish } from './english/webhooks.js'

/** English: the source of the keys. A language that lacks one fails the type check. */
export const en = {
  ...pageEnglish,
  scopes: scopesEnglish,
  consent: consentEnglish,
  grants: grantsEnglish,
  faults: faultSentences,
  details: detailsEnglish,
  review: reviewEnglish,
  tryIt: tryItEnglish,
  events: eventsEnglish,
  form: formEnglish,
  webhooks: webhooksEnglish,
}

type Translatable<Section> = {
  readonly [Key in keyof Section]: Section[Key] extends string ? string : Section[Key]
}

/** All that the elements say, in one language. */
export type Strings = { readonly [Section in keyof typeof en]: Translatable<(typeof en)[Section]> }

/** The part of it that {@link pageEnglish} is the English of. */
export type PageStrings = Pick<Strings, keyof typeof pageEnglish>

/** What the members of an app are called, beside what a page begins with. */
export type MemberStrings = PageStrings & { readonly form: Pick<Strings['form'], keyof typeof memberEnglish> }

/** What the page of an app says. */
export type DetailsStrings = MemberStrings & Pick<Strings, 'details' | 'events' | 'faults' | 'scopes'>

/** What the form says. */
export type FormStrings = PageStrings & Pick<Strings, 'faults' | 'form' | 'scopes'>
