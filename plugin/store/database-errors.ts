import { ProblemError } from '../problem-error.js'

/** The database asks to start again: deadlocks, serialisation failures, locks that were waited for too long. */
const retryable = new Set<unknown>([
  ...['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_BUSY_RECOVERY', 'SQLITE_LOCKED'],
  ...['40001', '40P01', '55P03'],
  ...['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD'],
])

/** The database cannot be reached, takes no more connections, or is about to stop. */
const unreachable = new Set<unknown>([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006'],
  ...['PROTOCOL_CONNECTION_LOST', 'ER_CON_COUNT_ERROR', 'ER_TOO_MANY_USER_CONNECTIONS', 'ER_SERVER_SHUTDOWN'],
])

/** The drivers have no code for these: they are what pg says of a connection that went away under a query. */
const lostConnection =
  /^(Connection terminated|Client has encountered a connection error|.*connection is in closed state)/

export function isRetryable(error: unknown): boolean {
  return retryable.has(codeOf(error))
}

export function isConnectionLost(error: unknown): boolean {
  if (unreachable.has(codeOf(error))) return true
  return error instanceof Error && lostConnection.test(error.message.slice(error.message.lastIndexOf(' - ') + 3))
}

/** Whether the pool had no connection free in time. */
export function isPoolExhausted(error: unknown): boolean {
  return error instanceof Error && error.name === 'KnexTimeoutError'
}

/** Where the drivers mysql2 and pg repeat the values of a statement, which are not for a log; the message has its text. */
const repeated = ['sql', 'detail'] as const

/** What the registry and its callers see of an error of the database. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof Error) for (const name of repeated) Reflect.deleteProperty(error, name)
  const passing = isRetryable(error) || isPoolExhausted(error)
  if (!passing && !isConnectionLost(error)) return error
  return new ProblemError('unavailable', {
    detail: passing ? 'The database is busy.' : 'The database cannot be reached.',
    retryAfter: passing ? 1 : 5,
    cause: error,
  })
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
