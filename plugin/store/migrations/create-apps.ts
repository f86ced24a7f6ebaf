import { createTable, type TableShape } from '../create-table.js'
import type { Dialect } from '../dialect.js'
import type { Tables } from '../tables.js'

const icons: TableShape = {
  name: 'icons',
  columns: {
    icon_id: { type: 'hash' },
    scales: { type: 'json' },
    created_at: { type: 'time' },
  },
  primaryKey: ['icon_id'],
}

const iconImages: TableShape = {
  name: 'iconImages',
  columns: {
    icon_id: { type: 'hash' },
    scale: { type: 'integer' },
    type: { type: 'keyword' },
    bytes: { type: 'bytes' },
  },
  primaryKey: ['icon_id', 'scale'],
  references: [{ column: 'icon_id', table: 'icons', cascade: true }],
}

const apps: TableShape = {
  name: 'apps',
  columns: {
    client_id: { type: 'id' },
    version: { type: 'integer' },
    client_name: { type: 'text' },
    name_sort: { type: 'sort_key' },
    description: { type: 'text' },
    client_uri: { type: 'text', nullable: true },
    policy_uri: { type: 'text', nullable: true },
    tos_uri: { type: 'text', nullable: true },
    icon_id: { type: 'hash', nullable: true },
    application_type: { type: 'keyword' },
    token_endpoint_auth_method: { type: 'keyword' },
    grant_types: { type: 'json' },
    redirect_uris: { type: 'json' },
    allowed_origins: { type: 'json' },
    scopes: { type: 'json' },
    contacts: { type: 'json' },
    jwks: { type: 'json', nullable: true },
    status: { type: 'keyword' },
    status_reason: { type: 'text', nullable: true },
    organization_id: { type: 'id', nullable: true },
    created_by_id: { type: 'id' },
    created_by_name: { type: 'text' },
    created_at: { type: 'time' },
    updated_at: { type: 'time' },
    // 0 is never: databases do not agree on where NULL stands in an order.
    last_used_at: { type: 'time', default: 0 },
    deleted_at: { type: 'time', nullable: true },
  },
  primaryKey: ['client_id'],
  indexes: {
    by_created: ['created_at', 'client_id'],
    by_updated: ['updated_at', 'client_id'],
    by_used: ['last_used_at', 'client_id'],
    by_name: ['name_sort', 'client_id'],
    by_org_created: ['organization_id', 'created_at', 'client_id'],
    by_org_name: ['organization_id', 'name_sort', 'client_id'],
    by_owner_created: ['created_by_id', 'created_at', 'client_id'],
    by_owner_name: ['created_by_id', 'name_sort', 'client_id'],
    by_icon: ['icon_id'],
  },
  references: [{ column: 'icon_id', table: 'icons', cascade: false }],
}

const secrets: TableShape = {
  name: 'secrets',
  columns: {
    secret_id: { type: 'id' },
    client_id: { type: 'id' },
    hash: { type: 'hash' },
    pepper_id: { type: 'id', nullable: true },
    name: { type: 'text' },
    hint: { type: 'keyword' },
    created_at: { type: 'time' },
    expires_at: { type: 'time', nullable: true },
    last_used_at: { type: 'time', default: 0 },
  },
  primaryKey: ['secret_id'],
  indexes: { by_app: ['client_id', 'created_at'] },
  references: [{ column: 'client_id', table: 'apps', cascade: true }],
}

/** Which apps allow an origin: an origin is longer than an index takes, so its hash is looked up. */
const origins: TableShape = {
  name: 'origins',
  columns: { origin_hash: { type: 'hash' }, client_id: { type: 'id' }, origin: { type: 'text' } },
  primaryKey: ['origin_hash', 'client_id'],
  indexes: { by_app: ['client_id'] },
  references: [{ column: 'client_id', table: 'apps', cascade: true }],
}

/** The words of every name, with whose they are, so that a search reads only rows that the caller may see. */
const words: TableShape = {
  name: 'words',
  columns: {
    client_id: { type: 'id' },
    word: { type: 'word' },
    organization_id: { type: 'id', nullable: true },
    created_by_id: { type: 'id' },
  },
  primaryKey: ['client_id', 'word'],
  indexes: {
    by_word: ['word', 'client_id'],
    by_org_word: ['organization_id', 'word', 'client_id'],
    by_owner_word: ['created_by_id', 'word', 'client_id'],
  },
  references: [{ column: 'client_id', table: 'apps', cascade: true }],
}

/** Without a reference to apps: what was done to an app is still to be read when it is gone. */
const events: TableShape = {
  name: 'events',
  columns: {
    event_id: { type: 'sequence' },
    client_id: { type: 'id' },
    organization_id: { type: 'id', nullable: true },
    action: { type: 'keyword' },
    actor_id: { type: 'id' },
    actor_name: { type: 'text' },
    at: { type: 'time' },
    changes: { type: 'json' },
  },
  indexes: { by_app: ['client_id', 'event_id'], by_org: ['organization_id', 'event_id'] },
}

export function createApps(dialect: Dialect, tables: Tables): string[] {
  return [icons, iconImages, apps, secrets, origins, words, events].flatMap((table) =>
    createTable(table, dialect, tables),
  )
}
