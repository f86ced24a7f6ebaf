import * as oauth from 'oauth4webapi'
import { tokensIn, type ClientLibrary } from './client-library.js'

// eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody uses it beyond a test such as this
const insecure = { [oauth.allowInsecureRequests]: true }

export const oauth4webapi: ClientLibrary = {
  name: 'oauth4webapi',

  async open({ issuer, clientId, clientSecret, redirectUri, scope }, keep) {
    const url = new URL(issuer)
    const found = await oauth.discoveryRequest(url, { algorithm: 'oauth2', ...insecure })
    const server = await oauth.processDiscoveryResponse(url, found)
    const client = { client_id: clientId }
    const authentication = oauth.ClientSecretBasic(clientSecret)
    const codeVerifier = oauth.generateRandomCodeVerifier()
    const state = oauth.generateRandomState()
    return {
      async signIn(_request, response) {
        const address = new URL(server.authorization_endpoint ?? '')
        address.search = new URLSearchParams({
          client_id: clientId,
          response_type: 'code',
          redirect_uri: redirectUri,
          scope,
          state,
          code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
        }).toString()
        response.redirect(address.href)
      },
      async callback(request, _response, next) {
        const answer = oauth.validateAuthResponse(server, client, new URL(request.originalUrl, redirectUri), state)
        const asked = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          authentication,
          answer,
          redirectUri,
          codeVerifier,
          insecure,
        )
        keep(tokensIn({ ...(await oauth.processAuthorizationCodeResponse(server, client, asked)) }))
        next()
      },
      async refresh(refreshToken) {
        const asked = await oauth.refreshTokenGrantRequest(server, client, authentication, refreshToken, insecure)
        return tokensIn({ ...(await oauth.processRefreshTokenResponse(server, client, asked)) })
      },
    }
  },

  statusOf(error) {
    const answered = error instanceof oauth.ResponseBodyError || error instanceof oauth.WWWAuthenticateChallengeError
    return answered ? error.status : undefined
  },
}
