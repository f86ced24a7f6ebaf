import type { AuthorizationServerAddresses } from './contract/config.js'
import type { MaybeAsync } from './maybe-async.js'
import type { Timestamp } from './registry/app-record.js'

/**
 * Which grants are meant: those of an app, of a user, one alone. What is given must all hold, and something is always
 * given: there is no selection of everything.
 */
export type TokenSelection =
  | { readonly clientId: string; readonly userId?: string; readonly grantId?: string }
  | { readonly clientId?: string; readonly userId: string; readonly grantId?: string }
  | { readonly clientId?: string; readonly userId?: string; readonly grantId: string }

/** How many a selection holds, as integers from 0. */
export interface TokenCount {
  /** Different people. */
  readonly users: number
  /**
   * What people allowed apps, one for each person and app, whether or not a token of it is left; and each token that a
   * developer has to try an app with.
   */
  readonly grants: number
  /** Access and refresh tokens that have neither expired nor been revoked. */
  readonly tokens: number
}

/** What one person allowed one app. */
export interface TokenGrant {
  readonly id: string
  readonly client_id: string
  readonly user: { readonly id: string; readonly name: string }
  /** As they were granted, with what they imply. */
  readonly scopes: readonly string[]
  readonly created_at: Timestamp
  /** When a token of it was last used; `null` for never, or where nobody writes that down. */
  readonly last_used_at: Timestamp | null
}

export interface TokenPage {
  /** 1 to 100. */
  readonly limit: number
  /** The `next_cursor` of the page before. */
  readonly cursor?: string
}

export interface TokenGrantPage {
  /** Newest first. */
  readonly items: readonly TokenGrant[]
  /** Means something to the authority alone; `null` on the last page. */
  readonly next_cursor: string | null
}

/** What a developer who tries an app shall get. */
export interface TemporaryTokenRequest {
  readonly clientId: string
  /** For whom the token speaks. */
  readonly userId: string
  /** With what they imply; the token is good for no others. */
  readonly scopes: readonly string[]
  /** For how long at most, 1 to 600. */
  readonly seconds: number
}

/** Named as in RFC 6749 §5.1. */
export interface TemporaryToken {
  readonly access_token: string
  /** Seconds: as many as were asked for, or fewer. */
  readonly expires_in: number
}

/**
 * What has issued the tokens: the host's authorization server, or an adapter to it (Keycloak, oidc-provider, a table).
 *
 * An app that is not active is one whose tokens do not work. The authority sees to that by itself, by asking
 * `registry.findClient` whenever it introspects, refreshes or accepts a token: it answers active apps only. So disabling or
 * deleting an app suspends its tokens from that moment, enabling or restoring it gives them back, and no call can be
 * lost between the two. That is also why `count` and `list` do not look at the app: tokens that are suspended are still
 * there.
 *
 * Every method may be called again after it failed, and by several processes at once. One that throws, or that has not
 * answered after five seconds, is taken for one that does not know: whoever asked is told so, never a number.
 */
export interface TokenAuthority {
  /** Where apps get them; pages show it to developers, and none where it is not given. */
  readonly server?: AuthorizationServerAddresses
  /** How many there are. An app or a user that is unknown here has none. */
  count(of: TokenSelection): MaybeAsync<TokenCount>
  /** The grants one by one. */
  list(of: TokenSelection, page: TokenPage): MaybeAsync<TokenGrantPage>
  /**
   * Ends grants and their tokens for good, and answers how many that were. What is gone already is no fault: it counts as
   * nothing. Called with the `clientId` of every app before its last trace is removed.
   */
  revoke(of: TokenSelection): MaybeAsync<TokenCount>
  /**
   * Takes away from one grant all but these scopes; none that it has not had is added. Its tokens carry no more than
   * these from then on: one that cannot be changed is revoked.
   */
  narrow(grantId: string, scopes: readonly string[]): MaybeAsync<void>
  /**
   * An access token without a refresh token, with which a developer tries an app as one of its users. It counts, is listed
   * and ends as those that users allowed, but is no consent: whoever had one is asked all the same when they sign in
   * through the app. `null` for a person who is not known, or an app that is not honoured. Where there is no such method,
   * the pages offer no token.
   */
  issueTemporary?(request: TemporaryTokenRequest): MaybeAsync<TemporaryToken | null>
}
