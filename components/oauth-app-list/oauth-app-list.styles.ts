import { rowStyles } from './app-row.styles.js'
import { tableStyles } from './app-table.styles.js'
import { stateStyles } from './list-states.styles.js'
import { toolbarStyles } from './list-toolbar.styles.js'
import { menuStyles } from './menu.styles.js'

export const styles = [toolbarStyles, tableStyles, rowStyles, stateStyles, menuStyles]
