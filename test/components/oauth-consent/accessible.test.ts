import { expect } from '@open-wc/testing'
import { emulateMedia, setViewport } from '@web/test-runner-commands'
import { accessibleNodes } from '../../support/accessible-nodes.js'
import { ConsentPage, sampleRequest } from '../../support/consent-page.js'
import { FakeApi } from '../../support/fake-api.js'
import { areas, singles } from '../../support/scope-catalogues.js'

const user = { name: 'Ada Lovelace', email: 'ada@example.com' }
const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(3)
const icon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"/>')}`

const states: Readonly<Record<string, () => Promise<ConsentPage>>> = {
  'a request': () => ConsentPage.show({ request: sampleRequest(), catalogue: areas, user, switchUser: true }),
  'something dangerous': () =>
    ConsentPage.show({ request: sampleRequest({ scopes: ['admin:all', 'other'] }), catalogue: singles, user }),
  choosing: async () => {
    const page = await ConsentPage.show({
      request: sampleRequest({
        scopes: ['files:read', 'files:write', 'openid'],
        granted_scopes: ['rooms:write'],
        required_scopes: ['openid'],
      }),
      catalogue: areas,
      chooseScopes: true,
    })
    await page.toggle('Manage files.')
    return page
  },
  'nothing left to allow': async () => {
    const page = await ConsentPage.show({ request: sampleRequest(), catalogue: areas, chooseScopes: true })
    await page.toggle('View files.')
    await page.press('.allow')
    return page
  },
  'nothing new': () =>
    ConsentPage.show({ request: sampleRequest({ granted_scopes: ['files:write'] }), catalogue: areas, user }),
  'long texts and an icon': () =>
    ConsentPage.show({
      request: sampleRequest({
        app: {
          client_name: long,
          description: `${long} `.repeat(4),
          logo_uri: icon,
          client_uri: `https://${'sub.'.repeat(30)}example.com`,
          publisher: { name: long },
        },
        scopes: [long],
        redirect_uri: `https://${'sub.'.repeat(30)}example.com/cb`,
      }),
      user: { name: long, email: `${long}@example.com` },
      switchUser: true,
    }),
  busy: () => ConsentPage.show({ request: sampleRequest(), catalogue: areas, user, busy: true }),
  'a problem': () => ConsentPage.show({ problem: 'redirect_uri_invalid' }),
  waiting: () => {
    const api = new FakeApi()
    api.hold('getPublicApp')
    return ConsentPage.show({ api: '/api', fetch: api.fetch, clientId: 'reader' })
  },
  'a preview': () =>
    ConsentPage.show({ preview: true, user, request: sampleRequest({ app: { client_name: '', tos_uri: '' } }) }),
}

describe('<oauth-consent> for everybody', () => {
  afterEach(async () => {
    await setViewport({ width: 1000, height: 800 })
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
    document.documentElement.dir = 'ltr'
    document.documentElement.style.colorScheme = ''
  })

  for (const [name, open] of Object.entries(states)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`axe finds nothing in: ${name}, ${colorScheme}`, async () => {
        document.documentElement.style.colorScheme = colorScheme
        const page = await open()
        await expect(page.element).to.be.accessible()
      })
    }

    it(`fits into 320 pixels in both directions: ${name}`, async () => {
      await setViewport({ width: 320, height: 640 })
      const page = await open()
      for (const dir of ['ltr', 'rtl']) {
        document.documentElement.dir = dir
        await page.element.updateComplete
        const { left, right } = page.element.getBoundingClientRect()
        const outside = page.all('*').filter((part) => {
          const box = part.getBoundingClientRect()
          return box.width > 1 && (box.left < left - 1 || box.right > right + 1)
        })
        expect(
          outside.map(({ localName, className }) => `${localName}.${className}`),
          dir,
        ).to.deep.equal([])
      }
    })
  }

  it('has a region with the name of the app, and headings in order', async () => {
    const page = await states['something dangerous']?.()
    expect(page?.element.shadowRoot).to.exist
    const [region] = await accessibleNodes('region')
    expect(region?.name).to.equal('Docs Reader wants access to your account')
    expect((await accessibleNodes('heading')).map(({ name }) => name)).to.deep.equal([
      'Docs Reader wants access to your account',
      'It will be able to',
      'Far-reaching access',
      'Access to data',
    ])
    expect((await accessibleNodes('button')).map(({ name }) => name)).to.deep.equal(['Deny', 'Allow'])
  })

  it('names the boxes by their sentences', async () => {
    await ConsentPage.show({ request: sampleRequest(), catalogue: areas, chooseScopes: true })
    expect((await accessibleNodes('checkbox')).map(({ name }) => name)).to.deep.equal(['View files.'])
    expect((await accessibleNodes('group')).map(({ name }) => name)).to.include('It will be able to')
  })

  it('shows a preview to assistive technology, without its buttons', async () => {
    await states['a preview']?.()
    expect((await accessibleNodes('button')).map(({ name }) => name)).to.deep.equal([])
    expect((await accessibleNodes('heading')).map(({ name }) => name)).to.include(
      'App name wants access to your account',
    )
  })

  it('keeps its signs where colours are forced', async () => {
    await emulateMedia({ forcedColors: 'active' })
    const page = await ConsentPage.show({ request: sampleRequest({ scopes: ['admin:all'] }), catalogue: singles })
    expect(getComputedStyle(page.find('.dangerous h4 svg')).stroke).not.to.equal('none')
    expect(getComputedStyle(page.find('.allow')).borderTopWidth).to.equal('1px')
  })
})
