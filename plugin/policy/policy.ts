import type { Principal } from '../principal.js'

/** What can be done to an app, besides seeing it. */
export const appActions = [
  'create',
  'edit',
  'enable',
  'disable',
  'delete',
  'restore',
  'rotate_secret',
  'revoke_tokens',
  'issue_token',
  'reassign',
  'review',
] as const
export type AppAction = (typeof appActions)[number]

/** Whose an app is; for `create`, whose it would be. */
export interface AppOwnership {
  readonly organization_id: string | null
  readonly created_by: { readonly id: string }
  /** Who asked for what waits to be approved, where anything does. */
  readonly review?: { readonly submitted_by: { readonly id: string } }
}

/** Apps of any of these organisations, created by this principal: where both are given, both must hold. */
export interface VisibleApps {
  readonly organizations?: readonly string[]
  readonly created_by?: string
}

/** All apps, or those that fit one of the conditions. It becomes a WHERE clause. */
export type Visibility = 'all' | VisibleApps | readonly VisibleApps[]

/**
 * Who may see and do what. An app that is not visible does not exist for the caller (404); one that is visible and not
 * theirs to change is refused (403).
 */
export interface Policy {
  can(principal: Principal, action: AppAction, app: AppOwnership): boolean
  visible(principal: Principal): Visibility
}
