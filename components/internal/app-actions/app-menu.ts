import type { AppSummary } from '../../../plugin/contract/app.js'
import type { Strings } from '../../locales/en.js'
import type { MenuItem } from '../menu-button.js'
import type { AppActions } from './app-actions.js'

/** What may be done to an app, as the items of its menu. */
export function appMenu(app: AppSummary, actions: AppActions, { common, actions: words }: Strings): MenuItem[] {
  const { can, status } = app
  const items: (MenuItem | false)[] = [
    can.edit && { label: common.edit, select: () => actions.edit(app) },
    actions.canRotate(app) && { label: words.rotateSecret, select: () => void actions.rotate(app) },
    actions.canToggle(app) && {
      label: status === 'active' ? words.disableConfirm : words.enable,
      select: () => void actions.toggle(app),
    },
    can.delete && { label: common.delete, select: () => void actions.delete(app) },
  ]
  return items.filter((item) => item !== false)
}
