import { firstValue } from '../first-value.js'
import { createMigrationsTable } from '../migrations-table.js'
import { tablesOf } from '../tables.js'
import type { Dialect } from '../dialect.js'

/**
 * better-sqlite3 is built so that WAL means `synchronous=NORMAL`, which loses the last commits with the power: whoever has
 * been shown a secret must find its app again.
 */
export const sqlitePragmas = {
  // First, since the others may have to wait for another process.
  busy_timeout: 2000,
  journal_mode: 'WAL',
  synchronous: 'FULL',
  foreign_keys: 'ON',
} as const

export const sqlite: Dialect = {
  name: 'SQLite',
  columnTypes: {
    id: 'TEXT',
    hash: 'TEXT',
    keyword: 'TEXT',
    word: 'TEXT',
    sort_key: 'TEXT',
    text: 'TEXT',
    json: 'TEXT',
    integer: 'INTEGER',
    time: 'INTEGER',
    bytes: 'BLOB',
    sequence: 'INTEGER PRIMARY KEY AUTOINCREMENT',
  },
  tableOptions: '',
  indexesInTable: false,
  seeksByRow: true,
  position: 'instr',
  rowLocks: 'none',
  // A new database has no statistics, without which SQLite may sort a whole organisation.
  useIndex: (index) => ` INDEXED BY ${index}`,
  // Here the CROSS keeps the order of the tables; the index is that of the primary key.
  lookUp: (apps) => `CROSS JOIN ${apps} AS app INDEXED BY sqlite_autoindex_${apps}_1`,

  async complaints(knex) {
    const complaints: string[] = []
    const expect = async (pragma: string, sound: (value: unknown) => boolean, wanted: string): Promise<void> => {
      const value = firstValue(await knex.raw(`PRAGMA ${pragma}`))
      if (sound(value)) return
      complaints.push(`PRAGMA ${pragma} is ${String(value)}; set ${pragma} = ${wanted} in pool.afterCreate`)
    }
    // A database in memory has no other mode, and nothing that could be lost later.
    await expect('journal_mode', (mode) => mode === 'wal' || mode === 'memory', sqlitePragmas.journal_mode)
    await expect('synchronous', (level) => Number(level) >= 2, sqlitePragmas.synchronous)
    await expect('foreign_keys', (on) => Number(on) === 1, sqlitePragmas.foreign_keys)
    await expect('busy_timeout', (ms) => Number(ms) >= 1000, `${sqlitePragmas.busy_timeout}`)
    return complaints
  },

  async holdMigrationLock(transaction) {
    const tables = tablesOf(transaction)
    await transaction.raw(createMigrationsTable(sqlite, tables))
    // A transaction that reads before it writes may have to start again, so this one begins by writing nothing.
    await transaction(tables('migrations')).where('id', -1).delete()
  },
  // It ends with the transaction.
  releaseMigrationLock: () => Promise.resolve(),
}
