import type { Knex } from 'knex'
import type { SecretRecord } from '../registry/app-record.js'
import type { SecretHash, StoredSecret } from '../registry/app-store.js'
import type { HonouredFor } from '../registry/honours.js'
import type { AppRow, SecretRow } from './database-rows.js'
import { isDatabaseText } from './database-text.js'
import { worksFor } from './honouring-condition.js'
import { runSql, sql, verbatim } from './sql.js'
import { tablesOf } from './tables.js'

export async function insertSecret(
  knex: Knex,
  clientId: string,
  secret: SecretRecord,
  { hash, pepper_id }: SecretHash,
): Promise<void> {
  const { id, name, hint, created_at, expires_at } = secret
  await knex<SecretRow>(tablesOf(knex)('secrets')).insert({
    secret_id: id,
    client_id: clientId,
    hash,
    pepper_id,
    name,
    hint,
    created_at,
    expires_at,
  })
}

export async function keepSecrets(knex: Knex, clientId: string, kept: readonly SecretRecord[]): Promise<void> {
  const ids = kept.map(({ id }) => id)
  await knex<SecretRow>(tablesOf(knex)('secrets')).where('client_id', clientId).whereNotIn('secret_id', ids).delete()
  for (const { id, expires_at } of kept) {
    if (expires_at === null) continue
    await knex<SecretRow>(tablesOf(knex)('secrets')).where('secret_id', id).update({ expires_at })
  }
}

/** Of an app that works for them. One query, whether or not there is such an app, so that its time does not tell. */
export async function findLiveSecrets(
  knex: Knex,
  clientId: string,
  { who, now }: { readonly who: HonouredFor; readonly now: number },
): Promise<StoredSecret[]> {
  if (!isDatabaseText(clientId) || (typeof who === 'object' && !isDatabaseText(who.userId))) return []
  const tables = tablesOf(knex)
  const rows = await runSql<Pick<SecretRow, 'secret_id' | 'hash' | 'pepper_id' | 'last_used_at'>>(
    knex,
    sql`SELECT secret.secret_id, secret.hash, secret.pepper_id, secret.last_used_at
      FROM ${verbatim(tables('secrets'))} AS secret
      JOIN ${verbatim(tables('apps'))} AS app ON app.client_id = secret.client_id
      WHERE secret.client_id = ${clientId} AND ${worksFor(who)} AND app.deleted_at IS NULL
        AND (secret.expires_at IS NULL OR secret.expires_at > ${now})`,
  )
  return rows.map(({ secret_id, hash, pepper_id, last_used_at }) => ({
    id: secret_id,
    hash,
    pepper_id,
    last_used_at: Number(last_used_at) || null,
  }))
}

export async function purgeSecrets(knex: Knex, endedBy: number, limit: number): Promise<number> {
  const ended = await knex<SecretRow>(tablesOf(knex)('secrets'))
    .where('expires_at', '<=', endedBy)
    .orderBy('expires_at')
    .limit(limit)
    .pluck<string[]>('secret_id')
  return knex<SecretRow>(tablesOf(knex)('secrets')).whereIn('secret_id', ended).delete()
}

/** Times only move forward, whichever of several processes comes first. */
export async function stampUse(knex: Knex, clientId: string, secretId: string, at: number): Promise<void> {
  const used = { last_used_at: at }
  await knex<AppRow>(tablesOf(knex)('apps')).where('client_id', clientId).where('last_used_at', '<', at).update(used)
  await knex<SecretRow>(tablesOf(knex)('secrets'))
    .where('secret_id', secretId)
    .where('last_used_at', '<', at)
    .update(used)
}
