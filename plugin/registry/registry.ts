import type { AccessTokenInput } from '../contract/access-token.js'
import type { AppPermissions, SecretInput } from '../contract/app.js'
import type { AppDraft } from '../contract/app-draft.js'
import type { AppListQuery } from '../contract/app-list.js'
import type { AppRules } from '../contract/app-rules.js'
import type { BulkInput } from '../contract/bulk.js'
import type { Capabilities, Config } from '../contract/config.js'
import type { DisableInput, Effect } from '../contract/effect.js'
import type { EventListQuery } from '../contract/events.js'
import type { FieldFault } from '../contract/faults.js'
import type { GrantInput, GrantListQuery } from '../contract/grants.js'
import type { Owners, OwnersQuery, ReassignInput } from '../contract/ownership.js'
import type { RejectInput } from '../contract/review.js'
import type { IconImage } from '../icons/icon-processor.js'
import type { Principal } from '../principal.js'
import type { ProblemError } from '../problem-error.js'
import type { TemporaryToken, TokenGrant, TokenGrantPage } from '../tokens.js'
import type { RegistrationReader } from './registration/replace-registration.js'
import type { EventRecord } from './app-event.js'
import type { AppRecord, AppSummaryRecord, GrantedAppRecord, Timestamp } from './app-record.js'
import type { WebhookRegistry } from './webhooks/webhook-registry.js'

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

/** The answer to a request to create an app: without a secret where the same request had made the app before. */
export interface AppCreation extends AppChange {
  readonly repeated: boolean
}

/** A registration after a change: its token for the next one is seen here only, and the one before has ended. */
export interface Registration extends AppChange {
  readonly registration_access_token: string
}

/** An app after an action, and whom that reached. */
export interface AppOutcome {
  readonly app: AppRecord
  readonly effect: Effect
}

/** A token to try the API with: the only time that it is seen. */
export interface TryToken extends TemporaryToken {
  readonly expires_at: Timestamp
  readonly scopes: readonly string[]
}

/** What became of one of several apps. */
export interface BulkOutcome {
  readonly client_id: string
  /** Why it was refused. */
  readonly error: ProblemError | null
  /** As it is now; `null` where it is deleted, or not the caller's to see. */
  readonly app: AppRecord | null
  readonly effect: Effect | null
}

/** An enabled app, and whose it is; `null` where the name of its organisation is not known. */
export interface PublicAppRecord {
  readonly app: AppRecord
  readonly publisher: { readonly name: string } | null
}

/** What the caller allowed an app; `null` where nothing is left of that. */
export interface GrantRecord {
  readonly grant: TokenGrant
  readonly app: GrantedAppRecord | null
  readonly publisher: PublicAppRecord['publisher']
}

export interface GrantRecordPage {
  readonly items: readonly GrantRecord[]
  readonly next_cursor: string | null
}

/** Who allowed an app what, and how many there are on all pages together. */
export interface AppGrantRecordPage extends TokenGrantPage {
  readonly counts: Effect
}

export interface AppRecordPage {
  readonly items: readonly AppSummaryRecord[]
  readonly next_cursor: string | null
}

export interface EventRecordPage {
  readonly items: readonly EventRecord[]
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
  /** By which its apps are judged. */
  readonly rules: AppRules
  config(principal: Principal): Promise<Config>
  permissions(principal: Principal, app: AppRecord | AppSummaryRecord): AppPermissions

  listApps(principal: Principal, query: Submission<AppListQuery>): Promise<AppRecordPage>
  /** With a key of the caller's own, the same request made again within 24 hours makes no second app. */
  createApp(principal: Principal, submission: AppSubmission, idempotencyKey?: string): Promise<AppCreation>
  getApp(principal: Principal, clientId: string): Promise<AppRecord>
  /** `version` is what the caller read; another one is `stale`, none at all (`undefined`) is `if_match_required`. */
  updateApp(
    principal: Principal,
    clientId: string,
    version: number | undefined,
    submission: AppSubmission,
  ): Promise<AppChange>
  /** With a `version`, that one or none. Answers whom it reached. */
  deleteApp(principal: Principal, clientId: string, version?: number): Promise<Effect>
  /** Within `restore_days` of its deletion. With versions, one of those or none. */
  restoreApp(principal: Principal, clientId: string, version?: number | readonly number[]): Promise<AppOutcome>
  enableApp(principal: Principal, clientId: string, version?: number): Promise<AppOutcome>
  disableApp(
    principal: Principal,
    clientId: string,
    submission?: Submission<DisableInput>,
    version?: number,
  ): Promise<AppOutcome>
  addSecret(
    principal: Principal,
    clientId: string,
    submission: Submission<SecretInput>,
    version?: number,
  ): Promise<AppChange>
  endSecret(principal: Principal, clientId: string, secretId: string, version?: number): Promise<AppRecord>

