import passport from 'passport'
import OAuth2Strategy from 'passport-oauth2'
import { tokensIn, type ClientLibrary, type ClientTokens } from './client-library.js'

/** Passport signs people in and no more; whoever needs new tokens asks the client that the strategy has. */
class RefreshingStrategy extends OAuth2Strategy {
  refresh(refreshToken: string): Promise<ClientTokens> {
    return new Promise((resolve, reject) => {
      this._oauth2.getOAuthAccessToken(refreshToken, { grant_type: 'refresh_token' }, (failure, access, refresh) => {
        if (access !== undefined) resolve(tokensIn({ access_token: access, refresh_token: refresh }))
        else reject('statusCode' in failure ? new RefusedRefresh(failure.statusCode) : failure)
      })
    })
  }
}

/** What it tells is no Error. */
class RefusedRefresh extends Error {
  constructor(readonly status: number) {
    super(`The token endpoint answered ${status}`)
  }
}

export const passportOAuth2: ClientLibrary = {
  name: 'passport-oauth2',

  open({ issuer, clientId, clientSecret, redirectUri, scope }, keep) {
    const strategy = new RefreshingStrategy(
      {
        authorizationURL: `${issuer}/authorize`,
        tokenURL: `${issuer}/token`,
        clientID: clientId,
        clientSecret,
        callbackURL: redirectUri,
        scope: scope.split(' '),
        state: true,
        pkce: true,
      },
      (accessToken: string, refreshToken: string, _profile: unknown, done: OAuth2Strategy.VerifyCallback) => {
        keep({ accessToken, refreshToken })
        done(null, {})
      },
    )
    const authenticate = passport.authenticate(strategy, { session: false })
    /** As `express-session` has it, for one browser. */
    const session = {}
    return Promise.resolve({
      signIn: (request, response, next) => authenticate(Object.assign(request, { session }), response, next),
      callback: (request, response, next) => authenticate(Object.assign(request, { session }), response, next),
      refresh: (refreshToken) => strategy.refresh(refreshToken),
    })
  },

  statusOf: (error) => (error instanceof RefusedRefresh ? error.status : undefined),
}
