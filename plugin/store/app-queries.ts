import type { Knex } from 'knex'
import type { AppRecord } from '../registry/app-record.js'
import type { VisibilityFilter } from '../registry/app-store.js'
import { toApp } from './app-rows.js'
import type { AppRowWithIcon, SecretRow } from './database-rows.js'
import { isDatabaseText } from './database-text.js'
import { tablesOf } from './tables.js'
import { whereVisible } from './visibility-condition.js'

export async function findApp(
  knex: Knex,
  clientId: string,
  visibility: VisibilityFilter,
  now: number,
): Promise<AppRecord | null> {
  if (!isDatabaseText(clientId)) return null
  const row = await knex<AppRowWithIcon>(`${tablesOf(knex)('apps')} as app`)
    .leftJoin(`${tablesOf(knex)('icons')} as icon`, 'icon.icon_id', 'app.icon_id')
    .where('app.client_id', clientId)
    .whereNull('app.deleted_at')
    .where(whereVisible(visibility, 'app'))
    .first<AppRowWithIcon | undefined>('app.*', 'icon.scales')
  return row ? toApp(row, await liveSecrets(knex, clientId, now)) : null
}

/** A secret that has expired is no longer there, whether or not its row is. */
export function liveSecrets(knex: Knex, clientId: string, now: number): Promise<SecretRow[]> {
  return knex<SecretRow>(tablesOf(knex)('secrets'))
    .where('client_id', clientId)
    .where((live) => live.whereNull('expires_at').orWhere('expires_at', '>', now))
    .orderBy(['created_at', 'secret_id'])
    .select<SecretRow[]>('*')
}
