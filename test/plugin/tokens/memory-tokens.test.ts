import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { MemoryTokens } from '../../support/memory-tokens.js'

/** Apps that are honoured; the authority asks for nothing of them but that they are there. */
const honoured = new Set<string>()
const registry = { findClient: (clientId: string) => Promise.resolve(honoured.has(clientId) ? clientId : null) }

describe('The authority that tests issue tokens with', () => {
  let tokens: MemoryTokens
  beforeEach(() => {
    // @ts-expect-error -- that there is an app is all that is looked at
    tokens = new MemoryTokens(() => registry)
    honoured.clear()
    for (const clientId of ['reader', 'writer']) honoured.add(clientId)
  })

  it('counts people, what they allowed, and tokens, for an app, a user and a grant', async () => {
    tokens.issue('reader', 'ada', ['files:read'])
    tokens.issue('reader', 'ada', ['files:read'])
    tokens.issue('reader', 'bob', ['files:read'])
    tokens.issue('writer', 'ada', ['files:write'])
    assert.deepEqual(await tokens.count({ clientId: 'reader' }), { users: 2, grants: 2, tokens: 3 })
    assert.deepEqual(await tokens.count({ userId: 'ada' }), { users: 1, grants: 2, tokens: 3 })
    assert.deepEqual(await tokens.count({ clientId: 'reader', userId: 'bob' }), { users: 1, grants: 1, tokens: 1 })
    assert.deepEqual(await tokens.count({ clientId: 'nobody' }), { users: 0, grants: 0, tokens: 0 })
  })

  it('takes a token only while its app is honoured, and counts it all the while', async () => {
    const token = tokens.issue('reader', 'ada')
    honoured.delete('reader')
    assert.equal(await tokens.isActive(token), false)
    assert.deepEqual(await tokens.count({ clientId: 'reader' }), { users: 1, grants: 1, tokens: 1 })
    honoured.add('reader')
    assert.equal(await tokens.isActive(token), true)
  })

  it('revokes for good what is selected and nothing else, and the second time nothing', async () => {
    const [gone, stays] = [tokens.issue('reader', 'ada'), tokens.issue('writer', 'ada')]
    assert.deepEqual(await tokens.revoke({ clientId: 'reader' }), { users: 1, grants: 1, tokens: 1 })
    assert.deepEqual(await tokens.revoke({ clientId: 'reader' }), { users: 0, grants: 0, tokens: 0 })
    assert.equal(await tokens.isActive(gone), false)
    assert.equal(await tokens.isActive(stays), true)
  })

  it('lists grants page by page, the newest first', async () => {
    for (const user of ['ada', 'bob', 'cyd']) tokens.issue('reader', user, ['files:read'])
    const first = await tokens.list({ clientId: 'reader' }, { limit: 2 })
    assert.deepEqual(
      first.items.map(({ user }) => user.id),
      ['cyd', 'bob'],
    )
    assert.ok(first.next_cursor)
    const second = await tokens.list({ clientId: 'reader' }, { limit: 2, cursor: first.next_cursor })
    assert.deepEqual(
      second.items.map(({ user }) => user.id),
      ['ada'],
    )
    assert.equal(second.next_cursor, null)
  })

  it('narrows what a grant is good for, and adds nothing to it', async () => {
    const token = tokens.issue('reader', 'ada', ['files:read', 'files:write'])
    const { items } = await tokens.list({ userId: 'ada' }, { limit: 1 })
    await tokens.narrow(items[0]?.id ?? '', ['files:read', 'admin'])
    assert.deepEqual(await tokens.scopesOf(token), ['files:read'])
  })
})
