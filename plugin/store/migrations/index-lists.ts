import { createIndex } from '../create-index.js'
import type { Dialect } from '../dialect.js'
import type { Tables } from '../tables.js'

/**
 * What the filters of a list walk: a status that few apps have, or an order within an organisation, is found without reading
 * the others.
 */
const appIndexes = {
  by_status_created: ['status', 'created_at', 'client_id'],
  by_status_name: ['status', 'name_sort', 'client_id'],
  by_org_status_created: ['organization_id', 'status', 'created_at', 'client_id'],
  by_org_status_name: ['organization_id', 'status', 'name_sort', 'client_id'],
  by_org_updated: ['organization_id', 'updated_at', 'client_id'],
  by_org_used: ['organization_id', 'last_used_at', 'client_id'],
} as const

export function indexLists(dialect: Dialect, tables: Tables): string[] {
  const ofApps = Object.entries(appIndexes).map(([name, columns]) => ({ table: 'apps' as const, name, columns }))
  const ofSecrets = { table: 'secrets', name: 'by_expiry', columns: ['expires_at', 'client_id'] } as const
  return [...ofApps, ofSecrets].flatMap((index) => createIndex(index, dialect, tables))
}
