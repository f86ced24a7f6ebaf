import type { AuthorizationProblem } from './options.js'

const explanations: Readonly<Record<string, string>> = {
  invalid_client: 'This app is not known here, or has been switched off.',
  invalid_client_metadata: 'The app does not say properly who it is.',
  invalid_redirect_uri: 'The app asks to be answered at an address that it has not registered.',
  invalid_scope: 'The app asks for more than it has been registered for.',
  access_denied: 'The app was not allowed to go on.',
  temporarily_unavailable: 'The server cannot answer at this moment. Try again in a few seconds.',
  server_error: 'Something went wrong here, and has been written down.',
  expired: 'This sign-in took too long, or was begun in another browser. Go back to the app and begin again.',
}

/** What a person is told: no page can be sure that they know what a redirect URI is. */
export function explain(error: string, expired: boolean): string {
  const other = 'The app sent something that cannot be understood here.'
  return (expired ? explanations['expired'] : explanations[error]) ?? other
}

/** A page that needs nothing else, and that nothing can be put into. */
export function errorPage({ error, description, explanation }: AuthorizationProblem): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>You cannot be signed in to this app</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 36rem; margin: 4rem auto; padding: 0 1rem }
p.details { font-size: .875rem; opacity: .8; overflow-wrap: anywhere }
</style>
</head>
<body>
<main>
<h1>You cannot be signed in to this app</h1>
<p>${escapeHtml(explanation)}</p>
<p class="details">For the developer of the app: <code>${escapeHtml(error)}</code>. ${escapeHtml(description)}</p>
</main>
</body>
</html>
`
}

/** For `Content-Security-Policy`: no script, and nothing from anywhere. */
export const errorPagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
