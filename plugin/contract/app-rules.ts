import type { AuthMethod } from './app-values.js'
import type { FieldPolicy } from './fields.js'
import type { Limits } from './limits.js'
import type { ScopeCatalogue } from './scope-catalogue.js'

/** Where a host departs from the URI rules. */
export interface UriPolicy {
  /** Private-use schemes without a dot that native apps may use, for example `cursor`. */
  readonly schemes: readonly string[]
  /** Whether allowed origins may be `http` beyond the three loopback hosts. */
  readonly insecure_origins: boolean
}

/** Whether confidential apps may act for themselves (`client_credentials`, RFC 6749 §4.4). */
export interface GrantPolicy {
  readonly client_credentials: boolean
}

/** All that decides whether an app is valid: the same in the form, in the router and at registration. */
export interface AppRules {
  readonly fields: FieldPolicy
  readonly limits: Limits
  readonly uris: UriPolicy
  readonly grants: GrantPolicy
  /** How apps may prove themselves at the token endpoint; the name is that of RFC 8414 §2. */
  readonly token_endpoint_auth_methods_supported: readonly AuthMethod[]
  readonly scopes: ScopeCatalogue
}
