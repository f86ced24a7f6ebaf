import type { AppSummary } from '../../plugin/contract/app.js'
import { bulkActions, type BulkAction } from '../../plugin/contract/bulk-values.js'
import type { Config } from '../../plugin/contract/config.js'
import type { PageStrings } from '../locales/en.js'

/** Whether the action would change something about the app, and the caller may do it. */
export function applies(action: BulkAction, { status, can, deleted_at }: AppSummary): boolean {
  if (deleted_at !== undefined) return false
  return {
    enable: status === 'disabled' && can.enable,
    disable: status === 'active' && can.disable,
    delete: can.delete,
    revoke_tokens: can.revoke_tokens,
  }[action]
}

/** What this host offers to do to several apps. */
export function offeredActions(config: Config | undefined): readonly BulkAction[] {
  return bulkActions.filter((action) => action !== 'revoke_tokens' || config?.capabilities.tokens)
}

/** Whether there is anything that could be done to the app together with others. */
export function isSelectable(app: AppSummary, config: Config | undefined): boolean {
  return offeredActions(config).some((action) => applies(action, app))
}

export function actionLabel(action: BulkAction, { actions, bulk, common }: PageStrings): string {
  return {
    enable: actions.enable,
    disable: actions.disableConfirm,
    delete: common.delete,
    revoke_tokens: bulk.revokeTokens,
  }[action]
}
