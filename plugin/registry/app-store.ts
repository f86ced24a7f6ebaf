import type { AppStatus } from '../contract/app-values.js'
import type { EventAction } from '../contract/events.js'
import type { Icon, IconImage } from '../icons/icon-processor.js'
import type { VisibleApps } from '../policy/policy.js'
import type { NotificationLine, NotifiedApp, NotifiedSecret } from '../notifications/notification-line.js'
import type { EventRecord, NewEvent } from './app-event.js'
import type {
  AppRecord,
  AppSummaryRecord,
  GrantedAppRecord,
  RestingApp,
  SecretRecord,
  Timestamp,
} from './app-record.js'
import type { HonouredFor } from './honours.js'
import type { IdempotentRequest, KeptRequest } from './idempotent-request.js'

/** Which apps count: every one of them, or those that fit one of the conditions. */
export type VisibilityFilter = 'all' | readonly VisibleApps[]

export type SortMember = 'created_at' | 'client_name' | 'updated_at' | 'last_used_at'

/** Where in its order an app stands: the next page begins after it. */
export interface PagePosition {
  readonly value: string | number
  readonly clientId: string
}

export interface AppPageQuery {
  readonly visibility: VisibilityFilter
  readonly organizationId?: string | undefined
  readonly createdBy?: string | undefined
  /** `deleted`: the apps that rest until they are purged. */
  readonly status?: AppStatus | 'deleted' | undefined
  /** Those of which something waits for approval. */
  readonly waiting?: boolean
  /** With `deleted`: those that were deleted after this moment. */
  readonly deletedSince?: Timestamp | undefined
  /** Beginnings of words of the name, or of the client ID; every one of them has to be there. */
  readonly q?: string | undefined
  /** Apps that were last used, or were registered and never used, before. */
  readonly unusedSince?: Timestamp | undefined
  /** Apps with a secret that ends then. */
  readonly secretEnds?: { readonly after: Timestamp; readonly until: Timestamp } | undefined
  readonly sort: SortMember
  readonly descending: boolean
  readonly after?: PagePosition | undefined
  readonly limit: number
}

/** Lines of the audit log of one app. */
export interface EventPageQuery {
  readonly clientId: string
  readonly action?: EventAction | undefined
  readonly actorId?: string | undefined
  /** From this moment on. */
  readonly since?: Timestamp | undefined
  /** Before this moment. */
  readonly until?: Timestamp | undefined
  /** Older than the line with this number. */
  readonly before?: number | undefined
  readonly limit: number
}

/** What is kept of a secret's value. */
export interface SecretHash {
  /** Lower-case hex. */
  readonly hash: string
  /** The pepper that it was made with; `null` for none. */
  readonly pepper_id: string | null
}

export interface StoredSecret extends SecretHash {
  readonly id: string
  readonly last_used_at: Timestamp | null
}

/** Whose apps are counted: those that a user created, or those of an organisation. */
export type QuotaSubject = 'user' | 'organization'

/** An app that was deleted at this moment, and not another time. */
export interface DeletedApp {
  readonly clientId: string
  readonly deletedAt: Timestamp
}

export interface PurgeBatchQuery {
  /** Apps that were deleted at this moment or before. */
  readonly until: Timestamp
  /** The last one of the batch before. */
  readonly after?: DeletedApp | undefined
  readonly limit: number
}

export interface EndingSecretsQuery {
  /** Secrets that end after this moment. */
  readonly after: Timestamp
  /** And at this one or before. */
  readonly until: Timestamp
  readonly limit: number
}

/** A secret that is about to end. */
export interface EndingSecret {
  readonly app: NotifiedApp
  readonly secret: NotifiedSecret
}

