import { appActionsStyles } from '../internal/app-actions/app-actions.styles.js'
import { menuStyles } from '../internal/menu-button.styles.js'
import { panel } from '../styles/panel.js'
import { rowStyles } from './app-row.styles.js'
import { tableStyles } from './app-table.styles.js'
import { stateStyles } from './list-states.styles.js'
import { toolbarStyles } from './list-toolbar.styles.js'
import { selectionStyles } from './selection.styles.js'

export const styles = [
  appActionsStyles,
  toolbarStyles,
  tableStyles,
  rowStyles,
  panel,
  stateStyles,
  menuStyles,
  selectionStyles,
]
