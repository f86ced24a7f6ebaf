// The form is there already. Imported here as well, it shares with the screen what it has; otherwise a bundler would split
// what every page begins with once more, for the sake of what the screen alone uses of it.
import '../oauth-app-form.js'
import '../../oauth-consent/oauth-consent.js'
