import type { AppSummary } from '../../../plugin/contract/app.js'
import type { PageStrings } from '../../locales/en.js'
import type { MenuItem } from '../menu-button.js'
import type { AppActions } from './app-actions.js'

/** What may be done to an app, as the items of its menu. */
export function appMenu(app: AppSummary, actions: AppActions, { common, actions: words }: PageStrings): MenuItem[] {
  const items: (MenuItem | false)[] = [
    actions.canRestore(app) && { label: words.restore, select: () => void actions.restore(app) },
    actions.canEdit(app) && { label: common.edit, select: () => actions.edit(app) },
    actions.canRotate(app) && { label: words.rotateSecret, select: () => void actions.rotate(app) },
    actions.canReassign(app) && { label: words.reassign, select: () => void actions.reassign(app) },
    actions.canToggle(app) && {
      label: app.status === 'active' ? words.disableConfirm : words.enable,
      select: () => void actions.toggle(app),
    },
    actions.canRevokeTokens(app) && { label: words.revokeTokens, select: () => void actions.revokeTokens(app) },
    actions.canDelete(app) && { label: common.delete, select: () => void actions.delete(app) },
  ]
  return items.filter((item) => item !== false)
}
