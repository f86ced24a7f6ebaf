import { createTable } from './create-table.js'
import type { Dialect } from './dialect.js'
import { tables } from './tables.js'

/** Which migrations have run here. */
export function createMigrationsTable(dialect: Dialect): string {
  return createTable(
    {
      name: tables.migrations,
      columns: { id: { type: 'integer' }, name: { type: 'text' }, applied_at: { type: 'time' } },
      primaryKey: ['id'],
    },
    dialect,
  ).join('; ')
}
