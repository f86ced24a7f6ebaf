import * as openid from 'openid-client'
import { tokensIn, type ClientLibrary } from './client-library.js'

export const openidClient: ClientLibrary = {
  name: 'openid-client',

  async open({ issuer, clientId, clientSecret, redirectUri, scope }, keep) {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody uses it beyond a test such as this
    const execute = [openid.allowInsecureRequests]
    const authentication = openid.ClientSecretBasic(clientSecret)
    const config = await openid.discovery(new URL(issuer), clientId, undefined, authentication, { execute })
    const pkceCodeVerifier = openid.randomPKCECodeVerifier()
    const expectedState = openid.randomState()
    return {
      async signIn(_request, response) {
        const address = openid.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope,
          state: expectedState,
          code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
          code_challenge_method: 'S256',
        })
        response.redirect(address.href)
      },
      async callback(request, _response, next) {
        const answer = new URL(request.originalUrl, redirectUri)
        keep(
          tokensIn({ ...(await openid.authorizationCodeGrant(config, answer, { pkceCodeVerifier, expectedState })) }),
        )
        next()
      },
      refresh: async (refreshToken) => tokensIn({ ...(await openid.refreshTokenGrant(config, refreshToken)) }),
    }
  },

  statusOf(error) {
    const answered = error instanceof openid.ResponseBodyError || error instanceof openid.WWWAuthenticateChallengeError
    return answered ? error.status : undefined
  },
}
