import { createHash, randomBytes } from 'node:crypto'
import { AuthorizationCode } from 'simple-oauth2'
import { tokensIn, type ClientLibrary } from './client-library.js'

/** It knows no PKCE of its own, but passes on what it is given. */
export const simpleOAuth2: ClientLibrary = {
  name: 'simple-oauth2',

  open({ issuer, clientId, clientSecret, redirectUri, scope }, keep) {
    const { origin: tokenHost, pathname } = new URL(issuer)
    const client = new AuthorizationCode({
      client: { id: clientId, secret: clientSecret },
      auth: { tokenHost, tokenPath: `${pathname}/token`, authorizePath: `${pathname}/authorize` },
    })
    const codeVerifier = randomBytes(32).toString('base64url')
    const state = randomBytes(16).toString('base64url')
    return Promise.resolve({
      signIn(_request, response) {
        const proof = {
          code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
          code_challenge_method: 'S256',
        }
        response.redirect(client.authorizeURL({ redirect_uri: redirectUri, scope, state, ...proof }))
      },
      async callback({ originalUrl }, _response, next) {
        const answer = new URL(originalUrl, redirectUri).searchParams
        if (answer.get('state') !== state) throw new Error('It is the answer to another request')
        const code = { code: answer.get('code') ?? '', redirect_uri: redirectUri, code_verifier: codeVerifier }
        keep(tokensIn((await client.getToken(code)).token))
        next()
      },
      async refresh(refreshToken) {
        return tokensIn((await client.createToken({ refresh_token: refreshToken }).refresh()).token)
      },
    })
  },

  /** Its errors are those of @hapi/boom. */
  statusOf(error) {
    const output: unknown = error instanceof Error && 'output' in error ? error.output : undefined
    const status: unknown =
      typeof output === 'object' && output && 'statusCode' in output ? output.statusCode : undefined
    return typeof status === 'number' ? status : undefined
  },
}
