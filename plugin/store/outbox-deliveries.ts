import type { Knex } from 'knex'
import type { ClaimedDelivery, ClaimQuery, DeliveryEnding, ParkedDelivery } from '../notifications/outbox-store.js'
import type { DeliveryRow, LineRow } from './database-rows.js'
import type { Dialect } from './dialect.js'
import { newDelivery, toLine } from './outbox-lines.js'
import { tablesOf } from './tables.js'

type DueQuery = Pick<ClaimQuery, 'channel' | 'now'>

/** Whether it is worth while to claim. */
export async function isAnyDue(knex: Knex, query: DueQuery): Promise<boolean> {
  return (await due(knex, query).first('delivery_id')) !== undefined
}

/** Claims deliveries that nobody else is about to claim. */
export async function claimDeliveries(
  knex: Knex,
  dialect: Dialect,
  { channel, now, leaseUntil, limit }: ClaimQuery,
  claim: string,
): Promise<ClaimedDelivery[]> {
  const table = tablesOf(knex)('outboxDeliveries')
  // A write that changes nothing: without row locks, it locks the database before anything is read.
  if (dialect.rowLocks === 'none') await knex(table).where('delivery_id', '').delete()
  const found = due(knex, { channel, now }).orderBy('due_at').limit(limit)
  if (dialect.rowLocks !== 'none') void found.forUpdate()
  if (dialect.rowLocks === 'skip') void found.skipLocked()
  const ids = await found.pluck<string[]>('delivery_id')
  if (ids.length === 0) return []
  await knex(table)
    .whereIn('delivery_id', ids)
    .update({
      claim,
      due_at: leaseUntil,
      attempts: knex.raw('?? + 1', ['attempts']),
      tried_at: knex.raw('COALESCE(??, ?)', ['tried_at', now]),
    })
  const rows = await knex(`${table} as delivery`)
    .join(`${tablesOf(knex)('outboxLines')} as line`, 'line.line_id', 'delivery.line_id')
    .whereIn('delivery.delivery_id', ids)
    .orderBy(['line.at', 'delivery.delivery_id'])
    .select<(DeliveryRow & LineRow)[]>('delivery.*', 'line.event', 'line.at', 'line.payload')
  return rows.map((row) => ({
    id: row.delivery_id,
    channel,
    line: toLine(row),
    target: row.target,
    attempt: row.attempts,
    triedAt: Number(row.tried_at ?? now),
    claim,
  }))
}

/** Answers whether the claim still held. */
export async function settleDelivery(
  knex: Knex,
  { id, claim }: Pick<ClaimedDelivery, 'id' | 'claim'>,
  ending: DeliveryEnding,
): Promise<boolean> {
  const { reason } = ending
  const changed = await knex<DeliveryRow>(tablesOf(knex)('outboxDeliveries'))
    .where({ delivery_id: id, claim })
    .update(
      'dueAt' in ending
        ? { claim: null, due_at: ending.dueAt, reason }
        : { claim: null, due_at: null, reason, outcome: ending.outcome, settled_at: ending.at },
    )
  return changed === 1
}

export async function splitDelivery(
  knex: Knex,
  delivery: ClaimedDelivery,
  targets: readonly string[],
  at: number,
): Promise<void> {
  if (!(await settleDelivery(knex, delivery, { outcome: 'split', reason: null, at }))) return
  if (targets.length === 0) return
  const rows = targets.map((target) => newDelivery(delivery.line.id, delivery.channel, at, target))
  await knex<DeliveryRow>(tablesOf(knex)('outboxDeliveries')).insert(rows).onConflict('delivery_id').ignore()
}

export async function findParkedDeliveries(knex: Knex, limit: number): Promise<ParkedDelivery[]> {
  const rows = await knex(`${tablesOf(knex)('outboxDeliveries')} as delivery`)
    .join(`${tablesOf(knex)('outboxLines')} as line`, 'line.line_id', 'delivery.line_id')
    .where('delivery.outcome', 'parked')
    .orderBy('delivery.settled_at', 'desc')
    .limit(limit)
    .select<(DeliveryRow & LineRow)[]>('delivery.*', 'line.event', 'line.client_id')
  return rows.map((row) => ({
    id: row.delivery_id,
    channel: row.channel,
    target: row.target,
    event: row.event,
    client_id: row.client_id,
    attempts: row.attempts,
    parked_at: Number(row.settled_at),
    reason: row.reason ?? '',
  }))
}

/** Begins one that is settled anew, with a day of its own. */
export async function retryDelivery(knex: Knex, deliveryId: string, at: number): Promise<boolean> {
  const changed = await knex<DeliveryRow>(tablesOf(knex)('outboxDeliveries'))
    .where('delivery_id', deliveryId)
    .whereNotNull('settled_at')
    .update({ attempts: 0, tried_at: null, due_at: at, outcome: null, reason: null, settled_at: null })
  return changed === 1
}

function due(knex: Knex, { channel, now }: DueQuery) {
  return knex<DeliveryRow>(tablesOf(knex)('outboxDeliveries')).where('channel', channel).where('due_at', '<=', now)
}
