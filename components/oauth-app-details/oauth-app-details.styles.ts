import { appActionsStyles } from '../internal/app-actions/app-actions.styles.js'
import { readableValueStyles } from '../internal/readable-value.styles.js'
import { activityStyles } from './activity/activity.styles.js'
import { pageStyles } from './details-page.styles.js'
import { stateStyles } from './details-states.styles.js'
import { factStyles } from './overview/overview.styles.js'

export const styles = [appActionsStyles, readableValueStyles, pageStyles, factStyles, activityStyles, stateStyles]
