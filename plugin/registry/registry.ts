import type { AppPermissions, SecretInput } from '../contract/app.js'
import type { AppDraft } from '../contract/app-draft.js'
import type { AppListQuery } from '../contract/app-list.js'
import type { Capabilities, Config } from '../contract/config.js'
import type { Effect } from '../contract/effect.js'
import type { FieldFault } from '../contract/faults.js'
import type { IconImage } from '../icons/icon-processor.js'
import type { Principal } from '../principal.js'
import type { AppRecord, AppSummaryRecord } from './app-record.js'

/**
 * What a caller gave: the members that have the right shape, and what is wrong with the others. Who may not do a thing
 * is told so before being told what is wrong with their input, so the faults travel with it.
 */
export interface Submission<Members> {
  readonly members: Members
  readonly faults: readonly FieldFault[]
}

/** The members of an app, and its icon as bytes: absent leaves it, `null` takes it away. */
export type AppSubmission = Submission<Omit<AppDraft, 'icon'>> & { readonly icon?: Uint8Array | null }

/** An app after a change and, where one was made, its new secret: the only time its value is seen. */
export interface AppChange {
  readonly app: AppRecord
  readonly client_secret?: string
  /** Which of `app.secrets` it is. */
  readonly secret_id?: string
}

export interface AppRecordPage {
  readonly items: readonly AppSummaryRecord[]
  readonly next_cursor: string | null
}

/**
 * The domain: who may do what, and what holds. Every operation throws {@link ProblemError}: `not_found` for what is not
 * there or not visible, `forbidden` for what is visible and not the caller's to change, then `invalid_input` with every
 * fault at once.
 */
export interface Registry {
  /** What this host is set up for. */
  readonly capabilities: Capabilities
  config(principal: Principal): Config
  permissions(principal: Principal, app: AppRecord | AppSummaryRecord): AppPermissions

  listApps(principal: Principal, query: Submission<AppListQuery>): Promise<AppRecordPage>
  createApp(principal: Principal, submission: AppSubmission): Promise<AppChange>
  getApp(principal: Principal, clientId: string): Promise<AppRecord>
  /** `version` is what the caller read; another one is `stale`, none at all (`undefined`) is `if_match_required`. */
  updateApp(
    principal: Principal,
    clientId: string,
    version: number | undefined,
    submission: AppSubmission,
  ): Promise<AppChange>
  /** With a `version`, that one or none. */
  deleteApp(principal: Principal, clientId: string, version?: number): Promise<void>
  enableApp(principal: Principal, clientId: string): Promise<{ app: AppRecord; effect: Effect }>
  disableApp(principal: Principal, clientId: string): Promise<{ app: AppRecord; effect: Effect }>
  addSecret(principal: Principal, clientId: string, submission: Submission<SecretInput>): Promise<AppChange>
  endSecret(principal: Principal, clientId: string, secretId: string): Promise<AppRecord>

  /** `null` when no app has, or had, this icon at this scale. */
  findIcon(iconId: string, scale: number): Promise<IconImage | null>

  /** Run time: an enabled app, or `null`. For authorization servers; asks nobody's permission. */
  findClient(clientId: string): Promise<AppRecord | null>
  /** Run time: constant time, an unknown client costing the same. Stamps when app and secret were last used. */
  verifySecret(clientId: string, secret: string): Promise<boolean>
  isRedirectUriAllowed(clientId: string, redirectUri: string): Promise<boolean>
  /** Whether any enabled app, or the one named, allows the origin. */
  isOriginAllowed(origin: string, clientId?: string): Promise<boolean>
  expandScopes(chosen: readonly string[]): readonly string[]
}
