import type { Knex } from 'knex'
import type { EndingSecret, EndingSecretsQuery } from '../registry/app-store.js'
import { toApp, toSecret } from './app-rows.js'
import type { AppRow, SecretRow } from './database-rows.js'
import { tablesOf } from './tables.js'

/** Secrets of enabled apps that end then, and of which nobody was told. */
export async function findUnnoticedSecrets(
  knex: Knex,
  { after, until, limit }: EndingSecretsQuery,
): Promise<EndingSecret[]> {
  const tables = tablesOf(knex)
  const rows = await knex(`${tables('secrets')} as secret`)
    .join(`${tables('apps')} as app`, 'app.client_id', 'secret.client_id')
    .leftJoin(`${tables('secretNotices')} as notice`, 'notice.secret_id', 'secret.secret_id')
    .where('secret.expires_at', '>', after)
    .where('secret.expires_at', '<=', until)
    .where('app.status', 'active')
    .whereNull('app.deleted_at')
    .whereNull('notice.secret_id')
    .orderBy('secret.expires_at')
    .limit(limit)
    .select<(SecretRow & AppRow)[]>('app.*', 'secret.secret_id', 'secret.name', 'secret.hint', 'secret.expires_at')
  return rows.map((row) => ({
    app: toApp({ ...row, scales: null }, []),
    secret: toSecret({ ...row, created_at: 0, last_used_at: 0 }),
  }))
}

/** Answers whether nobody had noticed it before. */
export async function noticeSecret(knex: Knex, secretId: string, at: number): Promise<boolean> {
  const table = tablesOf(knex)('secretNotices')
  const secrets = tablesOf(knex)('secrets')
  // A write that changes nothing: it locks the row, and in SQLite the database, before anything is read.
  const there = await knex(secrets)
    .where('secret_id', secretId)
    .update({ secret_id: knex.ref('secret_id') })
  if (there === 0) return false
  const found: unknown = await knex(table).where('secret_id', secretId).first('secret_id')
  if (found) return false
  await knex(table).insert({ secret_id: secretId, noticed_at: at })
  return true
}
