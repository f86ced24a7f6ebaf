/** What bundlers for browsers find in place of the plugin: a sentence instead of a hundred unresolved Node modules. */
export const createOAuthApps: never = refuse()

function refuse(): never {
  throw new Error(
    'oauth-app-kit/express runs on the server. Import it where your Express app is made; in the browser import oauth-app-kit/define.',
  )
}
