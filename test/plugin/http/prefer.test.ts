import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { prefersRepresentation } from '../../../plugin/http/prefer.js'

describe('The header Prefer', () => {
  it('is read as RFC 7240 has it, with blanks, quotes and parameters', () => {
    for (const header of [
      'return=representation',
      'Return = "representation"',
      'wait=5, return=representation; foo="bar"',
      'respond-async, return=\trepresentation',
    ]) {
      assert.equal(prefersRepresentation(header), true, header)
    }
  })

  it('asks for nothing where it says something else, or nothing that can be read', () => {
    for (const header of [
      undefined,
      '',
      'return',
      'return=',
      'return=""',
      'return= ;representation',
      'return=minimal',
      'return=representation of',
      'return="representation',
      'return==representation',
    ]) {
      assert.equal(prefersRepresentation(header), false, header)
    }
  })

  it('takes no time that grows faster than its length', { timeout: 10_000 }, () => {
    const blanks = ' '.repeat(300_000)
    for (const header of [`a=${blanks}x y`, `a${blanks}x`, `a=${blanks};`, `a="${blanks}" x`]) {
      assert.equal(prefersRepresentation(header), false)
    }
  })
})
