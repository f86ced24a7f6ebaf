import type { Request } from 'express'
import type { Knex } from 'knex'
import type { AuthMethod } from './contract/app-values.js'
import type { DeleteConfirmation } from './contract/config.js'
import type { FieldName, Presence } from './contract/fields.js'
import type { Limits } from './contract/limits.js'
import type { ScopeCatalogue } from './contract/scope-catalogue.js'
import type { Logger } from './logger.js'
import type { MaybeAsync } from './maybe-async.js'
import type { MailOptions } from './notifications/mail/mail-options.js'
import type { EncryptionKeys } from './notifications/webhooks/create-secret-box.js'
import type { People } from './people.js'
import type { Policy } from './policy/policy.js'
import type { Principal } from './principal.js'
import type { RateLimit, RateLimiter, RatePolicy } from './rate-limits/rate-limiter.js'
import type { Pepper } from './registry/secret-keeper.js'
import type { TokenAuthority } from './tokens.js'

/** A field as a host sets it: alone, the presence; `locked` fields stay as they were created. */
export type FieldOption = Presence | { readonly presence: Presence; readonly locked?: boolean }

export interface UriOptions {
  /** Private-use schemes without a dot that native apps may use: `['cursor', 'claude']`. */
  readonly schemes?: readonly string[]
  /** Whether allowed origins may be `http` beyond the three loopback hosts. Default: no. */
  readonly insecureOrigins?: boolean
  /** Characters of a redirect URI or a web address. Default 2048. */
  readonly maxLength?: number
}

export interface SecretOptions {
  /** What every secret begins with, 1 to 20 of `A-Z a-z 0-9 _ -`. Default `oak_`. */
  readonly prefix?: string
  /**
   * Turns the hashes into HMACs whose keys are not in the database. To rotate, move `current` to `previous` and give a new
   * one: a secret keeps the pepper that it was made with, so keep that as long as the secret lives.
   */
  readonly pepper?: { readonly current: Pepper; readonly previous?: readonly Pepper[] }
  /** Live secrets of one app. Default 5. */
  readonly max?: number
}

/** How often a principal may ask. Routes that need no sign-in (icons, which are cached, and the OpenAPI document) count nothing. */
export interface RateLimitOptions {
  /** Requests that change something. Counted in the database, so that all nodes share the limit. Default 60 in 60 seconds. */
  readonly changes?: RateLimit
  /** All others. Counted by each node in its memory: a read shall not cost a write. Default 600 in 60 seconds. */
  readonly reads?: RateLimit
  /**
   * Makes the counters, in place of both: `(limit) => new RateLimiterRedis({ storeClient, keyPrefix: limit.name, points:
   * limit.points, duration: limit.seconds })` of rate-limiter-flexible. While a counter fails, each node counts for itself.
   */
  readonly limiter?: (policy: RatePolicy) => RateLimiter
}

/** Who may register clients by request (RFC 7591), and in whose name: the principal is their creator. */
export interface RegistrationOptions {
  /** Whose initial access token (RFC 7591 §3) this is, or `null` for one that is not, or no longer, good. */
  readonly verifyInitialAccessToken?: (token: string) => MaybeAsync<Principal | null | undefined>
  /**
   * In whose name anybody at all may register, without a token. Default: nobody may. The policy, the quotas and, for each
   * address that requests come from, the rate limits of this principal hold.
   */
  readonly open?: Principal
}

/** Who is told what happens to apps, signed as Standard Webhooks has it, and where that may go. */
export interface WebhookOptions {
  /**
   * Keeps signing secrets with AES-256-GCM, by keys of 32 characters or bytes and more that are not in the database. To
   * rotate, move `current` to `previous` and give a new one, and keep that as long as secrets that it sealed sign.
   */
  readonly encryption: EncryptionKeys
  /** Whether endpoints may be on this very machine, by plain http too: for developing. Default: no. */
  readonly allowLoopback?: boolean
  /**
   * Whether endpoints may be in private networks (RFC 1918, RFC 4193, RFC 6598). Link-local addresses, with the metadata
   * services of clouds, are refused all the same. Default: no.
   */
  readonly allowPrivateAddresses?: boolean
}

