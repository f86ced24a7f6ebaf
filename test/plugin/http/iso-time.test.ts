import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoTime } from '../../../plugin/http/iso-time.js'

const day = 24 * 60 * 60 * 1000

test('A time is written as Date writes it, around every midnight and in any order', () => {
  const edges = [-1, 0, 1, 999, 1000, 59_999, 60_000, 3_599_999, 3_600_000, day - 1]
  const days = [0, 59, 60, 11_016, 20_000, -1, -719_528, 2_932_896, 20_000, 19_999]
  for (const today of days) {
    for (const edge of edges) {
      const timestamp = today * day + edge
      assert.equal(isoTime(timestamp), new Date(timestamp).toISOString())
    }
  }
})

test('What is no time is refused, as by Date', () => {
  assert.throws(() => isoTime(Number.NaN), RangeError)
  assert.throws(() => isoTime(9e15), RangeError)
})
