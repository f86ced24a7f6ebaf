import type { Knex } from 'knex'
import type { Icon, IconImage } from '../icons/icon-processor.js'
import { tablesOf } from './tables.js'

interface IconImageRow {
  readonly scale: IconImage['scale']
  readonly type: IconImage['type']
  readonly bytes: Buffer
}

/** Keeps an icon once, however many apps show it; its row stays locked, so that nobody removes it before it is used. */
export async function keepIcon(knex: Knex, { id, images }: Icon, now: number): Promise<void> {
  const icon = { icon_id: id, scales: JSON.stringify(images.map(({ scale }) => scale)), created_at: now }
  await knex(tablesOf(knex)('icons')).insert(icon).onConflict('icon_id').merge(['scales'])
  const rows = images.map(({ scale, type, bytes }) => ({ icon_id: id, scale, type, bytes: Buffer.from(bytes) }))
  await knex(tablesOf(knex)('iconImages')).insert(rows).onConflict(['icon_id', 'scale']).ignore()
}

/** Removes an icon that no app shows any more, or is to show. */
export async function dropIconIfUnused(knex: Knex, id: string): Promise<void> {
  // The lock first: whoever is about to use the icon has it until their app says so.
  await knex(tablesOf(knex)('icons')).where('icon_id', id).update({ icon_id: id })
  await knex(tablesOf(knex)('icons'))
    .where('icon_id', id)
    .whereNotExists(knex.select('client_id').from(tablesOf(knex)('apps')).where('icon_id', id))
    .whereNotExists(knex.select('client_id').from(tablesOf(knex)('reviews')).where('icon_id', id))
    .delete()
}

export async function findIcon(knex: Knex, id: string, scale: number): Promise<IconImage | null> {
  const row = await knex(tablesOf(knex)('iconImages'))
    .where({ icon_id: id, scale })
    .first<IconImageRow | undefined>('scale', 'type', 'bytes')
  return row ? { scale: row.scale, type: row.type, bytes: row.bytes } : null
}
