import type { Dialect } from '../dialect.js'
import type { Tables } from '../tables.js'
import { createApps } from './create-apps.js'
import { createAuthorization } from './create-authorization.js'
import { createOutbox } from './create-outbox.js'
import { createRegistration } from './create-registration.js'
import { createWebhooks } from './create-webhooks.js'
import { createReviews } from './create-reviews.js'
import { indexDeleted } from './index-deleted.js'
import { indexLists } from './index-lists.js'
import { createLimits } from './create-limits.js'

export interface Migration {
  /** Counts up; never given twice. */
  readonly id: number
  readonly name: string
  /** Statements that may each be run again: a process may end between any two of them. */
  statements(dialect: Dialect, tables: Tables): readonly string[]
}

export const migrations: readonly Migration[] = [
  { id: 1, name: 'create apps', statements: createApps },
  { id: 2, name: 'index lists', statements: indexLists },
  { id: 3, name: 'index deleted', statements: indexDeleted },
  { id: 4, name: 'create limits', statements: createLimits },
  { id: 5, name: 'create authorization', statements: createAuthorization },
  { id: 6, name: 'create registration', statements: createRegistration },
  { id: 7, name: 'create outbox', statements: createOutbox },
  { id: 8, name: 'create webhooks', statements: createWebhooks },
  { id: 9, name: 'create reviews', statements: createReviews },
]