/** How apps are reviewed before others than their owners can use them. */
export interface ReviewOptions {
  /** Whether apps, and changes of them, are approved at once if every scope they ask for has the risk `safe`. Default: yes. */
  readonly autoApprove?: boolean
}

/** What {@link createOAuthApps} takes. */
export interface OAuthAppsOptions extends People {
  /**
   * The database: a knex configuration, of which the plugin makes its own connections and closes them, or an instance of the
   * host's, which is refused where it would lose data or hang.
   */
  readonly knex: Knex | Knex.Config
  /** Begins the names of the tables. Default `oauth_app_kit_`; another one lets several portals share a database. */
  readonly tablePrefix?: string
  /** The host's sign-in: who sends this request, or `null` for nobody. */
  readonly authenticate: (request: Request) => MaybeAsync<Principal | null | undefined>
  /** Who may see and do what: `ownApps()`, `organizationAdmins()`, or the host's own. */
  readonly policy: Policy
  /** The scopes that apps may ask for. Default: none, and no field for them. */
  readonly scopes?: ScopeCatalogue
  /** Which fields an app has. What is not said is as in `defaultFieldPolicy`. */
  readonly fields?: Readonly<Partial<Record<FieldName, FieldOption>>>
  /** Where the router is mounted, as browsers see it: `https://example.com/api/oauth-apps`. */
  readonly publicUrl?: string
  /** Origins beside the host's own whose pages may change apps: `['https://admin.example.com']`. */
  readonly trustedOrigins?: readonly string[]
  readonly limits?: Readonly<Partial<Omit<Limits, 'uri_length_max' | 'secrets_max'>>>
  readonly uris?: UriOptions
  readonly secrets?: SecretOptions
  /** How many apps there may be that are not deleted; administrators are bound too. Default: as many as people like. */
  readonly quotas?: {
    /** Of those that one user created. */
    readonly appsPerUser?: number
    readonly appsPerOrganization?: number
  }
  /** Limits for each principal, or `false` for none. Default: those of {@link RateLimitOptions}. */
  readonly rateLimits?: RateLimitOptions | false
  readonly grants?: {
    /** Whether confidential apps may act for themselves (RFC 6749 §4.4). Default: yes. */
    readonly clientCredentials?: boolean
  }
  /**
   * How apps may prove themselves at the token endpoint. Default: all of `client_secret_basic client_secret_post
   * private_key_jwt none`. Without the first two there are no secrets; `private_key_jwt` takes the field `jwks`.
   */
  readonly authMethods?: readonly AuthMethod[]
  /** What has issued the tokens of the apps. Default: none, so that nobody can say whom an app reaches, or revoke anything. */
  readonly tokens?: TokenAuthority
  /** Lets clients register themselves and manage their registrations (RFC 7591, RFC 7592). Default: they cannot. */
  readonly registration?: RegistrationOptions
  /** Writes to people about their apps, by nodemailer. Default: nobody is written to. */
  readonly mail?: MailOptions
  /** Tells endpoints of organisations and people what happens to apps. Default: nobody is told. */
  readonly webhooks?: WebhookOptions
  /**
   * Lets somebody approve apps before others than their owners can use them, and changes of what people judge them by. Who may
   * do that, the policy says of the action `review`. Default: no; `true` is all of {@link ReviewOptions} by default.
   */
  readonly review?: boolean | ReviewOptions
  /** Days for which a deleted app can be restored. Default 30; 0 deletes for good. */
  readonly restoreDays?: number
  /** How a person confirms that an app is deleted: a click, or typing its name. Default `click`. */
  readonly deleteConfirmation?: DeleteConfirmation
  /**
   * Whether this process tidies up by itself, every ten minutes: purges deleted apps whose days are over, and rows that
   * nobody needs any more. Default: yes; where not, some process has to call `runJobs()`.
   */
  readonly jobs?: boolean
  /** Milliseconds for the body of a request to arrive. Default 30,000. */
  readonly uploadTimeoutMs?: number
  /** pino, `console`, or anything like them. Default `console`. */
  readonly logger?: Logger
}
