import type { Knex } from 'knex'

const tableNames = {
  apps: 'apps',
  artifacts: 'artifacts',
  events: 'events',
  grants: 'grants',
  iconImages: 'icon_images',
  icons: 'icons',
  idempotencyKeys: 'idempotency_keys',
  migrations: 'migrations',
  origins: 'origins',
  outboxDeliveries: 'outbox_deliveries',
  outboxLines: 'outbox_lines',
  quotaSubjects: 'quota_subjects',
  rateCounters: 'rate_counters',
  registrationTokens: 'registration_tokens',
  secretNotices: 'secret_notices',
  reviews: 'reviews',
  secrets: 'secrets',
  webhookDeliveries: 'webhook_deliveries',
  webhookSecrets: 'webhook_secrets',
  webhooks: 'webhooks',
  words: 'words',
} as const

export type TableName = keyof typeof tableNames

/** Begins the name of every table, so that they are told from the host's own. */
export const defaultTablePrefix = 'oauth_app_kit_'

/** What the tables are called in a database. */
export type Tables = (name: TableName) => string

const param = 'oauthAppKitTablePrefix'

/**
 * The same connections, for the tables with this prefix; the transactions that it begins know it too. Where a statement
 * fails, its error has placeholders and no values, which do not belong into a log: hashes of secrets are among them.
 */
export function withTablePrefix(knex: Knex, prefix: string): Knex {
  const own = knex.withUserParams({ ...knex.userParams, [param]: prefix })
  // A copy: of the host's own statements, the host decides.
  const client: unknown = own.client
  if (hasConfig(client)) client.config.compileSqlOnError = false
  return own
}

function hasConfig(client: unknown): client is { readonly config: Knex.Config } {
  return typeof client === 'object' && client !== null && 'config' in client
}

/** The tables of an instance that {@link withTablePrefix} made, or of one of its transactions. */
export function tablesOf(knex: Knex): Tables {
  const prefix: unknown = knex.userParams[param]
  if (typeof prefix !== 'string') throw new TypeError('This knex instance does not know the prefix of the tables')
  return (name) => prefix + tableNames[name]
}
