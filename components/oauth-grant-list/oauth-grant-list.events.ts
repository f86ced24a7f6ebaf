import type { Effect } from '../../plugin/contract/effect.js'
import type { Grant } from '../../plugin/contract/grants.js'

/** What a person allowed an app, and is about to revoke or has revoked. */
export interface GrantEventDetail {
  readonly grant: Grant
}

/** What is left of it, or shall be. */
export interface GrantNarrowDetail extends GrantEventDetail {
  readonly scopes: readonly string[]
}

/** How much was revoked. */
export interface GrantsRevokedDetail {
  readonly effect: Effect
}

declare global {
  interface HTMLElementEventMap {
    'oauth-grant-narrow': CustomEvent<GrantNarrowDetail>
    'oauth-grant-narrowed': CustomEvent<GrantNarrowDetail>
    'oauth-grant-revoke': CustomEvent<GrantEventDetail>
    'oauth-grant-revoked': CustomEvent<GrantEventDetail>
    'oauth-grant-revoke-all': CustomEvent<null>
    'oauth-grant-all-revoked': CustomEvent<GrantsRevokedDetail>
  }
}
