/** Registers every element of the kit. */
import './oauth-app-credentials/oauth-app-credentials.js'
import './oauth-app-details/oauth-app-details.js'
import './oauth-app-form/oauth-app-form.js'
import './oauth-app-list/oauth-app-list.js'
import './oauth-apps/oauth-apps.js'
import './oauth-consent/oauth-consent.js'
import './oauth-grant-list/oauth-grant-list.js'
import './scope-picker/scope-picker.js'
