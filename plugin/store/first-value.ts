/**
 * The first column of the first row of a raw query, whose answer is an array of rows from better-sqlite3, `{rows}` from pg
 * and `[rows, fields]` from mysql2.
 */
export function firstValue(answer: unknown): unknown {
  const rows = isObject(answer) && 'rows' in answer ? answer.rows : answer
  const first: unknown = Array.isArray(rows) ? rows[0] : undefined
  const row: unknown = Array.isArray(first) ? first[0] : first
  return isObject(row) ? Object.values(row)[0] : undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
