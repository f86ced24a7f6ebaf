import type { Request } from 'express'
import type { Logger } from '../logger.js'
import type { MaybeAsync } from '../maybe-async.js'
import type { RegistrationOptions } from '../options.js'
import type { Principal } from '../principal.js'
import type { RateLimits } from '../rate-limits/create-rate-limits.js'
import type { Registry } from '../registry/registry.js'

/** The host's sign-in: who calls, or `null` for nobody. May be async; what it throws is a server error, not a 401. */
export type Authenticate = (request: Request) => MaybeAsync<Principal | null | undefined>

/** All that the router needs from its host. */
export interface RouterContext {
  readonly registry: Registry
  readonly authenticate: Authenticate
  /** None where clients cannot register themselves. */
  readonly registration?: RegistrationOptions | undefined
  /** The mount as the public sees it, without a trailing slash: `https://example.com/api/oauth-apps`. */
  readonly publicUrl?: string | undefined
  /** Origins beside its own whose pages may change apps, as a browser sends them: `https://admin.example.com`. */
  readonly trustedOrigins: readonly string[]
  /** None where the host wants none. */
  readonly rateLimits?: RateLimits | undefined
  readonly logger: Pick<Logger, 'error'>
  /** Milliseconds for a whole body to arrive; 30,000 unless said otherwise. */
  readonly uploadTimeoutMs?: number | undefined
}
