import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ProblemError } from '../../../plugin/problem-error.js'
import { mountPath, openPortal, type PortalOptions } from './portal.js'

const apps = `${mountPath}/apps`

/** What a portal with these options answers to a plain GET, and what its log got of it. */
async function ask(options: PortalOptions) {
  const portal = await openPortal(options)
  const answer = await portal.as('admin').get(apps)
  await portal.close()
  return { answer, logged: portal.log.filter((line) => line.includes('could not answer')) }
}

describe('A fault of the server', () => {
  it('is answered without a word of it, and logged once under the number in the answer', async () => {
    const { answer, logged } = await ask({
      authenticate: () => Promise.reject(new Error('connect ECONNREFUSED redis.internal:6379')),
    })
    assert.equal(answer.status, 500)
    assert.equal(answer.body.code, 'internal')
    assert.match(answer.body.instance, /^urn:uuid:[0-9a-f-]{36}$/)
    assert.ok(!answer.text.includes('redis'))
    assert.equal(logged.length, 1)
    assert.ok(logged[0]?.includes(answer.body.instance))
    assert.match(logged[0] ?? '', /redis\.internal[^]*\n\s+at /)
  })

  it('in a sign-in that throws at once is the same', async () => {
    const { answer } = await ask({
      authenticate: () => {
        throw new TypeError('x is not a function')
      },
    })
    assert.equal(answer.status, 500)
  })

  it('is 503 with a time to come back where the sign-in says so', async () => {
    const { answer, logged } = await ask({
      authenticate: () => {
        throw new ProblemError('unavailable', { retryAfter: 2.5 })
      },
    })
    assert.equal(answer.status, 503)
    assert.equal(answer.headers['retry-after'], '3')
    assert.deepEqual(logged, [])
  })

  it('is a sign-in that returns something else than a principal', async () => {
    for (const principal of [
      {},
      { id: 7, name: 'x', organizations: [] },
      { id: '', name: 'x', organizations: [] },
      'admin',
      { id: 'x', name: 'x', organizations: 'acme' },
      { id: 'x', name: 'x', organizations: [null] },
      { id: 'x', name: 'x', organizations: [{ id: 0, name: 'Zero', role: 'owner' }] },
      { id: 'x', name: 'x', organizations: [{ id: 'acme', name: 'Acme' }] },
      { id: 'x', name: 'x', organizations: [], administrator: 'false' },
    ]) {
      // @ts-expect-error -- a host in plain JavaScript may return anything
      const { answer, logged } = await ask({ authenticate: () => principal })
      assert.equal(answer.status, 500)
      assert.match(logged[0] ?? '', /authenticate\(\) must return/)
    }
  })

  it('is not a sign-in that knows nobody, in whichever way it says so', async () => {
    for (const nobody of [null, undefined]) {
      const { answer, logged } = await ask({ authenticate: () => nobody })
      assert.equal(answer.status, 401)
      assert.deepEqual(logged, [])
    }
  })
})
