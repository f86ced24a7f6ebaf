import type { Knex } from 'knex'
import type { NotificationLine } from '../notifications/notification-line.js'
import type { DeliveryRow, LineRow } from './database-rows.js'
import { tablesOf } from './tables.js'

/** A line, due at once for each of the channels. */
export async function insertLine(knex: Knex, line: NotificationLine, channels: readonly string[]): Promise<void> {
  await knex<LineRow>(tablesOf(knex)('outboxLines')).insert(toLineRow(line))
  const rows = channels.map((channel) => newDelivery(line.id, channel, line.at))
  await knex<DeliveryRow>(tablesOf(knex)('outboxDeliveries')).insert(rows)
}

/** The id of a delivery says which one it is, so that there is never a second one. */
export function newDelivery(lineId: string, channel: string, dueAt: number, target = '') {
  return {
    delivery_id: [lineId, channel, target].filter(Boolean).join('.'),
    line_id: lineId,
    channel,
    target,
    attempts: 0,
    due_at: dueAt,
  }
}

function toLineRow({ id, event, at, ...payload }: NotificationLine): LineRow {
  return { line_id: id, event, client_id: payload.app.client_id, at, payload: JSON.stringify(payload) }
}

export function toLine({ line_id, event, at, payload }: Omit<LineRow, 'client_id'>): NotificationLine {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the column holds what toLineRow wrote there
  const rest = JSON.parse(payload) as Omit<NotificationLine, 'id' | 'event' | 'at'>
  return { ...rest, id: line_id, event, at: Number(at) }
}

/** Lines of this moment or before, with their deliveries, but for those of which one is still on its way. */
export async function purgeLines(knex: Knex, until: number, limit: number): Promise<number> {
  const [lines, deliveries] = [tablesOf(knex)('outboxLines'), tablesOf(knex)('outboxDeliveries')]
  const ids = await knex<LineRow>(`${lines} as line`)
    .where('line.at', '<=', until)
    .whereNotExists(
      // One that has been due for as long belongs to a channel that there is no more.
      knex(`${deliveries} as delivery`)
        .whereRaw('?? = ??', ['delivery.line_id', 'line.line_id'])
        .where('delivery.due_at', '>', until)
        .select(knex.raw('1')),
    )
    .orderBy('line.at')
    .limit(limit)
    .pluck<string[]>('line.line_id')
  return ids.length === 0 ? 0 : knex<LineRow>(lines).whereIn('line_id', ids).delete()
}
