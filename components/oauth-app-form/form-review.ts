import { isApproved } from '../../plugin/contract/review-values.js'
import { areSafe, onlyTakesAway, reviewedMembers, type ReviewedMember } from '../../plugin/contract/review-rules.js'
import type { App } from '../../plugin/contract/app.js'
import type { FormModel } from './form-model.js'
import { sameValue, valuesOf } from './form-values.js'

/** What becomes of what is saved: it is, it waits for approval, or a new app stays a draft. */
export type Outcome = 'save' | 'submit' | 'draft'

type Reviewing = Pick<FormModel, 'config' | 'current' | 'values'>

/** What the button that saves does, and what the one beside it does instead. */
export function outcomesOf(model: Reviewing): readonly [Outcome, Outcome?] {
  const { config, current } = model
  if (!config.capabilities.review) return ['save']
  if (!current) return ['submit', 'draft']
  if (current.status === 'draft' || current.status === 'rejected') return ['submit', 'save']
  return ['save']
}

/** Whether what is saved is approved as soon as it is submitted. */
export function isSafe({ config, values }: Reviewing): boolean {
  return config.capabilities.auto_approve && areSafe(config.scopes, values.scopes)
}

/** The fields of an approved app that wait for approval as they are now, by the rule that the server applies. */
export function heldFields(model: Reviewing): ReviewedMember[] {
  const { config, current, values } = model
  if (!config.capabilities.review || !current || !isApproved(current) || isSafe(model)) return []
  const live = valuesOf(current)
  return reviewedMembers.filter(
    (member) => !sameValue(member, live, values) && !onlyTakesAway(member, live, values, config.scopes),
  )
}

/** An app as its owner wants it: with what waits for approval, from which an edit goes on. */
export function wantedApp(app: App): App {
  return Object.assign({}, app, app.proposal)
}
