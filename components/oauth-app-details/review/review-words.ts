import type { MemberStrings, Strings } from '../../locales/en.js'
import { memberEnglish } from '../../locales/english/members.js'
import { pageEnglish } from '../../locales/english/page.js'
import { reviewEnglish } from '../../locales/english/review.js'

export type ReviewStrings = MemberStrings & Pick<Strings, 'review'>

/** The English that it brings along. */
export const reviewWords: ReviewStrings = { ...pageEnglish, form: memberEnglish, review: reviewEnglish }