/** What the registry needs of a database. Its operations throw ProblemError `unavailable` while there is none. */
export interface AppStore {
  findApp(clientId: string, visibility: VisibilityFilter): Promise<AppRecord | null>
  findRestingApp(clientId: string, visibility: VisibilityFilter): Promise<RestingApp | null>
  /** Those of the apps that there are, deleted ones among them until they are purged; in any order. */
  findGrantedApps(clientIds: readonly string[]): Promise<readonly GrantedAppRecord[]>
  pageOfApps(query: AppPageQuery): Promise<readonly AppSummaryRecord[]>
  /** The words that `pageOfApps` looks for, for this `q`: some characters stand for several. */
  searchTerms(q: string): readonly string[]
  /** In the order of `pageOfApps`. */
  positionOf(app: AppSummaryRecord, sort: SortMember): PagePosition
  /** Newest first. */
  pageOfEvents(query: EventPageQuery): Promise<readonly EventRecord[]>
  findIcon(iconId: string, scale: number): Promise<IconImage | null>
  /** Of an app that works for them; none when there is no such app. */
  findLiveSecrets(clientId: string, who: HonouredFor): Promise<readonly StoredSecret[]>
  /** The allowed origin itself, once, where an app that works for somebody (this one, if named) has it. */
  findAllowedOrigins(origin: string, clientId?: string): Promise<readonly string[]>
  /** Of the registration of an app, whatever its status; `null` where it did not register itself. */
  findRegistrationToken(clientId: string): Promise<SecretHash | null>
  stampUse(clientId: string, secretId: string, at: Timestamp): Promise<void>
  /** What the key of this request was used for since `since`. */
  findKeptRequest(request: IdempotentRequest, since: Timestamp): Promise<KeptRequest | null>
  /** The oldest first. */
  findDeletedApps(query: PurgeBatchQuery): Promise<readonly DeletedApp[]>
  /** Removes a deleted app with all that refers to it but its events. Answers whether it was there. */
  purgeApp(app: DeletedApp): Promise<boolean>
  /** Removes rows of secrets that had ended at this moment, up to `limit` of them. Answers how many. */
  purgeSecrets(endedBy: Timestamp, limit: number): Promise<number>
  /** Of enabled apps, and of which nobody was told: those that end first. */
  findUnnoticedSecrets(query: EndingSecretsQuery): Promise<readonly EndingSecret[]>
  /** Forgets keys that were used at or before this moment, up to `limit` of them. Answers how many. */
  purgeKeptRequests(usedBy: Timestamp, limit: number): Promise<number>
  /** Forgets counts of requests that had ended at this moment, up to `limit` of them. Answers how many. */
  purgeRateCounters(endedBy: Timestamp, limit: number): Promise<number>
  /** Everything or nothing. Started again from its beginning when the database asks for that. */
  transaction<Result>(work: (transaction: AppTransaction) => Promise<Result>): Promise<Result>
}

/** What is kept with a change of an app, in its transaction: all of it or nothing. */
export type Alongside = (transaction: AppTransaction, app: AppRecord) => Promise<void>

export interface AppTransaction {
  /** From now on nobody else changes the app before the transaction ends; nothing is read, so that what is read later is new. */
  holdApp(clientId: string): Promise<void>
  /** The app as it is now, unless the transaction has read before; nobody else changes it before the transaction ends. */
  lockApp(clientId: string, visibility: VisibilityFilter): Promise<AppRecord | null>
  /** As `lockApp`, for an app that rests. */
  lockRestingApp(clientId: string, visibility: VisibilityFilter): Promise<RestingApp | null>
  /** Keeps the request, unless its key was used since `since`. Answers the one that is kept. */
  keepRequest(request: KeptRequest, since: Timestamp): Promise<KeptRequest>
  /** Nobody else who asks this adds an app there before the transaction ends; nothing is read. */
  lockQuota(subject: QuotaSubject, id: string): Promise<void>
  /** How many apps there are, counted up to `most`. */
  countApps(subject: QuotaSubject, id: string, most: number): Promise<number>
  insertApp(app: AppRecord): Promise<void>
  /** All but its secrets. */
  updateApp(before: AppRecord, after: AppRecord): Promise<void>
  markDeleted(clientId: string, at: Timestamp): Promise<void>
  restoreApp(before: RestingApp, after: AppRecord): Promise<void>
  insertSecret(clientId: string, secret: SecretRecord, hash: SecretHash): Promise<void>
  /** Leaves those that are given, with the times at which they end, and removes all others. */
  keepSecrets(clientId: string, secrets: readonly SecretRecord[]): Promise<void>
  /** The first one of an app. */
  insertRegistrationToken(clientId: string, token: SecretHash): Promise<void>
  /** Puts one in the place of another; answers whether that one was still there. */
  replaceRegistrationToken(clientId: string, former: SecretHash, token: SecretHash): Promise<boolean>
  /** To be called before an app refers to it. */
  keepIcon(icon: Icon): Promise<void>
  insertEvent(event: NewEvent): Promise<void>
  /** Remembers that somebody was told of its end. Answers whether nobody had been, and it is still there. */
  noticeSecret(secretId: string, at: Timestamp): Promise<boolean>
  /** What these channels are to tell. */
  insertLine(line: NotificationLine, channels: readonly string[]): Promise<void>
}
