import type { Knex } from 'knex'
import type { SecretHash } from '../registry/app-store.js'
import type { DatabaseInteger } from './database-rows.js'
import { isDatabaseText } from './database-text.js'
import { tablesOf } from './tables.js'

interface RegistrationTokenRow extends SecretHash {
  client_id: string
  created_at: DatabaseInteger
}

export async function findRegistrationToken(knex: Knex, clientId: string): Promise<SecretHash | null> {
  if (!isDatabaseText(clientId)) return null
  const row = await knex<RegistrationTokenRow>(tablesOf(knex)('registrationTokens'))
    .where('client_id', clientId)
    .first<SecretHash | undefined>('hash', 'pepper_id')
  return row ? { hash: row.hash, pepper_id: row.pepper_id } : null
}

/** The first one of an app. */
export async function insertRegistrationToken(
  knex: Knex,
  clientId: string,
  { hash, pepper_id }: SecretHash,
  now: number,
): Promise<void> {
  const row = { client_id: clientId, hash, pepper_id, created_at: now }
  await knex<RegistrationTokenRow>(tablesOf(knex)('registrationTokens')).insert(row)
}

/** Puts a token in the place of another one; answers whether that one was still there. */
export async function replaceRegistrationToken(
  knex: Knex,
  clientId: string,
  former: SecretHash,
  { hash, pepper_id }: SecretHash,
  now: number,
): Promise<boolean> {
  const replaced = await knex<RegistrationTokenRow>(tablesOf(knex)('registrationTokens'))
    .where({ client_id: clientId, hash: former.hash })
    .update({ hash, pepper_id, created_at: now })
  return replaced === 1
}
