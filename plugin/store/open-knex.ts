import type { Knex } from 'knex'
import type { Logger } from '../logger.js'
import { requirePeer } from '../require-peer.js'
import { sqlitePragmas } from './dialects/sqlite.js'
import { isKnownClient, type KnownClient } from './identify-dialect.js'
import { rememberStatements } from './remember-statements.js'

/** Milliseconds that a query waits for a free connection, and a connection for its database. */
const patience = 4000

/** Seconds that a statement waits for a row that another transaction holds; the databases would wait 50 s and for ever. */
const lockWait = 3

type AfterCreate = (connection: unknown, done: (error?: unknown) => void) => void

/**
 * Connections with the settings that every database needs to keep what it is given and never to hang.
 *
 * @throws Error where knex or the driver is not installed, naming the command that installs it.
 */
export function openKnex(config: Knex.Config, logger: Logger): Knex {
  const makeKnex = requirePeer('knex')
  if (!isKnexFactory(makeKnex)) throw new Error('oauth-app-kit found a package "knex" that is not knex 3')
  const { client } = config
  if (!isKnownClient(client)) throw new TypeError(`There is no store for ${String(client)}`)
  const settle: AfterCreate = (connection, done) => {
    settleConnection(client, connection, done)
  }
  const hosts: unknown = config.pool?.afterCreate
  return makeKnex({
    ...config,
    ...(client === 'better-sqlite3' && { useNullAsDefault: true }),
    acquireConnectionTimeout: Math.min(config.acquireConnectionTimeout ?? patience, patience),
    // Values do not belong into messages that end in a log.
    compileSqlOnError: false,
    log: knexLog(logger),
    pool: {
      ...config.pool,
      ...poolSize(client, config.pool),
      afterCreate: isAfterCreate(hosts) ? inTurn(hosts, settle) : settle,
      validate: isUsable,
    },
  })
}

/** better-sqlite3 blocks the process: a second connection would wait for a first that cannot go on. */
function poolSize(client: KnownClient, pool: Knex.PoolConfig | undefined): { min: number; max: number } {
  return client === 'better-sqlite3' ? { min: 1, max: 1 } : { min: 0, max: pool?.max ?? 10 }
}

function settleConnection(client: KnownClient, connection: unknown, done: (error?: unknown) => void): void {
  if (client === 'better-sqlite3' && isSqlite(connection)) {
    try {
      for (const [name, value] of Object.entries(sqlitePragmas)) connection.pragma(`${name} = ${value}`)
      rememberStatements(connection)
      done()
    } catch (error) {
      done(error)
    }
  } else if (client === 'pg' && isQueryable(connection)) {
    connection.query(`SET lock_timeout = '${lockWait}s'`, done)
  } else if (client === 'mysql2' && isQueryable(connection)) {
    const strict = "sql_mode = CONCAT_WS(',', NULLIF(@@sql_mode, ''), 'STRICT_TRANS_TABLES')"
    connection.query(`SET SESSION innodb_lock_wait_timeout = ${lockWait}, ${strict}`, done)
  } else {
    done(new TypeError(`The driver ${client} is not the one that this version knows`))
  }
}

/** After a commit that failed, a connection may still be in its transaction, and no other could begin there. */
function isUsable(connection: unknown): boolean {
  return !(
    typeof connection === 'object' &&
    connection !== null &&
    'inTransaction' in connection &&
    connection.inTransaction
  )
}

function inTurn(first: AfterCreate, second: AfterCreate): AfterCreate {
  return (connection, done) => {
    first(connection, (error) => {
      if (error) done(error)
      else second(connection, done)
    })
  }
}

function knexLog(logger: Logger): Knex.Logger {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (message: unknown): void => {
      logger[level]({ message }, 'database.message')
    }
  return { warn: write('warn'), error: write('error'), deprecate: write('warn'), debug: write('info') }
}

function isAfterCreate(value: unknown): value is AfterCreate {
  return typeof value === 'function'
}

function isKnexFactory(value: unknown): value is (config: Knex.Config) => Knex {
  return typeof value === 'function' && 'knex' in value
}

export function isSqlite(value: unknown): value is { pragma(source: string): unknown; prepare(sql: string): unknown } {
  if (typeof value !== 'object' || value === null || !('pragma' in value) || !('prepare' in value)) return false
  return typeof value.pragma === 'function' && typeof value.prepare === 'function'
}

function isQueryable(value: unknown): value is { query(sql: string, done: (error?: unknown) => void): void } {
  return typeof value === 'object' && value !== null && 'query' in value && typeof value.query === 'function'
}
