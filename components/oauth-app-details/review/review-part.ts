// The page of the app is there already. Imported here as well, it shares with this part what it has; otherwise a bundler would
// split what every page begins with once more, for the sake of what this part alone uses of it.
import '../oauth-app-details.js'
import './oauth-app-review.js'
