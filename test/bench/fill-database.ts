import type { Knex } from 'knex'
import { toAppRow } from '../../plugin/store/app-rows.js'
import { searchWords } from '../../plugin/store/fold-text.js'
import type { DatabaseKind } from '../support/databases.js'
import { clientId, sampleApp } from './sample-apps.js'

type Row = Readonly<Record<string, string | number | null>>
type KindName = DatabaseKind['name']

const tables = ['apps', 'words', 'secrets'].map((name) => `oauth_app_kit_${name}`)
const rowsAtOnce = 2000

/**
 * Fills an empty, migrated database as fast as it goes: the indexes are made afterwards, and the planner is told what
 * there is, as it would find out by itself within minutes. SQLite is told nothing, since there nobody tells it.
 */
export async function fillDatabase(knex: Knex, kind: KindName, count: number): Promise<void> {
  const indexes = await indexesOf(knex, kind)
  for (const { drop } of indexes) await knex.raw(drop)
  const write = await writer(knex, kind)
  const order = Array.from({ length: count }, (_, index) => index)
  // InnoDB keeps a table in the order of its key: any other order would read and write each page again and again.
  if (kind === 'MariaDB') sortByClientId(order)
  for (let from = 0; from < count; from += rowsAtOnce) {
    const batch = order.slice(from, from + rowsAtOnce).map((index) => rowsOf(index, count))
    await write(
      batch.flatMap(({ app }) => app),
      'oauth_app_kit_apps',
    )
    await write(
      batch.flatMap(({ words }) => words),
      'oauth_app_kit_words',
    )
    await write(
      batch.flatMap(({ secrets }) => secrets),
      'oauth_app_kit_secrets',
    )
  }
  await write([], '')
  for (const { create } of indexes) await knex.raw(create)
  if (kind === 'PostgreSQL') for (const table of tables) await knex.raw(`VACUUM ANALYZE ${table}`)
  if (kind === 'MariaDB') for (const table of tables) await knex.raw(`ANALYZE TABLE ${table}`)
}

function rowsOf(index: number, count: number): { app: Row[]; words: Row[]; secrets: Row[] } {
  const { app, lastUsedAt, deletedAt, secretExpiresAt } = sampleApp(index, count)
  const { client_id, organization_id, created_by } = app
  const found = new Set([...searchWords(app.client_name), client_id])
  const secret = {
    secret_id: `secret-${client_id}`,
    client_id,
    hash: client_id.padEnd(64, '0'),
    pepper_id: null,
    name: '',
    hint: 'abcd',
    created_at: app.created_at,
    expires_at: secretExpiresAt === 'never' ? null : secretExpiresAt,
    last_used_at: 0,
  }
  return {
    app: [{ ...toAppRow(app), status_reason: null, last_used_at: lastUsedAt, deleted_at: deletedAt }],
    words: [...found].map((word) => ({ client_id, word, organization_id, created_by_id: created_by.id })),
    secrets: secretExpiresAt === null ? [] : [secret],
  }
}

function sortByClientId(order: number[]): void {
  const ids = order.map(clientId)
  order.sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1))
}

type Writer = (rows: readonly Row[], table: string) => Promise<void>

/** Writes rows by the fastest way that the driver has; no rows end it. */
async function writer(knex: Knex, kind: KindName): Promise<Writer> {
  if (kind === 'SQLite') {
    const connection = await knex.client.acquireConnection()
    for (const pragma of ['synchronous = OFF', 'cache_size = -1000000', 'foreign_keys = OFF']) connection.pragma(pragma)
    connection.exec('BEGIN')
    return async (rows, table) => {
      const [first] = rows
      if (first) {
        const columns = Object.keys(first)
        const insert = connection.prepare(
          `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`,
        )
        for (const row of rows) insert.run(Object.values(row))
      } else {
        connection.exec('COMMIT')
        for (const pragma of ['synchronous = FULL', 'cache_size = -2000', 'foreign_keys = ON'])
          connection.pragma(pragma)
        await knex.client.releaseConnection(connection)
      }
    }
  }
  if (kind === 'PostgreSQL') {
    for (const table of tables) await knex.raw(`ALTER TABLE ${table} DISABLE TRIGGER ALL`)
    return async (rows, table) => {
      if (rows.length === 0) for (const name of tables) await knex.raw(`ALTER TABLE ${name} ENABLE TRIGGER ALL`)
      const insert = `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, ?::json)`
      if (rows.length > 0) await knex.raw(insert, [JSON.stringify(rows)])
    }
  }
  return async (rows, table) => {
    const [first] = rows
    if (!first) return
    const connection = await knex.client.acquireConnection()
    const values = rows.map((row) => Object.values(row))
    await connection.promise().query('SET SESSION foreign_key_checks = 0, unique_checks = 0')
    await connection.promise().query(`INSERT INTO ${table} (${Object.keys(first).join()}) VALUES ?`, [values])
    await connection.promise().query('SET SESSION foreign_key_checks = 1, unique_checks = 1')
    await knex.client.releaseConnection(connection)
  }
}

interface Index {
  readonly drop: string
  readonly create: string
}

/** The indexes that can be made later: not those of keys, nor (in InnoDB) those that a foreign key needs. */
async function indexesOf(knex: Knex, kind: KindName): Promise<Index[]> {
  const list = tables.map((table) => `'${table}'`).join(', ')
  if (kind === 'SQLite') {
    const made = `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${list})`
    return (await knex.raw(made)).map(({ name, sql }: { name: string; sql: string }) => ({
      drop: `DROP INDEX ${name}`,
      create: sql,
    }))
  }
  if (kind === 'PostgreSQL') {
    const made = `SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN (${list}) AND indexname NOT LIKE '%_pkey'`
    return (await knex.raw(made)).rows.map(({ indexname, indexdef }: { indexname: string; indexdef: string }) => ({
      drop: `DROP INDEX ${indexname}`,
      create: indexdef,
    }))
  }
  const made = `SELECT table_name AS tbl, index_name AS name, GROUP_CONCAT(column_name ORDER BY seq_in_index) AS columns
    FROM information_schema.statistics
    WHERE table_schema = DATABASE() AND table_name IN (${list}) AND index_name <> 'PRIMARY'
      AND index_name NOT LIKE '%by_app' AND index_name NOT LIKE '%by_icon'
    GROUP BY table_name, index_name`
  const [rows] = await knex.raw(made)
  return rows.map(({ tbl, name, columns }: { tbl: string; name: string; columns: string }) => ({
    drop: `DROP INDEX ${name} ON ${tbl}`,
    create: `CREATE INDEX ${name} ON ${tbl} (${columns})`,
  }))
}
