import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppListQuerySchema } from '../../plugin/contract/app-list.js'
import { AppInputSchema, AppWithSecretSchema } from '../../plugin/contract/app.js'
import { readInput } from '../../plugin/contract/read-input.js'

function read(json: string) {
  return readInput(AppInputSchema, JSON.parse(json), { answer: AppWithSecretSchema })
}

test('sound members are read although others are not, and every fault is found', () => {
  const { members, faults } = read(
    '{"client_name": 5, "description": "d", "redirect_uris": ["a", 7], "application_type": "x", "scopes": ["s"]}',
  )
  assert.deepEqual(members, { description: 'd', scopes: ['s'] })
  assert.deepEqual(faults, [
    { pointer: '/client_name', code: 'wrong_type', expected: 'string' },
    { pointer: '/application_type', code: 'not_allowed', allowed: ['web', 'native'] },
    { pointer: '/redirect_uris/1', code: 'wrong_type', expected: 'string' },
  ])
})

test('unknown members and those that the server sets are refused by name', () => {
  assert.deepEqual(read('{"client_id": "x", "secrets": [], "a/b~c": 1}').faults, [
    { pointer: '/client_id', code: 'server_set_member' },
    { pointer: '/secrets', code: 'server_set_member' },
    { pointer: '/a~1b~0c', code: 'unknown_member' },
  ])
})

test('no key of the caller reaches a prototype', () => {
  const { members, faults } = read('{"__proto__": {"polluted": true}, "constructor": 1}')
  assert.deepEqual(members, {})
  assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false)
  assert.deepEqual(faults, [
    { pointer: '/__proto__', code: 'unknown_member' },
    { pointer: '/constructor', code: 'unknown_member' },
  ])
})

test('an inherited member is not a given one', () => {
  assert.deepEqual(readInput(AppInputSchema, Object.create({ client_name: 'inherited' })).members, {})
})

for (const body of ['[]', '"text"', 'null', '1']) {
  test(`a body that is ${body} is one fault as a whole`, () => {
    assert.deepEqual(read(body), { members: {}, faults: [{ pointer: '', code: 'wrong_type', expected: 'object' }] })
  })
}

test('null takes away what may be taken away, and nothing else', () => {
  const { members, faults } = read('{"client_uri": null, "client_name": null}')
  assert.deepEqual(members, { client_uri: null })
  assert.deepEqual(faults, [{ pointer: '/client_name', code: 'wrong_type', expected: 'string' }])
})

test('numbers of a query are read from text and held to their range', () => {
  assert.deepEqual(readInput(AppListQuerySchema, { limit: '7' }), { members: { limit: 7 }, faults: [] })
  for (const limit of ['0', '101', '']) {
    assert.deepEqual(readInput(AppListQuerySchema, { limit }).faults, [
      { pointer: '/limit', code: 'out_of_range', min: 1, max: 100 },
    ])
  }
  assert.deepEqual(readInput(AppListQuerySchema, { limit: 'ten' }).faults, [
    { pointer: '/limit', code: 'wrong_type', expected: 'number' },
  ])
})
