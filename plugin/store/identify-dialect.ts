import type { Knex } from 'knex'
import { firstValue } from './first-value.js'
import type { Dialect } from './dialect.js'
import { mysql } from './dialects/mysql.js'
import { postgres } from './dialects/postgres.js'
import { sqlite } from './dialects/sqlite.js'

/** The knex clients that are known to keep what they are given. */
export const knownClients = ['better-sqlite3', 'pg', 'mysql2'] as const
export type KnownClient = (typeof knownClients)[number]

export function isKnownClient(name: unknown): name is KnownClient {
  return knownClients.some((known) => known === name)
}

/** MySQL and MariaDB speak one protocol and have different collations, so the server is asked. */
export async function identifyDialect(knex: Knex, client: KnownClient): Promise<Dialect> {
  if (client === 'better-sqlite3') return sqlite
  if (client === 'pg') return postgres
  const version = String(firstValue(await knex.raw('SELECT VERSION()')))
  return mysql(/mariadb/i.test(version) ? 'MariaDB' : 'MySQL', version)
}
