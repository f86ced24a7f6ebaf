import type { Knex } from 'knex'
import { ProblemError } from '../problem-error.js'
import type { Dialect } from './dialect.js'
import { isMigrated } from './migrate.js'

export interface MigratedDatabase {
  readonly knex: Knex
  /** Finds the dialect and checks the connection; called until it has succeeded once. */
  readonly openDialect: () => Promise<Dialect>
}

/**
 * Waits for nothing, but lets nobody through before the tables are there, whichever process makes them.
 *
 * @returns what throws ProblemError `unavailable` until then.
 */
export function whenMigrated({ knex, openDialect }: MigratedDatabase): () => Promise<Dialect> {
  let opened: Dialect | undefined
  return async () => {
    if (opened) return opened
    const dialect = await openDialect()
    if (!(await isMigrated(knex))) {
      throw new ProblemError('unavailable', {
        detail: 'The tables of oauth-app-kit are not up to date: await migrate() when the server starts.',
        retryAfter: 5,
      })
    }
    return (opened = dialect)
  }
}
