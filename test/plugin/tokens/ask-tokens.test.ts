import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countTokens } from '../../../plugin/registry/ask-tokens.js'
import { MemoryTokens } from '../../support/memory-tokens.js'

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe('An authority over tokens', () => {
  it('is taken for one that does not know after five seconds, and not before', async (test) => {
    const tokens = new MemoryTokens(() => ({ findClient: () => Promise.resolve(null) }))
    tokens.fail('silence')
    test.mock.timers.enable({ apis: ['setTimeout'] })
    const asked = countTokens({ tokens, logger }, 'reader')
    const refused = assert.rejects(asked, { code: 'unavailable', retryAfter: 5 })
    test.mock.timers.tick(4999)
    const laterTurn = new Promise((resolve) => setImmediate(resolve, 'waiting'))
    const soFar = Promise.race([refused.then(() => 'refused'), laterTurn])
    assert.equal(await soFar, 'waiting')
    test.mock.timers.tick(1)
    await refused
  })
})
