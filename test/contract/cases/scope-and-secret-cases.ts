import type { ScopeCatalogue } from '../../../plugin/contract/scope-catalogue.js'
import { checkScopes, expandScopes, impliedBy, listScopes } from '../../../plugin/contract/scopes.js'
import { createSecret, isWellFormedSecret, secretHint } from '../../../plugin/contract/secret-format.js'
import { expectSame, type Case } from './case.js'

const catalogue: ScopeCatalogue = [
  {
    group: 'files',
    label: 'Files',
    scopes: [
      { name: 'files:read', access: 'read' },
      { name: 'files:write', access: 'write', implies: ['files:read'] },
    ],
  },
  { name: 'openid' },
  { name: 'admin:all', implies: ['files:write', 'openid', 'unknown'] },
  { name: 'yin', implies: ['yang'] },
  { name: 'yang', implies: ['yin'] },
]

export const scopeAndSecretCases: readonly Case[] = [
  {
    title: 'scopes are granted with all that they imply, in the order of the catalogue',
    check() {
      expectSame(expandScopes(catalogue, ['openid', 'files:write']), ['files:read', 'files:write', 'openid'])
      expectSame(expandScopes(catalogue, ['admin:all']), ['files:read', 'files:write', 'openid', 'admin:all'])
      expectSame(listScopes(catalogue).length, 6)
    },
  },
  {
    title: 'a circle of implications ends, and unknown names are dropped',
    check() {
      expectSame(expandScopes(catalogue, ['yin', 'nothing']), ['yin', 'yang'])
      expectSame(expandScopes(catalogue, ['toString', '__proto__']), [])
    },
  },
  {
    title: 'a scope that is implied names what holds it on, near and far',
    check() {
      expectSame([...impliedBy(catalogue, ['admin:all', 'files:write'])].sort(), [
        ['files:read', ['files:write', 'admin:all']],
        ['files:write', ['admin:all']],
        ['openid', ['admin:all']],
      ])
      expectSame([...impliedBy(catalogue, ['yin'])], [['yang', ['yin']]])
    },
  },
  {
    title: 'only scopes of the catalogue may be chosen, and at least one where they are required',
    check() {
      expectSame(checkScopes(catalogue, ['openid', 'x'], { required: true }), [
        { index: 1, fault: { code: 'scope_unknown', name: 'x' } },
      ])
      expectSame(checkScopes(catalogue, [], { required: true }), [{ fault: { code: 'scope_required' } }])
      expectSame(checkScopes(catalogue, []), [])
    },
  },
  {
    title: 'a secret has its prefix, one length whatever its bytes, and a checksum',
    check() {
      const least = createSecret(new Uint8Array(32), 'oak_')
      const most = createSecret(new Uint8Array(32).fill(255), 'oak_')
      expectSame([least.length, most.length], [53, 53])
      expectSame([isWellFormedSecret(least, 'oak_'), isWellFormedSecret(most, 'oak_')], [true, true])
      expectSame(isWellFormedSecret(most, 'other_'), false)
      expectSame(isWellFormedSecret(`${most}0`, 'oak_'), false)
      expectSame(isWellFormedSecret('', 'oak_'), false)
      expectSame(secretHint(most), most.slice(-4))
    },
  },
  {
    title: 'the checksum is CRC-32 in base62, as scanners compute it',
    check() {
      const secret = createSecret(new Uint8Array(32), 'oak_')
      expectSame(secret.slice(0, 47), `oak_${'0'.repeat(43)}`)
      expectSame(secret.slice(47), zeroChecksum)
    },
  },
  {
    title: 'a secret is not made of fewer than 256 bits',
    check() {
      let name = ''
      try {
        createSecret(new Uint8Array(31), 'oak_')
      } catch (error) {
        name = error instanceof Error ? error.name : ''
      }
      expectSame(name, 'RangeError')
    },
  },
]

/** Computed independently with zlib's `crc32`. */
const zeroChecksum = '2qsU00'
