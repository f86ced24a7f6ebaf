import { stringify } from 'csv-stringify/sync'
import type { EventFormat, EventPage } from '../contract/events.js'
import type { EventRecord } from '../registry/app-event.js'
import { presentEvent } from './present-event.js'

type Batches = AsyncIterable<readonly EventRecord[]>

interface EventFile {
  /** Where it is not JSON. RFC 4180 §3 has a parameter for files that name their columns. */
  readonly headers: Readonly<Record<string, string>>
  write(batches: Batches): AsyncGenerator<string>
}

/** The audit log as a file, written as it is read. */
export const eventFiles: Readonly<Record<EventFormat, EventFile>> = {
  csv: { headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' }, write: writeCsv },
  json: { headers: {}, write: writeJson },
}

/** What a row of the CSV file holds. */
export const eventColumns = ['time', 'action', 'actor_id', 'actor_name', 'member', 'before', 'after']

async function* writeCsv(batches: Batches): AsyncGenerator<string> {
  yield csvLines([eventColumns], { bom: true })
  for await (const batch of batches) yield csvLines(batch.flatMap(rowsOf))
}

/** A page that holds everything, so that it is read as any other page is. */
async function* writeJson(batches: Batches): AsyncGenerator<string> {
  yield '{"items":['
  let separator = '\n'
  for await (const batch of batches) {
    if (batch.length === 0) continue
    yield separator + batch.map((event) => JSON.stringify(presentEvent(event))).join(',\n')
    separator = ',\n'
  }
  yield `\n],"next_cursor":${JSON.stringify(null satisfies EventPage['next_cursor'])}}\n`
}

/**
 * Whoever names an app, or is an actor, chooses what a spreadsheet opens: what it would compute gets a `'` in front.
 *
 * @param bom begins with U+FEFF, without which Excel takes the file for one in the code page of its computer.
 */
function csvLines(rows: readonly (readonly string[])[], { bom = false } = {}): string {
  return stringify([...rows], { bom, escape_formulas: true, record_delimiter: 'windows', quote_record_delimiter: true })
}

/** A row for each member that changed, and one for a line that changed none. */
function rowsOf(event: EventRecord): string[][] {
  const { at, action, actor, changes } = presentEvent(event)
  const line = [at, action, actor.id, actor.name]
  const members = Object.entries(changes)
  if (members.length === 0) return [[...line, '', '', '']]
  return members.map(([member, { before, after }]) => [...line, member, cell(before), cell(after)])
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
