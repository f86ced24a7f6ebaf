import type { RequestHandler } from 'express'

/** Where an app is registered, and as what. */
export interface ClientSetup {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  readonly scope: string
}

export interface ClientTokens {
  readonly accessToken: string
  readonly refreshToken: string
}

/** What an app does by its library, for one browser. */
export interface LibraryClient {
  /** Sends the browser to the authorization server. */
  readonly signIn: RequestHandler
  /** Takes the browser's answer for tokens, and lets the request go on. */
  readonly callback: RequestHandler
  refresh(refreshToken: string): Promise<ClientTokens>
}

/** A library with which apps are written, used as its documentation says. */
export interface ClientLibrary {
  readonly name: string
  /** @param keep is told the tokens of whoever has signed in. */
  open(setup: ClientSetup, keep: (tokens: ClientTokens) => void): Promise<LibraryClient>
  /** Of the answer that made the library throw this. */
  statusOf(error: unknown): number | undefined
}

/** @throws Error for an answer without both. */
export function tokensIn(answer: Readonly<Record<string, unknown>>): ClientTokens {
  const { access_token: accessToken, refresh_token: refreshToken } = answer
  if (typeof accessToken === 'string' && typeof refreshToken === 'string') return { accessToken, refreshToken }
  throw new Error(`The library answered ${Object.keys(answer).join(', ')}`)
}
