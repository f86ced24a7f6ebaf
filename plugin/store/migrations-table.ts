import { createTable } from './create-table.js'
import type { Dialect } from './dialect.js'
import type { Tables } from './tables.js'

/** Which migrations have run here. */
export function createMigrationsTable(dialect: Dialect, tables: Tables): string {
  return createTable(
    {
      name: 'migrations',
      columns: { id: { type: 'integer' }, name: { type: 'text' }, applied_at: { type: 'time' } },
      primaryKey: ['id'],
    },
    dialect,
    tables,
  ).join('; ')
}
