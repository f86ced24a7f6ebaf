import assert from 'node:assert/strict'
import { afterEach, describe, it, mock } from 'node:test'
import { checkApp } from '../../plugin/contract/check-app.js'
import { checkOrigin } from '../../plugin/contract/origin.js'
import { trimUri } from '../../plugin/contract/raw-uri.js'
import { checkRedirectUri } from '../../plugin/contract/redirect-uri.js'
import { checkText } from '../../plugin/contract/text.js'
import { appRules } from '../../plugin/options/app-rules.js'

/** More than a body of JSON may have. */
const length = 600_000

/** Marks in an order that normalisation has to change: it compares each with those before it. */
const marks = `a${'\u0301\u0316'.repeat(length / 2)}`

/** Punycode looks at the whole label for each character that is new in it. */
const ideographs = Array.from({ length: length / 3 }, (_, index) =>
  String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
).join('')

describe('What is far too long is refused by its length', () => {
  afterEach(() => mock.restoreAll())

  it('and is not normalised, in any text of an app', () => {
    const normalize = mock.method(String.prototype, 'normalize')
    const rules = appRules({})
    for (const text of [marks, 'x'.repeat(length), '🙂'.repeat(length / 2)]) {
      const faults = checkApp({ client_name: text, description: text }, rules)
      assert.deepEqual(
        faults.map(({ pointer, code }) => `${pointer} ${code}`),
        ['/client_name text_too_long', '/description text_too_long'],
      )
      const fault = { code: 'text_too_long', max: 100, length: Array.from(text).length }
      assert.deepEqual(faults[0], { pointer: '/client_name', ...fault })
      assert.deepEqual(checkText('secret_name', text), [fault])
    }
    assert.equal(normalize.mock.callCount(), 0)
  })

  it('but not for the white space around it', () => {
    assert.deepEqual(checkText('client_name', `${' '.repeat(length)}Reader${' '.repeat(length)}`), [])
  })

  it('and no parser of addresses sees it', () => {
    const lengths: number[] = []
    const { URL: Parser } = globalThis
    globalThis.URL = class extends Parser {
      constructor(address: string | URL, base?: string | URL) {
        lengths.push(String(address).length)
        super(address, base)
      }
    }
    try {
      for (const host of [ideographs, marks, 'x'.repeat(length), 'x.'.repeat(length / 2)]) {
        assert.deepEqual(checkOrigin(`https://${host}`), [{ code: 'origin_malformed' }])
        const uri = `https://${host.slice(0, 8000)}`
        assert.notDeepEqual(checkRedirectUri(uri, { applicationType: 'web', maxLength: 8192 }), [])
      }
    } finally {
      globalThis.URL = Parser
    }
    assert.deepEqual(
      lengths.filter((characters) => characters > 2000),
      [],
    )
  })

  it('and the blanks of an address are walked through once', { timeout: 10_000 }, () => {
    const blanks = ' '.repeat(length)
    assert.equal(trimUri(`${blanks}x${blanks}y${blanks}`), `x${blanks}y`)
    assert.equal(trimUri(blanks), '')
  })
})
