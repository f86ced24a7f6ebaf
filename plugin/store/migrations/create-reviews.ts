import { createTable, type TableShape } from '../create-table.js'
import type { Dialect } from '../dialect.js'
import type { Tables } from '../tables.js'

/**
 * What waits for approval, or was rejected: one for each app at most. Where the app was approved, `changes` has the members
 * that would change; the icon among them is referred to here, too, so that it is there when somebody looks at it.
 */
const reviews: TableShape = {
  name: 'reviews',
  columns: {
    client_id: { type: 'id' },
    status: { type: 'keyword' },
    submitted_at: { type: 'time' },
    submitted_by_id: { type: 'id' },
    submitted_by_name: { type: 'text' },
    decided_at: { type: 'time', nullable: true },
    reason: { type: 'text', nullable: true },
    changes: { type: 'json', nullable: true },
    icon_id: { type: 'hash', nullable: true },
  },
  primaryKey: ['client_id'],
  indexes: { by_status: ['status', 'client_id'], by_icon: ['icon_id'] },
  references: [
    { column: 'client_id', table: 'apps', cascade: true },
    { column: 'icon_id', table: 'icons', cascade: false },
  ],
}

export function createReviews(dialect: Dialect, tables: Tables): string[] {
  return createTable(reviews, dialect, tables)
}
