import type { Knex } from 'knex'
import type { Logger } from '../logger.js'
import type { Dialect } from './dialect.js'
import { createMigrationsTable } from './migrations-table.js'
import { migrations } from './migrations/migrations.js'
import { runTransaction } from './run-transaction.js'
import { tablesOf } from './tables.js'

/** Milliseconds that processes starting together wait for the one that changes the tables. */
const patience = 60_000

/**
 * Brings the tables up to date. Any number of processes may do so at once, and each may end at any point: one works at a
 * time, its lock ends with its connection, and every statement may be run again. (MySQL commits each one by itself.)
 */
export async function migrate(knex: Knex, dialect: Dialect, logger: Logger): Promise<void> {
  await runTransaction(
    knex,
    async (transaction) => {
      await dialect.holdMigrationLock(transaction)
      try {
        await applyMissing(transaction, dialect, logger)
      } finally {
        await dialect.releaseMigrationLock(transaction)
      }
    },
    { milliseconds: patience },
  )
}

/** Whether there is nothing left for {@link migrate} to do. */
export async function isMigrated(knex: Knex): Promise<boolean> {
  if (!(await knex.schema.hasTable(tablesOf(knex)('migrations')))) return false
  const applied = await appliedIds(knex)
  return migrations.every(({ id }) => applied.has(id))
}

async function applyMissing(transaction: Knex.Transaction, dialect: Dialect, logger: Logger): Promise<void> {
  const tables = tablesOf(transaction)
  await transaction.raw(createMigrationsTable(dialect, tables))
  const applied = await appliedIds(transaction)
  for (const migration of migrations) {
    const { id, name } = migration
    if (applied.has(id)) continue
    for (const statement of migration.statements(dialect, tables)) {
      logger.debug?.({ migration: id, statement }, 'database.statement')
      await transaction.raw(statement)
    }
    await transaction(tables('migrations')).insert({ id, name, applied_at: Date.now() })
    logger.info({ migration: id, name, database: dialect.name }, 'database.migrated')
  }
}

async function appliedIds(knex: Knex): Promise<ReadonlySet<number>> {
  const rows = await knex<{ id: number }>(tablesOf(knex)('migrations')).select('id')
  return new Set(rows.map(({ id }) => id))
}
