import type { Capabilities } from '../contract/config.js'
import type { OAuthAppsOptions } from '../options.js'

/** What options that have been checked set a host up for. */
export function capabilities({
  restoreDays = 30,
  deleteConfirmation = 'click',
  tokens,
}: Pick<OAuthAppsOptions, 'restoreDays' | 'deleteConfirmation' | 'tokens'>): Capabilities {
  return {
    tokens: tokens !== undefined,
    restore_days: restoreDays,
    reassign: false,
    owners: false,
    delete_confirmation: deleteConfirmation,
  }
}