  /** Whom an action would reach; `unavailable` where there is somebody to ask who does not say. */
  getImpact(principal: Principal, clientId: string): Promise<Effect>
  /** `unavailable` where it is not certain that they are revoked. */
  revokeTokens(principal: Principal, clientId: string, version?: number): Promise<AppOutcome>

  /** A token of the caller's to try the API with, for ten minutes at most. */
  issueAccessToken(principal: Principal, clientId: string, submission: Submission<AccessTokenInput>): Promise<TryToken>

  /** The same to several apps, each as if it were alone: in their order, one outcome for each. */
  bulkApps(principal: Principal, submission: Submission<Partial<BulkInput>>): Promise<readonly BulkOutcome[]>

  /** Gives an app to another member of its organisation; for a host that can tell who they are. */
  reassignApp(
    principal: Principal,
    clientId: string,
    submission: Submission<Partial<ReassignInput>>,
    version?: number,
  ): Promise<AppRecord>
  listOwners(principal: Principal, clientId: string, query: Submission<OwnersQuery>): Promise<Owners>

  /** Where apps are reviewed: asks for approval, and takes that back. */
  submitApp(principal: Principal, clientId: string, version?: number): Promise<AppRecord>
  withdrawApp(principal: Principal, clientId: string, version?: number): Promise<AppRecord>
  /** What waits, as it was in `version`; where nothing does, `nothing_to_review`. */
  approveApp(principal: Principal, clientId: string, version?: number): Promise<AppRecord>
  rejectApp(
    principal: Principal,
    clientId: string,
    submission: Submission<Partial<RejectInput>>,
    version?: number,
  ): Promise<AppRecord>

  /** What was done to an app, newest first. */
  listEvents(principal: Principal, clientId: string, query: Submission<EventListQuery>): Promise<EventRecordPage>
  /** All lines of an app that fit, in batches that are read as they are taken. */
  exportEvents(
    principal: Principal,
    clientId: string,
    query: Submission<EventListQuery>,
  ): Promise<AsyncIterable<readonly EventRecord[]>>

  /** Who allowed an app what, for whoever may revoke its tokens; `unavailable` where it is not certain. */
  listAppGrants(principal: Principal, clientId: string, query: Submission<GrantListQuery>): Promise<AppGrantRecordPage>
  /** What the caller allowed which apps: as all that follows, nobody else's. */
  listGrants(principal: Principal, query: Submission<GrantListQuery>): Promise<GrantRecordPage>
  narrowGrant(principal: Principal, grantId: string, submission: Submission<Partial<GrantInput>>): Promise<GrantRecord>
  /** Answers what ended with it. */
  revokeGrant(principal: Principal, grantId: string): Promise<Effect>
  revokeGrants(principal: Principal): Promise<Effect>

  /** For a consent screen: `not_found` for an app that is not enabled. */
  getPublicApp(clientId: string): Promise<PublicAppRecord>

  /** A client that asks by itself, in the principal's name (RFC 7591). */
  registerClient(principal: Principal, submission: AppSubmission): Promise<Registration>
  /** RFC 7592: `not_signed_in` where the token is not that of the client, `forbidden` where the client is disabled. */
  readRegistration(clientId: string, token: string | undefined): Promise<AppRecord>
  /** What the client asks for may rest on what it is. */
  replaceRegistration(clientId: string, token: string | undefined, read: RegistrationReader): Promise<Registration>
  deleteRegistration(clientId: string, token: string | undefined): Promise<void>

  readonly webhooks: WebhookRegistry

  /** `null` when no app has, or had, this icon at this scale. */
  findIcon(iconId: string, scale: number): Promise<IconImage | null>

  /**
   * Run time: an enabled app, or `null`. For authorization servers; asks nobody's permission. With a user, also an app of
   * theirs that nobody has approved yet: it works for its owner alone, so that nobody else is let through without asking
   * here for them.
   */
  findClient(clientId: string, userId?: string): Promise<AppRecord | null>
  /** Run time: constant time, an unknown client costing the same. Stamps when app and secret were last used. */
  verifySecret(clientId: string, secret: string, userId?: string): Promise<boolean>
  isRedirectUriAllowed(clientId: string, redirectUri: string, userId?: string): Promise<boolean>
  /** Whether any app that works for somebody, or the one named, allows the origin. */
  isOriginAllowed(origin: string, clientId?: string): Promise<boolean>
  expandScopes(chosen: readonly string[]): readonly string[]
}
