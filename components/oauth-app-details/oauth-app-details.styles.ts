import { appActionsStyles } from '../internal/app-actions/app-actions.styles.js'
import { partFailureStyles } from '../internal/part-failure.styles.js'
import { readableValueStyles } from '../internal/readable-value.styles.js'
import { headings } from '../styles/headings.js'
import { activityStyles } from './activity/activity.styles.js'
import { pageStyles } from './details-page.styles.js'
import { rowStyles } from './details-rows.styles.js'
import { stateStyles } from './details-states.styles.js'
import { userStyles } from './users/users.styles.js'

export const styles = [
  headings,
  appActionsStyles,
  readableValueStyles,
  partFailureStyles,
  pageStyles,
  rowStyles,
  activityStyles,
  userStyles,
  stateStyles,
]
