import assert from 'node:assert/strict'
import Database from 'better-sqlite3'
import { test } from 'node:test'
import { rememberStatements } from '../../../plugin/store/remember-statements.js'

const rows = "SELECT 1 AS one, NULL AS absent UNION ALL SELECT 2, x'ff'"
const found = [
  { one: 1, absent: null },
  { one: 2, absent: Buffer.from([0xff]) },
]

test('A statement is prepared once for a connection, and its rows are what the driver would have made', () => {
  const database = new Database(':memory:')
  rememberStatements(database)
  for (const sql of [rows, `/* oauth-app-kit */ ${rows}`]) {
    const statement = database.prepare(sql)
    assert.equal(database.prepare(sql), statement)
    assert.deepEqual(statement.all(), found)
    assert.deepEqual(statement.all(), found)
  }
  database.close()
})

test("A host's own statements keep every way of reading them", () => {
  const database = new Database(':memory:')
  rememberStatements(database)
  assert.deepEqual(database.prepare('SELECT 1 AS a').pluck().all(), [1])
  assert.deepEqual(database.prepare('SELECT 2 AS a').raw().all(), [[2]])
  assert.deepEqual(database.prepare(rows).get(), found[0])
  assert.deepEqual([...database.prepare(rows).iterate()], found)
  database.close()
})
