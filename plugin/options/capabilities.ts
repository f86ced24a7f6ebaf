import type { Capabilities } from '../contract/config.js'
import type { OAuthAppsOptions } from '../options.js'
import type { People } from '../people.js'
import { canIssue } from '../registry/ask-for-token.js'

/** What options that have been checked set a host up for. */
export function capabilities({
  restoreDays = 30,
  deleteConfirmation = 'click',
  tokens,
  findPrincipal,
  findOwners,
  registration,
  webhooks,
  review = false,
}: Pick<
  OAuthAppsOptions,
  'restoreDays' | 'deleteConfirmation' | 'tokens' | 'registration' | 'webhooks' | 'review' | keyof People
>): Capabilities {
  return {
    tokens: tokens !== undefined,
    access_tokens: canIssue(tokens),
    restore_days: restoreDays,
    reassign: findPrincipal !== undefined,
    owners: findOwners !== undefined,
    registration: registration !== undefined,
    webhooks: webhooks !== undefined,
    webhook_loopback: webhooks?.allowLoopback ?? false,
    review: review !== false,
    auto_approve: review !== false && (review === true || review.autoApprove !== false),
    delete_confirmation: deleteConfirmation,
  }
}
