import type { Knex } from 'knex'

/**
 * `id`: a name that others gave, up to 255 characters · `hash`: 64 hex digits · `keyword`: one of our own words · `word` and
 * `sort_key`: as `fold-text.ts` makes them · `time`: milliseconds · `sequence`: counts up, and is the primary key.
 */
export type ColumnType =
  'id' | 'hash' | 'keyword' | 'word' | 'sort_key' | 'text' | 'json' | 'integer' | 'time' | 'bytes' | 'sequence'

/** Where databases differ. Text is compared by its code points in all of them. */
export interface Dialect {
  readonly name: 'SQLite' | 'PostgreSQL' | 'MySQL' | 'MariaDB'
  readonly columnTypes: Readonly<Record<ColumnType, string>>
  readonly tableOptions: string
  readonly indexesInTable: boolean
  /** Whether `(a, b) > (?, ?)` walks an index; elsewhere it has to be spelt out. */
  readonly seeksByRow: boolean
  /** The function that tells where in a text another one is; 0 for nowhere. */
  readonly position: 'instr' | 'strpos'
  /**
   * What of a claim by `FOR UPDATE` the database has: rows that others lock are skipped, or waited for; `none` where there
   * is one writer at a time.
   */
  readonly rowLocks: 'skip' | 'wait' | 'none'
  /** Makes a table be read by this index, or nothing where the database cannot be told. */
  useIndex(index: string): string
  /** What follows `found` to join the row of `app` that each of its `client_id` names, by one look-up for each. */
  lookUp(apps: string): string
  /** What about this connection would lose data, with the way to mend it; none when all is well. */
  complaints(knex: Knex): Promise<readonly string[]>
  /** Lets one process at a time through to change the tables; ends with the connection at the latest. */
  holdMigrationLock(transaction: Knex.Transaction): Promise<void>
  releaseMigrationLock(transaction: Knex.Transaction): Promise<void>
}
