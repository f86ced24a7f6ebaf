import { createIndex } from '../create-index.js'
import type { Dialect } from '../dialect.js'
import type { Tables } from '../tables.js'

/** Deleted apps are found, listed and purged without reading the others. */
export function indexDeleted(dialect: Dialect, tables: Tables): string[] {
  return createIndex({ table: 'apps', name: 'by_deleted', columns: ['deleted_at', 'client_id'] }, dialect, tables)
}
