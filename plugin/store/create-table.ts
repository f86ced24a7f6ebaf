import { createIndex } from './create-index.js'
import type { ColumnType, Dialect } from './dialect.js'
import type { TableName, Tables } from './tables.js'

interface ColumnShape {
  readonly type: ColumnType
  readonly nullable?: true
  readonly default?: number
}

/** A table, the same in every database. */
export interface TableShape {
  readonly name: TableName
  readonly columns: Readonly<Record<string, ColumnShape>>
  /** Not for a table with a column of type `sequence`, which is its key. */
  readonly primaryKey?: readonly string[]
  readonly indexes?: Readonly<Record<string, readonly string[]>>
  readonly references?: readonly { readonly column: string; readonly table: TableName; readonly cascade: boolean }[]
}

/**
 * The statements that make a table and its indexes where they are missing: run again after having been cut off, they
 * complete what is there.
 */
export function createTable(shape: TableShape, dialect: Dialect, tables: Tables): string[] {
  const { columns, primaryKey, indexes = {}, references = [] } = shape
  const name = tables(shape.name)
  const lines = Object.entries(columns).map(([column, definition]) => columnLine(column, definition, dialect))
  if (primaryKey) lines.push(`PRIMARY KEY (${primaryKey.join(', ')})`)
  for (const { column, table, cascade } of references) {
    const onDelete = cascade ? ' ON DELETE CASCADE' : ''
    lines.push(`FOREIGN KEY (${column}) REFERENCES ${tables(table)} (${column})${onDelete}`)
  }
  const statements: string[] = []
  for (const [index, indexed] of Object.entries(indexes)) {
    // Cheaper than an index that is looked for first: a table that is there has those that it was made with.
    if (dialect.indexesInTable) lines.push(`KEY ${name}_${index} (${indexed.join(', ')})`)
    else statements.push(...createIndex({ table: shape.name, name: index, columns: indexed }, dialect, tables))
  }
  return [`CREATE TABLE IF NOT EXISTS ${name} (${lines.join(', ')})${dialect.tableOptions}`, ...statements]
}

function columnLine(name: string, column: ColumnShape, dialect: Dialect): string {
  const nullable = column.nullable ? '' : ' NOT NULL'
  const initial = column.default === undefined ? '' : ` DEFAULT ${column.default}`
  return `${name} ${dialect.columnTypes[column.type]}${column.type === 'sequence' ? '' : nullable + initial}`
}
