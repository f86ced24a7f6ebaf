import { expect } from '@open-wc/testing'
import { DetailsPage, textOf } from '../support/details-page.js'
import { sampleApp } from '../support/sample-data.js'

const scopes = [
  {
    group: 'files',
    label: { en: 'Files', de: 'Dateien' },
    scopes: [
      { name: 'files:read', access: 'read' },
      { name: 'files:write', access: 'write', implies: ['files:read'], description: 'Change and delete files' },
    ],
  },
  { name: 'admin:all', risk: 'dangerous', description: 'Do anything' },
  { name: 'openid', risk: 'safe', label: 'Sign in' },
] as const

const show = (...chosen: string[]) => DetailsPage.show(sampleApp({ scopes: chosen }), { config: { scopes } })
const said = (page: DetailsPage, risk: string): string[] => page.all(`.scope-group.${risk} .scope`).map(textOf)

describe('<oauth-app-details>: scopes', () => {
  it('are sentences, the most dangerous first', async () => {
    const page = await show('openid', 'files:write', 'admin:all')
    expect(page.all('.scope-group h4').map(textOf)).to.deep.equal(['Dangerous', 'Access to data', 'Harmless'])
    expect(said(page, 'dangerous')).to.deep.equal(['Do anything admin:all'])
    expect(said(page, 'safe')).to.deep.equal(['Sign in openid'])
    await expect(page.element).to.be.accessible()
  })

  it('that come with others are there too, and say with which', async () => {
    const page = await show('files:write')
    expect(said(page, 'normal')).to.deep.equal([
      'Files, Read files:read Included in files:write',
      'Change and delete files files:write',
    ])
  })

  it('that were chosen by hand are not marked as included', async () => {
    const page = await show('files:write', 'files:read')
    expect(page.all('.included')).to.have.length(0)
  })

  it('that are not offered any more are not hidden', async () => {
    const page = await show('openid', 'gone:read')
    expect(said(page, 'unknown')).to.deep.equal(['gone:read'])
  })

  it('are said to be none', async () => {
    const page = await show()
    expect(textOf(page.find('.section.scopes'))).to.contain('It asks for no access.')
  })
})
