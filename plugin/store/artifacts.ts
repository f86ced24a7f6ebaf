import type { Knex } from 'knex'
import type { Artifact, StoredArtifact } from '../authorization-server/authorization-store.js'
import type { DatabaseInteger } from './database-rows.js'
import { readStrings } from './json-columns.js'
import { joined, runSql, sql, verbatim, type Sql } from './sql.js'
import { tablesOf } from './tables.js'

interface ArtifactRow {
  readonly id_hash: string
  readonly kind: string
  readonly client_id: string | null
  readonly payload: string
  readonly consumed_at: DatabaseInteger | null
  readonly grant_id: string | null
  readonly account_id: string | null
  readonly scopes: string | null
  readonly last_used_at: DatabaseInteger | null
}

/** As it is now, over what was there; that it was consumed stays. */
export async function saveArtifact(knex: Knex, artifact: Artifact): Promise<void> {
  await knex(tablesOf(knex)('artifacts')).insert(toRow(artifact)).onConflict('id_hash').merge()
}

/** Whether it is new. */
export async function addArtifact(knex: Knex, artifact: Artifact): Promise<boolean> {
  const { idHash } = artifact
  const table = tablesOf(knex)('artifacts')
  // A write that changes nothing: in SQLite it locks the database before anything is read.
  await knex(table).where('id_hash', idHash).update({ id_hash: idHash })
  const [found] = await knex(table).where('id_hash', idHash).forUpdate().pluck<string[]>('id_hash')
  if (found !== undefined) return false
  await knex(table).insert(toRow(artifact))
  return true
}

export async function findArtifact(
  knex: Knex,
  by: { readonly idHashes: readonly string[] } | { readonly lookupHash: string },
  now: number,
): Promise<StoredArtifact | null> {
  const tables = tablesOf(knex)
  const condition =
    'idHashes' in by ? sql`artifact.id_hash IN (${values(by.idHashes)})` : sql`artifact.lookup_hash = ${by.lookupHash}`
  // What hangs on a grant is worth nothing without it, even where its row was written after the grant had gone.
  const rows = await runSql<ArtifactRow>(
    knex,
    sql`SELECT artifact.id_hash, artifact.kind, artifact.client_id, artifact.payload, artifact.consumed_at,
        artifact.grant_id, allowed.account_id, allowed.scopes, allowed.last_used_at
      FROM ${verbatim(tables('artifacts'))} AS artifact
      LEFT JOIN ${verbatim(tables('grants'))} AS allowed ON allowed.grant_id = artifact.grant_id
        AND (allowed.expires_at IS NULL OR allowed.expires_at > ${now})
      WHERE ${condition} AND (artifact.grant_id IS NULL OR allowed.grant_id IS NOT NULL)`,
  )
  return rows[0] ? toStored(rows[0]) : null
}

/** Whether nobody had consumed it before. */
export async function consumeArtifact(knex: Knex, idHash: string, at: number): Promise<boolean> {
  const changed = await knex(tablesOf(knex)('artifacts'))
    .where('id_hash', idHash)
    .whereNull('consumed_at')
    .update({ consumed_at: at })
  return changed === 1
}

export async function removeArtifact(knex: Knex, idHash: string): Promise<void> {
  await knex(tablesOf(knex)('artifacts')).where('id_hash', idHash).delete()
}

export async function removeArtifactsOf(knex: Knex, grantId: string, kind: string): Promise<void> {
  await knex(tablesOf(knex)('artifacts')).where({ grant_id: grantId, kind }).delete()
}

export async function purgeArtifacts(knex: Knex, expiredBy: number, limit: number): Promise<number> {
  const table = tablesOf(knex)('artifacts')
  const ended = await knex(table)
    .where('expires_at', '<=', expiredBy)
    .orderBy('expires_at')
    .limit(limit)
    .pluck<string[]>('id_hash')
  // One of them may have been made to last longer meanwhile.
  return knex(table).whereIn('id_hash', ended).where('expires_at', '<=', expiredBy).delete()
}

function toRow({ idHash, kind, lookupHash, grantId, clientId, payload, expiresAt }: Artifact) {
  return {
    id_hash: idHash,
    kind,
    lookup_hash: lookupHash,
    grant_id: grantId,
    client_id: clientId,
    payload,
    expires_at: expiresAt,
  }
}

function toStored(row: ArtifactRow): StoredArtifact {
  const { id_hash, kind, client_id, payload, consumed_at, grant_id, account_id, scopes, last_used_at } = row
  const grant =
    grant_id === null || account_id === null || scopes === null
      ? null
      : {
          id: grant_id,
          accountId: account_id,
          scopes: readStrings(scopes),
          lastUsedAt: Number(last_used_at) || null,
        }
  return {
    idHash: id_hash,
    kind,
    clientId: client_id,
    payload,
    consumedAt: consumed_at === null ? null : Number(consumed_at),
    grant,
  }
}

function values(list: readonly string[]): Sql {
  return joined(
    list.map((value) => sql`${value}`),
    ', ',
  )
}
