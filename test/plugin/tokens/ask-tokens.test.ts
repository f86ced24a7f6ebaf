import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { countTokens } from '../../../plugin/registry/ask-tokens.js'
import { MemoryTokens } from '../../support/memory-tokens.js'

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined }
const unavailable = { code: 'unavailable', retryAfter: 5 }

/** An authority at a time that the test moves. */
function authority(test: TestContext) {
  const tokens = new MemoryTokens(() => ({ findClient: () => Promise.resolve(null) }))
  test.mock.timers.enable({ apis: ['setTimeout', 'Date'] })
  const later = (milliseconds: number): void => {
    test.mock.timers.tick(milliseconds)
  }
  return { tokens, later }
}

describe('An authority over tokens', () => {
  it('is taken for one that does not know after five seconds, and not before', async (test) => {
    const { tokens, later } = authority(test)
    tokens.fail('silence')
    const refused = assert.rejects(countTokens({ tokens, logger }, 'reader'), unavailable)
    later(4999)
    const laterTurn = new Promise((resolve) => setImmediate(resolve, 'waiting'))
    const soFar = Promise.race([refused.then(() => 'refused'), laterTurn])
    assert.equal(await soFar, 'waiting')
    later(1)
    await refused
  })

  it('is not waited for again until five seconds later', async (test) => {
    const { tokens, later } = authority(test)
    tokens.fail('silence')
    const refused = assert.rejects(countTokens({ tokens, logger }, 'reader'), unavailable)
    later(5000)
    await refused
    tokens.recover()
    await assert.rejects(countTokens({ tokens, logger }, 'writer'), unavailable)
    later(5000)
    assert.deepEqual(await countTokens({ tokens, logger }, 'writer'), { users: 0, grants: 0, tokens: 0 })
  })
})
