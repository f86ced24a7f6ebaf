/** Far more than the store has statements; a host's own on the same connection may be any number. */
const most = 200

interface Preparing {
  prepare(sql: string): unknown
}

const remembering = new WeakSet<object>()

/** knex prepares a statement each time it runs it, which costs SQLite as much as running it: here each is prepared once. */
export function rememberStatements(connection: Preparing): void {
  if (remembering.has(connection)) return
  remembering.add(connection)
  const prepare = connection.prepare.bind(connection)
  const known = new Map<string, unknown>()
  connection.prepare = (sql) => {
    const statement = known.get(sql) ?? prepare(sql)
    // The order of a Map is that of insertion: the first is the one that was not used for longest.
    known.delete(sql)
    known.set(sql, statement)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return statement
  }
}
