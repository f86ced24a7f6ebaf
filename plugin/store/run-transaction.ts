import { setTimeout } from 'node:timers/promises'
import type { Knex } from 'knex'
import { isConnectionLost, isRetryable, translateDatabaseError } from './database-errors.js'

/** Milliseconds after which a request is told that the database is busy, rather than made to wait. */
const patience = 4500

/** Milliseconds before starting again, twice as many each time, less a random part so that two do not meet again. */
const firstPause = 10

export interface TransactionOptions {
  /** For how long it is started again. */
  readonly milliseconds?: number
  /** Not for SQLite, which has one level. */
  readonly isolationLevel?: 'read committed'
}

/**
 * Runs the work in one transaction, and again from its beginning when the database asks for that.
 *
 * @throws ProblemError `unavailable` when the database is busy or gone.
 */
export async function runTransaction<Result>(
  knex: Knex,
  work: (transaction: Knex.Transaction) => Promise<Result>,
  { milliseconds = patience, ...config }: TransactionOptions = {},
): Promise<Result> {
  return retrying(() => knex.transaction(work, config), isRetryable, milliseconds)
}

/**
 * Runs a query that changes nothing; once more, too, when its connection was lost: the pool finds out that way.
 *
 * @throws ProblemError `unavailable` when the database is busy or gone.
 */
export async function runQuery<Result>(query: () => Promise<Result>): Promise<Result> {
  let lost = false
  return retrying(query, (error) => isRetryable(error) || (!lost && (lost = isConnectionLost(error))), patience)
}

async function retrying<Result>(
  attempt: () => Promise<Result>,
  again: (error: unknown) => boolean,
  milliseconds: number,
): Promise<Result> {
  const deadline = Date.now() + milliseconds
  for (let pause = firstPause; ; pause *= 2) {
    try {
      return await attempt()
    } catch (error) {
      if (!again(error) || Date.now() + pause > deadline) throw translateDatabaseError(error)
      await setTimeout(pause * (0.5 + Math.random() / 2))
    }
  }
}
