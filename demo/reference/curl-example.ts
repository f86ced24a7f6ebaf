import type { Operation } from './open-api.js'

/** What a reader puts in: `client_id` becomes `$CLIENT_ID`, and the version to change `$ETAG`. */
export function placeholdersOf({ parameters = [] }: Operation): string[] {
  return parameters
    .filter(({ required }) => required)
    .map(({ in: place, name }) => (place === 'header' ? (headerValues[name] ?? name) : name))
    .map((name) => name.toUpperCase())
}

const headerValues: Readonly<Record<string, string>> = { 'If-Match': 'ETAG' }

/** A command for a POSIX shell. Addresses are in double quotes for the sake of the placeholders; the body in single ones. */
export function curlExample(operation: Operation, { api, body }: { api: string; body: unknown }): string {
  const { method, path, parameters = [], responses, security } = operation
  const address = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => `$${name.toUpperCase()}`)
  const headers = parameters.filter(({ in: place, required }) => place === 'header' && required)
  const answersVersion = Object.values(responses).some((answer) => answer.headers?.['ETag'])
  return [
    ['curl', ...(answersVersion ? ['--include'] : []), ...(method === 'GET' ? [] : ['--request', method])].join(' '),
    `"${api}${address}"`,
    ...(security?.length === 0 ? [] : [`--header 'Authorization: Bearer demo-admin'`]),
    ...headers.map(({ name }) => `--header "${name}: $${headerValues[name] ?? name.toUpperCase()}"`),
    ...(body === undefined ? [] : [`--header 'Content-Type: application/json'`, `--data ${quoted(body)}`]),
  ].join(' \\\n  ')
}

function quoted(body: unknown): string {
  const text = JSON.stringify(body, null, 2).replaceAll('\n', '\n  ')
  return `'${text.replaceAll("'", "'\\''")}'`
}
