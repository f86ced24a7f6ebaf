import type { Effect } from '../../../plugin/contract/effect.js'
import type { PageStrings } from '../../locales/en.js'

/** Words for a number of tokens, in the strings of `impact`. */
export type CountTokens = (count: number) => string

/** Whom an action would reach. */
export function tellImpact({ users, tokens }: Effect, { impact }: PageStrings, stop: CountTokens): string {
  if (users === null && tokens === null) return impact.unknown
  if (users === 0 && tokens === 0) return impact.unused
  return impact.both(
    users === null ? impact.peopleUnknown : impact.people(users),
    tokens === null ? impact.tokensUnknown : stop(tokens),
  )
}

/** What an action did to people and to tokens. */
export interface Reached {
  readonly people: (count: number) => string
  readonly tokens: CountTokens
}

/** What was done, and whom it reached. */
export function tellEffect(done: string, { users, tokens }: Effect, { impact }: PageStrings, reached: Reached): string {
  if (users === null && tokens === null) return `${done} ${impact.reachedUnknown}`
  if (users === 0 && tokens === 0) return `${done} ${impact.reachedNobody}`
  const people = users === null ? impact.peopleReachedUnknown : reached.people(users)
  return `${done} ${impact.both(people, tokens === null ? impact.tokensReachedUnknown : reached.tokens(tokens))}`
}
