import { firstValue } from '../first-value.js'
import type { Dialect } from '../dialect.js'

/** Seconds to wait while another process changes the tables. */
const migrationWait = 60

/** One lock for each database of a server; names of locks end at 64 characters. */
const migrationLock = "CONCAT('oauth_app_kit.', SHA1(DATABASE()))"

/** Both compare code points and, unlike `utf8mb4_bin`, spaces at the end. */
const collations = { MySQL: 'utf8mb4_0900_bin', MariaDB: 'utf8mb4_nopad_bin' } as const

/** Since which version rows that others lock can be skipped. */
const skipsSince = { MySQL: [8, 0], MariaDB: [10, 6] } as const

/** @param version as the server says it: `10.11.6-MariaDB`. */
export function mysql(name: keyof typeof collations, version = skipsSince[name].join('.')): Dialect {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [sinceMajor, sinceMinor] = skipsSince[name]
  const skips = major > sinceMajor || (major === sinceMajor && minor >= sinceMinor)
  return {
    name,
    columnTypes: {
      id: 'varchar(255)',
      hash: 'varchar(64)',
      keyword: 'varchar(32)',
      word: 'varchar(64)',
      sort_key: 'varchar(200)',
      text: 'mediumtext',
      json: 'mediumtext',
      integer: 'int',
      time: 'bigint',
      bytes: 'mediumblob',
      sequence: 'bigint NOT NULL AUTO_INCREMENT PRIMARY KEY',
    },
    tableOptions: ` ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE ${collations[name]}`,
    indexesInTable: true,
    seeksByRow: false,
    position: 'instr',
    rowLocks: skips ? 'skip' : 'wait',
    // Of two indexes that begin with the same column it may take the one that leaves the rows to be sorted.
    useIndex: (index) => ` FORCE INDEX (${index})`,
    lookUp: (apps) => `STRAIGHT_JOIN ${apps} AS app`,

    async complaints(knex) {
      const complaints: string[] = []
      const mode = String(firstValue(await knex.raw('SELECT @@sql_mode')))
      if (!/STRICT_(TRANS|ALL)_TABLES/.test(mode)) {
        complaints.push('sql_mode is not strict, so that what is too long is cut off; add STRICT_TRANS_TABLES')
      }
      const charset = firstValue(await knex.raw('SELECT @@character_set_client'))
      if (charset !== 'utf8mb4') {
        complaints.push(`the connection speaks ${String(charset)}; set connection.charset to 'utf8mb4'`)
      }
      return complaints
    },

    async holdMigrationLock(transaction) {
      const held = firstValue(await transaction.raw(`SELECT GET_LOCK(${migrationLock}, ${migrationWait})`))
      if (Number(held) !== 1) {
        throw new Error(`Another process has been changing the tables of oauth-app-kit for ${migrationWait} seconds`)
      }
    },
    async releaseMigrationLock(transaction) {
      await transaction.raw(`SELECT RELEASE_LOCK(${migrationLock})`)
    },
  }
}
