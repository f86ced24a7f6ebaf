import type { Credentials } from './credentials.js'

/** The credentials as the lines of a `.env` file. */
export function envFile({ client_id, client_secret }: Credentials): string {
  const lines = [`OAUTH_CLIENT_ID=${quoted(client_id)}`]
  if (client_secret !== undefined) lines.push(`OAUTH_CLIENT_SECRET=${quoted(client_secret)}`)
  return `${lines.join('\n')}\n`
}

/** A file name made of the letters and digits of the app's name, in any script. */
export function envFileName(clientName: string): string {
  const slug = clientName
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return `${slug === '' ? 'oauth-app' : slug}.env`
}

/** OAuth allows any visible ASCII character and the space (RFC 6749, appendix A.1); some mean something in the file. */
function quoted(value: string): string {
  if (/^[\w.~+/=-]*$/.test(value)) return value
  return value.includes("'") ? `"${value.replace(/["\\$`]/g, '\\$&')}"` : `'${value}'`
}
