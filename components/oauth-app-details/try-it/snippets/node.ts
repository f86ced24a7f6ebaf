import type { Jwks } from '../../../../plugin/contract/app.js'
import { flowOf, lines, proofOf, type SnippetSource } from './snippet-source.js'

/** What has to be in the environment before it runs. */
export function nodeVariables(source: SnippetSource): string[] {
  const proof = proofOf(source)
  return proof === 'CLIENT_ASSERTION' ? ['PRIVATE_JWK'] : proof ? [proof] : []
}

/** Signs somebody in with openid-client 6 in a terminal, or gets a token for the app itself. */
export function nodeSnippet(source: SnippetSource): string {
  const { app, server } = source
  const flow = flowOf(source)
  const scope = app.scopes.length > 0 ? `scope: ${quoted(app.scopes.join(' '))},` : undefined
  // The library refuses http, which is right anywhere but on the developer's own machine.
  const insecure = server.issuer.startsWith('http:')
  const configuration = lines(
    ...privateKey(source),
    'const config = await client.discovery(',
    `  new URL(${quoted(server.issuer)}),`,
    `  ${quoted(app.client_id)},`,
    '  undefined,',
    `  ${authentication(source)},`,
    insecure ? '  { execute: [client.allowInsecureRequests] },' : undefined,
    ')',
  )
  if (flow?.kind !== 'code') {
    const parameters = scope === undefined ? '' : `, { ${scope.slice(0, -1)} }`
    return lines(
      "import * as client from 'openid-client'",
      '',
      configuration,
      `const tokens = await client.clientCredentialsGrant(config${parameters})`,
      'console.log(tokens)',
    )
  }
  return lines(
    "import { createInterface } from 'node:readline/promises'",
    "import * as client from 'openid-client'",
    '',
    configuration,
    'const pkceCodeVerifier = client.randomPKCECodeVerifier()',
    'const expectedState = client.randomState()',
    'const address = client.buildAuthorizationUrl(config, {',
    `  redirect_uri: ${quoted(flow.redirectUri)},`,
    scope === undefined ? undefined : `  ${scope}`,
    '  code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),',
    "  code_challenge_method: 'S256',",
    '  state: expectedState,',
    '})',
    '',
    'console.log(`Open ${address}`)',
    'const terminal = createInterface({ input: process.stdin, output: process.stdout })',
    "const answer = await terminal.question('The address that you came back to: ')",
    'terminal.close()',
    '',
    'const tokens = await client.authorizationCodeGrant(config, new URL(answer), {',
    '  pkceCodeVerifier,',
    '  expectedState,',
    '})',
    'console.log(tokens)',
  )
}

function authentication({ app: { token_endpoint_auth_method: method } }: SnippetSource): string {
  switch (method) {
    case 'client_secret_basic':
      return 'client.ClientSecretBasic(process.env.CLIENT_SECRET)'
    case 'client_secret_post':
      return 'client.ClientSecretPost(process.env.CLIENT_SECRET)'
    case 'private_key_jwt':
      return 'client.PrivateKeyJwt({ key, kid: jwk.kid })'
    case 'none':
      return 'client.None()'
  }
}

function privateKey({ app }: SnippetSource): string[] {
  if (app.token_endpoint_auth_method !== 'private_key_jwt') return []
  return [
    'const jwk = JSON.parse(process.env.PRIVATE_JWK)',
    `const key = await crypto.subtle.importKey('jwk', jwk, ${algorithmOf(app.jwks)}, false, ['sign'])`,
  ]
}

/** As Web Crypto has it, of the first key that the app is registered with. */
function algorithmOf(jwks: Jwks | null): string {
  const { kty, crv } = jwks?.keys[0] ?? { kty: 'RSA' }
  if (kty === 'EC') return `{ name: 'ECDSA', namedCurve: ${quoted(String(crv))} }`
  if (kty === 'OKP') return "{ name: 'Ed25519' }"
  return "{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }"
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, String.raw`\$&`)}'`
}
