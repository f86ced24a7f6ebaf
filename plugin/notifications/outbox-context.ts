import type { Logger } from '../logger.js'
import type { OutboxStore } from './outbox-store.js'

/** What delivering needs. */
export interface OutboxContext {
  readonly store: OutboxStore
  readonly logger: Logger
  /** Milliseconds since 1970. */
  readonly clock: () => number
}
