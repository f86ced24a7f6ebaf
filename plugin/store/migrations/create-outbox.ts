import { createTable, type TableShape } from '../create-table.js'
import type { Dialect } from '../dialect.js'
import type { Tables } from '../tables.js'

/** What happened, for whoever is to be told. Without a reference to apps: that one is deleted is told when it is gone. */
const lines: TableShape = {
  name: 'outboxLines',
  columns: {
    line_id: { type: 'id' },
    event: { type: 'keyword' },
    client_id: { type: 'id' },
    at: { type: 'time' },
    payload: { type: 'json' },
  },
  primaryKey: ['line_id'],
  indexes: { by_at: ['at'] },
}

/**
 * A line on its way to one channel. `due_at` is when it is attempted next, and moves into the future with each claim: what
 * nobody settles is due again. It is empty once the delivery is settled.
 */
const deliveries: TableShape = {
  name: 'outboxDeliveries',
  columns: {
    delivery_id: { type: 'id' },
    line_id: { type: 'id' },
    channel: { type: 'keyword' },
    target: { type: 'id' },
    attempts: { type: 'integer' },
    tried_at: { type: 'time', nullable: true },
    due_at: { type: 'time', nullable: true },
    claim: { type: 'id', nullable: true },
    outcome: { type: 'keyword', nullable: true },
    reason: { type: 'text', nullable: true },
    settled_at: { type: 'time', nullable: true },
  },
  primaryKey: ['delivery_id'],
  indexes: {
    by_due: ['channel', 'due_at'],
    by_line: ['line_id'],
    by_outcome: ['outcome', 'settled_at'],
  },
  references: [{ column: 'line_id', table: 'outboxLines', cascade: true }],
}

/** Of which secrets it has been told that they are about to end. */
const secretNotices: TableShape = {
  name: 'secretNotices',
  columns: { secret_id: { type: 'id' }, noticed_at: { type: 'time' } },
  primaryKey: ['secret_id'],
  references: [{ column: 'secret_id', table: 'secrets', cascade: true }],
}

export function createOutbox(dialect: Dialect, tables: Tables): string[] {
  return [lines, deliveries, secretNotices].flatMap((table) => createTable(table, dialect, tables))
}
