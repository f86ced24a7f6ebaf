import type { JsonWebKey } from 'node:crypto'
import type { MaybeAsync } from '../maybe-async.js'

/** A person, as the host knows them. */
export interface Account {
  /** Stable and unique: `sub` of what apps are told, and the user of a grant. */
  readonly id: string
  readonly name: string
  /** What apps may be told, by the names of OpenID Connect Core §5.1; which app is told what, the option `claims` says. */
  readonly claims?: Readonly<Record<string, unknown>>
}

/** What went wrong before it was certain where the browser may be sent. */
export interface AuthorizationProblem {
  /** Of the answer. */
  readonly status: number
  /** As in RFC 6749 §4.1.2.1: `invalid_request`, `invalid_client`, `invalid_redirect_uri`, `invalid_scope` … */
  readonly error: string
  /** One sentence for the developer of the app. Not escaped. */
  readonly description: string
  /** One sentence for the person in front of the screen. Not escaped. */
  readonly explanation: string
}

/** What {@link createAuthorizationServer} takes. */
export interface AuthorizationServerOptions {
  /**
   * Where the server is, as the public sees it: `https://example.com/oauth`. It is part of what is signed, and apps compare
   * it character for character.
   */
  readonly issuer: string
  /** Private keys, as a JSON Web Key Set (RFC 7517); the first one signs, so a new one goes in front of the old ones. */
  readonly keys: { readonly keys: readonly JsonWebKey[] }
  /** What people know it by: it is on the button that developers put into their pages. Default: the host of the issuer. */
  readonly serviceName?: string
  /** Random strings that sign cookies: the first one signs, the others are still accepted. */
  readonly cookieKeys: readonly string[]
  /** Who has this id, or `null` where there is nobody any more: their tokens do not work then. */
  readonly findAccount: (id: string) => MaybeAsync<Account | null | undefined>
  /**
   * The page of the host that signs the user in and asks for their consent: `` (uid) => `/consent/${uid}` ``. It is on the
   * host of the issuer, and what answers it is below the same path.
   */
  readonly interactionUrl: (uid: string) => string
  /** Which claims of an account come with which scope. Default: none beside the id, which `openid` brings. */
  readonly claims?: Readonly<Record<string, readonly string[]>>
  /** Apps (`client_id`) of the host's own that may introspect tokens of all apps; any other one is told of its own alone. */
  readonly resourceServers?: readonly string[]
  /** Seconds for which these are good. */
  readonly lifetimes?: {
    /** Default 60, at most 600. */
    readonly authorizationCode?: number
    /** Default 3600, at most 86,400. */
    readonly accessToken?: number
    /** From its last use. Default 30 days. */
    readonly refreshToken?: number
  }
  /**
   * Takes apps that nobody has registered, where they introduce themselves by a Client ID Metadata Document
   * (draft-ietf-oauth-client-id-metadata-document-02): their client ID is its address. Default: none.
   */
  readonly clientIdMetadataDocuments?: {
    /** What they may ask for, of the catalogue; what these imply comes with them. */
    readonly scopes: readonly string[]
    /** Whether this one is taken: asked whenever it is used, or a token of it. Default: every one. */
    readonly allow?: (clientId: string) => MaybeAsync<boolean>
  }
  /** The whole page, as HTML, in place of ours. What it shows of the problem it has to escape. */
  readonly renderError?: (problem: AuthorizationProblem) => MaybeAsync<string>
}
