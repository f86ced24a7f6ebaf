import { assertionType, flowOf, proofOf, type SnippetSource } from './snippet-source.js'

/** What has to be in the environment before it runs. */
export function curlVariables(source: SnippetSource): string[] {
  const proof = proofOf(source)
  return [...(proof ? [proof] : []), ...(flowOf(source)?.kind === 'code' ? ['CODE', 'CODE_VERIFIER'] : [])]
}

/** Gets a token in a POSIX shell: for the code that a person came back with, or for the app itself. */
export function curlSnippet(source: SnippetSource): string {
  const { app, server } = source
  const flow = flowOf(source)
  const scope = app.scopes.join(' ')
  const grant =
    flow?.kind === 'code'
      ? [
          '--data grant_type=authorization_code',
          '--data-urlencode "code=$CODE"',
          '--data-urlencode "code_verifier=$CODE_VERIFIER"',
          `--data-urlencode ${single(`redirect_uri=${flow.redirectUri}`)}`,
        ]
      : [
          '--data grant_type=client_credentials',
          ...(scope === '' ? [] : [`--data-urlencode ${single(`scope=${scope}`)}`]),
        ]
  return [`curl ${single(server.token_endpoint)}`, ...proof(source), ...grant].join(' \\\n  ')
}

/** RFC 6749 §2.3.1, RFC 7523 §2.2; a public client says only who it is (RFC 6749 §3.2.1). */
function proof({ app: { client_id, token_endpoint_auth_method: method } }: SnippetSource): string[] {
  const id = `--data-urlencode ${single(`client_id=${client_id}`)}`
  switch (method) {
    case 'client_secret_basic':
      return [`--user ${single(client_id)}:"$CLIENT_SECRET"`]
    case 'client_secret_post':
      return [id, '--data-urlencode "client_secret=$CLIENT_SECRET"']
    case 'private_key_jwt':
      return [
        id,
        `--data-urlencode ${single(`client_assertion_type=${assertionType}`)}`,
        '--data-urlencode "client_assertion=$CLIENT_ASSERTION"',
      ]
    case 'none':
      return [id]
  }
}

/** A word of the shell in which nothing means anything. A redirect URI may hold the mark itself (RFC 3986 §2.2). */
function single(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
