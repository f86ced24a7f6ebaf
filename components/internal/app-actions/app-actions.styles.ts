import { appIconStyles } from './app-icon.styles.js'
import { appQuestionStyles } from './app-questions.styles.js'
import { statusSwitchStyles } from './status-switch.styles.js'

/** What is shown of apps and asked about them, wherever that is. */
export const appActionsStyles = [appIconStyles, statusSwitchStyles, appQuestionStyles]
