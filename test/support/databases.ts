import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import makeKnex, { type Knex } from 'knex'

/** A database of a test's own, empty, and gone when the test is. */
export interface TestDatabase {
  readonly config: Knex.Config
  drop(): Promise<void>
}

export interface DatabaseKind {
  /** Test names begin with it, so that results can be added up per database. */
  readonly name: 'SQLite' | 'PostgreSQL' | 'MariaDB'
  create(): Promise<TestDatabase>
}

export const sqliteKind: DatabaseKind = { name: 'SQLite', create: createSqlite }

/** SQLite always; the others where `TEST_POSTGRES_URL` and `TEST_MYSQL_URL` say where one is. */
export const databaseKinds: readonly DatabaseKind[] = [
  sqliteKind,
  ...onServer('PostgreSQL', 'pg', process.env['TEST_POSTGRES_URL'], {
    // Left to itself, it would sort and compare as this locale does.
    create: (name) => `CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`,
    drop: (name) => `DROP DATABASE ${name} WITH (FORCE)`,
  }),
  ...onServer('MariaDB', 'mysql2', process.env['TEST_MYSQL_URL'], {
    // The worst that a server may default to: no emoji, and neither case nor spaces at the end count.
    create: (name) => `CREATE DATABASE ${name} CHARACTER SET latin1 COLLATE latin1_swedish_ci`,
    drop: (name) => `DROP DATABASE ${name}`,
  }),
]

/** As the demo is told where its database is. */
export function urlOf({ config: { connection } }: TestDatabase): string {
  if (typeof connection === 'string') return connection
  if (typeof connection === 'object' && 'filename' in connection) return `sqlite:${connection.filename}`
  throw new TypeError('The database has no address')
}

function createSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'oauth-app-kit-'))
  return Promise.resolve({
    config: { client: 'better-sqlite3', connection: { filename: join(folder, 'apps.sqlite') } },
    drop: () => {
      rmSync(folder, { recursive: true })
      return Promise.resolve()
    },
  })
}

interface Statements {
  create(name: string): string
  drop(name: string): string
}

function onServer(
  name: DatabaseKind['name'],
  client: string,
  url: string | undefined,
  statements: Statements,
): DatabaseKind[] {
  if (!url) return []
  const server: Knex.Config = { client, connection: url }
  const create = async (): Promise<TestDatabase> => {
    const database = `oak_${randomBytes(6).toString('hex')}`
    await run(server, statements.create(database))
    const own = new URL(url)
    own.pathname = `/${database}`
    return {
      config: { client, connection: own.href },
      drop: () => run(server, statements.drop(database)),
    }
  }
  return [{ name, create }]
}

async function run(config: Knex.Config, statement: string): Promise<void> {
  const knex = makeKnex(config)
  try {
    await knex.raw(statement)
  } finally {
    await knex.destroy()
  }
}
