import type { Timestamp } from '../registry/app-record.js'
import type { TokenCount, TokenPage, TokenSelection } from '../tokens.js'

/** Something that an authorization server has to find again until it expires; its value is kept only as a hash. */
export interface Artifact {
  /** SHA-256 of kind and value, in lower-case hex. */
  readonly idHash: string
  /** What oidc-provider calls it: `AccessToken`, `Session` … */
  readonly kind: string
  /** By which else it is found, as a hash. */
  readonly lookupHash: string | null
  /** The grant that it lives and dies with. */
  readonly grantId: string | null
  readonly clientId: string | null
  /** JSON. */
  readonly payload: string
  readonly expiresAt: Timestamp | null
}

/** An artifact that is still worth something: its grant, if it has one, is there. */
export interface StoredArtifact {
  readonly idHash: string
  readonly kind: string
  readonly clientId: string | null
  readonly payload: string
  readonly consumedAt: Timestamp | null
  /** As it is now; `null` for what needs none. */
  readonly grant: Pick<GrantRecord, 'id' | 'accountId' | 'scopes' | 'lastUsedAt'> | null
}

/**
 * Begins the id of what a developer got to try an app with: it counts and ends as any grant, but nobody was asked for it,
 * so that it must not be taken for a consent. Ids are random otherwise, and longer than this would be by chance.
 */
export const temporaryGrantPrefix = 'temporary-'

/** What one person allowed one app. */
export interface GrantRecord {
  readonly id: string
  readonly clientId: string
  readonly accountId: string
  readonly scopes: readonly string[]
  readonly createdAt: Timestamp
  readonly lastUsedAt: Timestamp | null
}

/** A grant as oidc-provider keeps it. */
export interface GrantArtifact extends Pick<GrantRecord, 'id' | 'clientId' | 'accountId' | 'scopes'> {
  /** JSON. */
  readonly payload: string
  readonly expiresAt: Timestamp | null
}

/** What the authorization server needs of a database. Throws ProblemError `unavailable` while there is none. */
export interface AuthorizationStore {
  saveArtifact(artifact: Artifact): Promise<void>
  /** Answers whether it is new; one that is there stays as it is. */
  addArtifact(artifact: Artifact): Promise<boolean>
  /** The first that is there. */
  findArtifact(idHashes: readonly string[]): Promise<StoredArtifact | null>
  findArtifactBy(lookupHash: string): Promise<StoredArtifact | null>
  /** Answers whether nobody had consumed it: of several at once, one is told so. */
  consumeArtifact(idHash: string, at: Timestamp): Promise<boolean>
  removeArtifact(idHash: string): Promise<void>
  removeArtifactsOf(grantId: string, kind: string): Promise<void>

  saveGrant(grant: GrantArtifact): Promise<void>
  findGrant(grantId: string): Promise<GrantArtifact | null>
  /** The latest of this person and app that is a consent. */
  findGrantOf(accountId: string, clientId: string): Promise<GrantArtifact | null>
  removeGrant(grantId: string): Promise<void>
  /** Leaves it those of its scopes that are given. */
  narrowGrant(grantId: string, scopes: readonly string[]): Promise<void>
  /** Says when grant and app were last used. Times only move forward. */
  stampUse(grantId: string | null, clientId: string, at: Timestamp): Promise<void>

  count(of: TokenSelection): Promise<TokenCount>
  /** Newest first, and where the next page begins. */
  pageOfGrants(
    of: TokenSelection,
    page: TokenPage,
  ): Promise<{ readonly items: readonly GrantRecord[]; readonly next_cursor: string | null }>
  revoke(of: TokenSelection): Promise<TokenCount>

  /** Removes what had expired at this moment, up to `limit` rows. Answers how many. */
  purgeArtifacts(expiredBy: Timestamp, limit: number): Promise<number>
  purgeGrants(expiredBy: Timestamp, limit: number): Promise<number>
}
