import { marked } from './sql.js'

/** Far more than the store has statements; a host's own on the same connection may be any number. */
const most = 200

interface Preparing {
  prepare(sql: string): unknown
}

interface Statement {
  all(...values: unknown[]): unknown[]
  raw(toggle: boolean): unknown
  columns(): { readonly name: string }[]
}

const remembering = new WeakSet<object>()

/** knex prepares a statement each time it runs it, which costs SQLite as much as running it: here each is prepared once. */
export function rememberStatements(connection: Preparing): void {
  if (remembering.has(connection)) return
  remembering.add(connection)
  const prepare = connection.prepare.bind(connection)
  const known = new Map<string, unknown>()
  connection.prepare = (sql) => {
    const statement = known.get(sql) ?? prepared(prepare(sql), sql)
    // The order of a Map is that of insertion: the first is the one that was not used for longest.
    known.delete(sql)
    known.set(sql, statement)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return statement
  }
}

function prepared(statement: unknown, sql: string): unknown {
  // Nobody else runs what is marked, and what it selects is named: it may answer in a way of its own.
  if (marked(sql) && isStatement(statement)) assembleRows(statement)
  return statement
}

/**
 * Makes objects of rows here. The driver sets each member of each object across the border between C++ and JavaScript: a
 * page of the list takes it 0.18 ms, and half of that with rows as arrays.
 */
function assembleRows(statement: Statement): void {
  const names = statement.columns().map(({ name }) => name)
  const all = statement.all.bind(statement)
  statement.raw(true)
  statement.all = (...values) => all(...values).map((cells) => rowOf(names, cells))
}

function rowOf(names: readonly string[], cells: unknown): unknown {
  const values: readonly unknown[] = Array.isArray(cells) ? cells : []
  const row: Record<string, unknown> = {}
  for (const [index, name] of names.entries()) row[name] = values[index]
  return row
}

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'all' in value && 'raw' in value && 'columns' in value
}
