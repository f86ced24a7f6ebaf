import type { Dialect } from './dialect.js'
import type { TableName, Tables } from './tables.js'

/** The statements that add an index to a table where it is missing. */
export function createIndex(
  { table, name, columns }: { table: TableName; name: string; columns: readonly string[] },
  dialect: Dialect,
  tables: Tables,
): string[] {
  const index = `${tables(table)}_${name}`
  const definition = `${index} ON ${tables(table)} (${columns.join(', ')})`
  if (!dialect.indexesInTable) return [`CREATE INDEX IF NOT EXISTS ${definition}`]
  // MySQL has no CREATE INDEX IF NOT EXISTS, but a statement may be text.
  const there =
    'SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() ' +
    `AND table_name = '${tables(table)}' AND index_name = '${index}'`
  return [
    `SET @oauth_app_kit = IF((${there}) = 0, 'CREATE INDEX ${definition}', 'DO 0')`,
    'PREPARE oauth_app_kit FROM @oauth_app_kit',
    'EXECUTE oauth_app_kit',
    'DEALLOCATE PREPARE oauth_app_kit',
  ]
}
