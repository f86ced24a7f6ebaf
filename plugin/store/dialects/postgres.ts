import { firstValue } from '../first-value.js'
import type { Dialect } from '../dialect.js'

/** Among the advisory locks of a database, this one is ours: `oauthapp` in ASCII. */
const migrationLock = '8025825153778806896'

/** Without it a database compares as its locale does, in which different names may be equal and the order changes with the C library. */
const binary = 'COLLATE "C"'

export const postgres: Dialect = {
  name: 'PostgreSQL',
  columnTypes: {
    id: `varchar(255) ${binary}`,
    hash: `varchar(64) ${binary}`,
    keyword: `varchar(32) ${binary}`,
    word: `varchar(64) ${binary}`,
    sort_key: `varchar(200) ${binary}`,
    text: `text ${binary}`,
    json: `text ${binary}`,
    integer: 'integer',
    time: 'bigint',
    bytes: 'bytea',
    sequence: 'bigserial PRIMARY KEY',
  },
  tableOptions: '',
  indexesInTable: false,
  seeksByRow: true,
  position: 'strpos',
  rowLocks: 'skip',
  useIndex: () => '',
  // A LIMIT is not pulled up into a join, for which it would read and hash the table where it expects many rows.
  lookUp: (apps) => `CROSS JOIN LATERAL (SELECT * FROM ${apps} WHERE client_id = found.client_id LIMIT 1) AS app`,

  async complaints(knex) {
    const encoding = firstValue(await knex.raw('SHOW server_encoding'))
    if (encoding === 'UTF8') return []
    return [`the database keeps text as ${String(encoding)}; create it with ENCODING 'UTF8'`]
  },

  async holdMigrationLock(transaction) {
    await transaction.raw("SET LOCAL lock_timeout = '60s'")
    // Released by the end of the transaction, whatever ends it.
    await transaction.raw(`SELECT pg_advisory_xact_lock(${migrationLock})`)
  },
  releaseMigrationLock: () => Promise.resolve(),
}
