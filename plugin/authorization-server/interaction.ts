import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PublicApp } from '../contract/public-app.js'

export interface AskedScope {
  readonly name: string
  /** Whether this user has allowed the app this before. */
  readonly granted: boolean
}

/** What an app asks of a user. */
export interface Interaction {
  readonly uid: string
  readonly app: PublicApp
  /** Whether somebody has registered the app here, and not only the app itself said who it is. */
  readonly registered: boolean
  /** With what they imply. Where all of them are granted there is nothing to ask: allow it at once. */
  readonly scopes: readonly AskedScope[]
  /** Where the user will be sent afterwards. */
  readonly redirect_uri: string
  /** Whether the app wants the user to sign in again, even where they are signed in (`prompt=login`, `max_age`). */
  readonly sign_in_again: boolean
  /** Whether the app wants the user to be asked, even where they have allowed everything before (`prompt=consent`). */
  readonly ask_again: boolean
  /** Whom the app takes the user for. */
  readonly login_hint: string | null
}

export interface Consent {
  /** Who is signed in. */
  readonly accountId: string
  /**
   * What they allow from now on, of what was asked. What is left out is taken back, even where they allowed it before.
   * Default: all of it.
   */
  readonly scopes?: readonly string[]
}

/**
 * Between the host's page and an authorization that waits for it. All throw ProblemError `not_found` where none does, and
 * `not_approved` where the app waits for approval and somebody else than its owner, or nobody, is signed in: show a page that
 * says so, and send nobody back to it.
 */
export interface Interactions {
  /** @param accountId who is signed in, where somebody is: without it, nothing is known to be granted. */
  interaction(request: IncomingMessage, response: ServerResponse, accountId?: string): Promise<Interaction>
  /** @returns the address to send the browser to: `response.redirect(303, …)`. */
  allow(request: IncomingMessage, response: ServerResponse, consent: Consent): Promise<string>
  /** @returns the address to send the browser to. */
  deny(request: IncomingMessage, response: ServerResponse): Promise<string>
}
