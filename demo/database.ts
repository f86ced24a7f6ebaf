import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import makeKnex, { type Knex } from 'knex'

const defaultFile = fileURLToPath(new URL('data/docspace.sqlite', import.meta.url))

/** What each portal is given as its database, and how to close it when the portals are closed. */
export interface DemoDatabase {
  readonly knex: Knex | Knex.Config
  readonly close: () => Promise<void>
}

/**
 * The one database of all portals. On a server each portal makes connections of its own. A SQLite file has one writer at a
 * time, and better-sqlite3 waits for its turn without letting go of the process: a second connection here would wait for
 * a first one that cannot go on. So there is one, and the portals take turns on it.
 */
export function openDatabase(url?: string): DemoDatabase {
  const config = databaseConfig(url)
  if (config.client !== 'better-sqlite3') return { knex: config, close: () => Promise.resolve() }
  const knex = openInstance(config)
  return { knex, close: () => knex.destroy() }
}

/** A SQLite file for a host that has tables of its own in it. */
export function openSqlite(filename: string): Knex {
  return openInstance(databaseConfig(`sqlite:${filename}`))
}

function openInstance(config: Knex.Config): Knex {
  return makeKnex({
    ...config,
    acquireConnectionTimeout: 4000,
    pool: { min: 1, max: 1, afterCreate: setPragmas },
  })
}

/** The knex configuration for `DATABASE_URL`: `sqlite:<file>`, `postgres://…` or `mysql://…`. */
export function databaseConfig(url: string = `sqlite:${defaultFile}`): Knex.Config {
  if (url.startsWith('sqlite:')) {
    const filename = url.slice('sqlite:'.length)
    mkdirSync(dirname(filename), { recursive: true })
    return { client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true }
  }
  if (/^postgres(ql)?:\/\//.test(url)) return { client: 'pg', connection: url }
  if (url.startsWith('mysql://')) return { client: 'mysql2', connection: url }
  throw new Error('DATABASE_URL has to start with sqlite:, postgres:// or mysql://')
}

/** The plugin asks for these of an instance that it did not make: what was acknowledged is to survive a loss of power. */
function setPragmas(connection: { pragma(source: string): unknown }, done: (error?: unknown) => void): void {
  for (const pragma of ['busy_timeout = 2000', 'journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) {
    connection.pragma(pragma)
  }
  done()
}
