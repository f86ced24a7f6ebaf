import { expect } from '@open-wc/testing'
import { bodyOf, draftOfChanges, draftOfNew, parseJwks } from '../../components/oauth-app-form/draft.js'
import { FormFaults, faultsAt, placeOf } from '../../components/oauth-app-form/form-faults.js'
import { blankValues, sameValue, valuesOf } from '../../components/oauth-app-form/form-values.js'
import { compareEdits, mergeEdits } from '../../components/oauth-app-form/stale-merge.js'
import { splitValues } from '../../components/oauth-app-form/value-list/split-values.js'
import { sampleApp, sampleConfig } from '../support/sample-data.js'

const base = valuesOf(sampleApp())

describe('a draft', () => {
  it('of a new app has what the host shows and the person gave', () => {
    const values = { ...blankValues(sampleConfig()), client_name: 'A', contacts: ['ada@example.com'] }
    expect(draftOfNew(values, sampleConfig())).to.deep.equal({
      client_name: 'A',
      application_type: 'web',
      token_endpoint_auth_method: 'client_secret_basic',
    })
  })

  it('of changes has what differs, and null for what was emptied', () => {
    expect(draftOfChanges(base, base)).to.deep.equal({})
    expect(draftOfChanges(base, { ...base, client_uri: '', scopes: [] })).to.deep.equal({
      client_uri: null,
      scopes: [],
    })
  })

  it('is parted from the file of its icon, but not from its absence', () => {
    expect(bodyOf({ client_name: 'A', icon: new Blob() })).to.deep.equal({ client_name: 'A' })
    expect(bodyOf({ icon: null })).to.deep.equal({ icon: null })
  })

  it('takes the order of redirect URLs for a change, and that of scopes for none', () => {
    const some = { ...base, scopes: ['a', 'b'], redirect_uris: ['a:/', 'b:/'] }
    const turned = { ...some, scopes: ['b', 'a'], redirect_uris: ['b:/', 'a:/'] }
    expect(sameValue('scopes', some, turned)).to.equal(true)
    expect(sameValue('redirect_uris', some, turned)).to.equal(false)
  })

  it('holds keys only where the app signs with one, and only those that are JSON', () => {
    expect(parseJwks('{"keys":[{"kty":"EC"}]}')).to.deep.equal({ keys: [{ kty: 'EC' }] })
    for (const text of ['', 'null', '{"keys":{}}', '{"keys":[1]}', '{']) expect(parseJwks(text)).to.equal(undefined)
    expect(draftOfChanges(base, { ...base, jwks: '{"keys":[{"kty":"EC"}]}' })).to.deep.equal({})
  })
})

describe('two edits of one app', () => {
  it('are merged where they do not touch', () => {
    const stale = compareEdits(base, { ...base, client_name: 'Mine' }, { ...base, description: 'Theirs' })
    expect(stale.conflicts).to.deep.equal([])
    expect(stale.adopted).to.deep.equal(['description'])
    expect(mergeEdits(stale)).to.deep.equal({ ...base, client_name: 'Mine', description: 'Theirs' })
  })

  it('conflict where both changed the same to something else, and mine stays at first', () => {
    const stale = compareEdits(base, { ...base, scopes: ['a'] }, { ...base, scopes: ['b'] })
    expect(stale.conflicts).to.deep.equal(['scopes'])
    expect(mergeEdits(stale).scopes).to.deep.equal(['a'])
  })

  it('do not conflict where both came to the same', () => {
    const both = { ...base, client_name: 'Both' }
    expect(compareEdits(base, both, { ...both })).to.deep.include({ conflicts: [], adopted: [] })
  })
})

describe('faults of a form', () => {
  const missing = { pointer: '/client_name', code: 'text_required' } as const

  it('are placed by their pointer', () => {
    expect(placeOf({ pointer: '/redirect_uris/3', code: 'uri_fragment' })).to.deep.equal({
      field: 'redirect_uris',
      index: 3,
    })
    expect(placeOf({ pointer: '/jwks/keys/0', code: 'jwks_malformed' })).to.deep.equal({ field: 'jwks' })
    expect(placeOf({ pointer: '', code: 'wrong_type', expected: 'object' })).to.equal(undefined)
    expect(faultsAt([missing], 'client_name')).to.deep.equal([{ fault: missing }])
  })

  it('are told of a field that was left, and of all after Save', () => {
    const faults = new FormFaults()
    expect(faults.shown([missing])).to.deep.equal([])
    faults.leave('client_uri')
    expect(faults.shown([missing])).to.deep.equal([])
    faults.showAll()
    expect(faults.shown([missing])).to.deep.equal([missing])
  })

  it('of the server are told until the field changes, and never twice', () => {
    const faults = new FormFaults()
    faults.refuse([missing])
    expect(faults.shown([])).to.deep.equal([missing])
    faults.showAll()
    expect(faults.shown([missing])).to.deep.equal([missing])
    faults.change('client_name')
    expect(faults.shown([])).to.deep.equal([])
  })

  it('of a part that has no value yet take the place of what its absence would say', () => {
    const faults = new FormFaults()
    faults.hold('icon', { code: 'icon_unreadable' })
    expect(faults.standing([{ pointer: '/icon', code: 'required' }])).to.deep.equal([
      { pointer: '/icon', code: 'icon_unreadable' },
    ])
  })
})

describe('text with several addresses', () => {
  it('is parted at white space, and at commas before another address', () => {
    expect(splitValues(' https://a/\thttps://b/?x=1,2,https://c/,\n', 'uri')).to.deep.equal([
      'https://a/',
      'https://b/?x=1,2',
      'https://c/',
    ])
    expect(splitValues('a@b,c@d;e@f', 'email')).to.deep.equal(['a@b', 'c@d', 'e@f'])
    expect(splitValues(' , ', 'uri')).to.deep.equal([])
  })
})
