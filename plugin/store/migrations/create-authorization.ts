import { createTable, type TableShape } from '../create-table.js'
import type { Dialect } from '../dialect.js'
import type { Tables } from '../tables.js'

/** What people allowed apps. Without a reference to apps: what a deleted app was allowed rests with it. */
const grants: TableShape = {
  name: 'grants',
  columns: {
    grant_id: { type: 'id' },
    client_id: { type: 'id' },
    account_id: { type: 'id' },
    scopes: { type: 'json' },
    payload: { type: 'json' },
    created_at: { type: 'time' },
    expires_at: { type: 'time', nullable: true },
    last_used_at: { type: 'time', default: 0 },
  },
  primaryKey: ['grant_id'],
  indexes: {
    by_app: ['client_id', 'created_at', 'grant_id'],
    by_account: ['account_id', 'created_at', 'grant_id'],
    by_account_app: ['account_id', 'client_id'],
    by_expiry: ['expires_at'],
  },
}

/**
 * What an authorization server keeps until it expires: codes, tokens, sessions, interactions, and what must not be used
 * twice. Found by hashes of their values, which are nowhere here.
 */
const artifacts: TableShape = {
  name: 'artifacts',
  columns: {
    id_hash: { type: 'hash' },
    kind: { type: 'keyword' },
    lookup_hash: { type: 'hash', nullable: true },
    grant_id: { type: 'id', nullable: true },
    client_id: { type: 'id', nullable: true },
    payload: { type: 'json' },
    expires_at: { type: 'time', nullable: true },
    consumed_at: { type: 'time', nullable: true },
  },
  primaryKey: ['id_hash'],
  indexes: {
    by_grant: ['grant_id'],
    by_app: ['client_id'],
    by_lookup: ['lookup_hash'],
    by_expiry: ['expires_at'],
  },
}

export function createAuthorization(dialect: Dialect, tables: Tables): string[] {
  return [grants, artifacts].flatMap((table) => createTable(table, dialect, tables))
}
