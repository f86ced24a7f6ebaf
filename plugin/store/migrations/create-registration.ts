import { createTable, type TableShape } from '../create-table.js'
import type { Dialect } from '../dialect.js'
import type { Tables } from '../tables.js'

/** With what an app that registered itself may change its registration (RFC 7592): one token each, as a hash. */
const registrationTokens: TableShape = {
  name: 'registrationTokens',
  columns: {
    client_id: { type: 'id' },
    hash: { type: 'hash' },
    pepper_id: { type: 'id', nullable: true },
    created_at: { type: 'time' },
  },
  primaryKey: ['client_id'],
  references: [{ column: 'client_id', table: 'apps', cascade: true }],
}

export function createRegistration(dialect: Dialect, tables: Tables): string[] {
  return createTable(registrationTokens, dialect, tables)
}
