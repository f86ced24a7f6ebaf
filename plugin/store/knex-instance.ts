import type { Knex } from 'knex'

export interface PoolSettings {
  readonly min: number
  readonly max: number
  /** Milliseconds that a query waits for a free connection. */
  readonly acquireTimeoutMillis: number
}

export function isKnexInstance(value: unknown): value is Knex {
  return typeof value === 'function' && 'client' in value && 'raw' in value
}

/** The pool as it really is, whichever of the two places it was configured in. */
export function poolOf(instance: object): PoolSettings | undefined {
  const client: unknown = 'client' in instance ? instance.client : undefined
  if (typeof client !== 'object' || client === null || !('pool' in client)) return undefined
  const { pool } = client
  return isPool(pool) ? pool : undefined
}

/** Lets something look at a connection of the pool itself. */
export async function withConnection(instance: Knex, use: (connection: unknown) => void): Promise<void> {
  const client: unknown = instance.client
  if (!hasConnections(client)) return
  const connection = await client.acquireConnection()
  try {
    use(connection)
  } finally {
    await client.releaseConnection(connection)
  }
}

function hasConnections(client: unknown): client is {
  acquireConnection(): Promise<unknown>
  releaseConnection(connection: unknown): Promise<void>
} {
  return typeof client === 'object' && client !== null && 'acquireConnection' in client && 'releaseConnection' in client
}

function isPool(value: unknown): value is PoolSettings {
  return (
    typeof value === 'object' &&
    value !== null &&
    'min' in value &&
    typeof value.min === 'number' &&
    'max' in value &&
    typeof value.max === 'number' &&
    'acquireTimeoutMillis' in value &&
    typeof value.acquireTimeoutMillis === 'number'
  )
}
