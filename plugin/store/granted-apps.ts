import type { Knex } from 'knex'
import type { GrantedAppRecord } from '../registry/app-record.js'
import { toApp } from './app-rows.js'
import type { AppRowWithIcon } from './database-rows.js'
import { isDatabaseText } from './database-text.js'
import { tablesOf } from './tables.js'

/** Those of the apps that there are, deleted ones among them until they are purged; in any order. */
export async function findGrantedApps(knex: Knex, clientIds: readonly string[]): Promise<GrantedAppRecord[]> {
  const rows = await knex<AppRowWithIcon>(`${tablesOf(knex)('apps')} as app`)
    .leftJoin(`${tablesOf(knex)('icons')} as icon`, 'icon.icon_id', 'app.icon_id')
    .whereIn('app.client_id', clientIds.filter(isDatabaseText))
    .select<AppRowWithIcon[]>('app.*', 'icon.scales')
  return rows.map((row) => toApp(row, []))
}
