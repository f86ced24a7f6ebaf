import { createTable, type TableShape } from '../create-table.js'
import type { Dialect } from '../dialect.js'
import type { Tables } from '../tables.js'

/** Which app a caller's Idempotency-Key made. Without a reference to apps: a key outlives the app that it made. */
const idempotencyKeys: TableShape = {
  name: 'idempotencyKeys',
  columns: {
    principal_id: { type: 'id' },
    key_hash: { type: 'hash' },
    fingerprint: { type: 'hash' },
    client_id: { type: 'id' },
    created_at: { type: 'time' },
  },
  primaryKey: ['principal_id', 'key_hash'],
  indexes: { by_created: ['created_at'] },
}

/** A row to be locked by whoever is about to add to what a user or an organisation has. */
const quotaSubjects: TableShape = {
  name: 'quotaSubjects',
  columns: { subject: { type: 'keyword' }, subject_id: { type: 'id' } },
  primaryKey: ['subject', 'subject_id'],
}

/** How many requests a principal has made of those that a policy counts, until when. */
const rateCounters: TableShape = {
  name: 'rateCounters',
  columns: {
    policy: { type: 'keyword' },
    principal_id: { type: 'id' },
    used: { type: 'integer' },
    ends_at: { type: 'time' },
  },
  primaryKey: ['policy', 'principal_id'],
  indexes: { by_end: ['ends_at'] },
}

export function createLimits(dialect: Dialect, tables: Tables): string[] {
  return [idempotencyKeys, quotaSubjects, rateCounters].flatMap((table) => createTable(table, dialect, tables))
}
