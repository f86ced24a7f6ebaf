import { expect } from '@open-wc/testing'
import { ConsentPage, sampleRequest } from '../../support/consent-page.js'
import { FakeApi } from '../../support/fake-api.js'
import { areas } from '../../support/scope-catalogues.js'

const publicApp = {
  client_id: 'reader',
  client_name: 'Docs Reader',
  description: '',
  client_uri: null,
  logo_uri: null,
  logo_srcset: null,
  policy_uri: null,
  tos_uri: null,
  scopes: ['files:read'],
  publisher: null,
}

function serving(): FakeApi {
  const api = new FakeApi([], { scopes: areas })
  api.handlers = { getPublicApp: () => publicApp }
  return api
}

const ask = (api: FakeApi, attributes: Record<string, string> = {}) =>
  ConsentPage.show({ fetch: api.fetch }, { api: '/api/oauth-apps', 'client-id': 'reader', ...attributes })

describe('<oauth-consent>: where it gets its data', () => {
  it('reads the app and the scopes from the server', async () => {
    const api = serving()
    const page = await ask(api)
    await page.has(() => page.text.includes('View files.'), 'the scopes are there')
    expect(api.requestsTo('getPublicApp').map(({ params }) => params)).to.deep.equal([{ client_id: 'reader' }])
    expect(page.text).to.contain('Docs Reader wants access')
  })

  it('takes what is asked from the page, and the app from the server', async () => {
    const page = await ask(serving(), {
      request: JSON.stringify({ scopes: ['openid'], redirect_uri: 'https://a.example/' }),
    })
    await page.has(() => page.text.includes('View your personal data.'))
    expect(page.text).to.contain('a.example').and.not.to.contain('View files.')
  })

  it('takes everything from attributes, for a page that has no script', async () => {
    const page = await ConsentPage.show(
      {},
      {
        request: JSON.stringify(sampleRequest()),
        user: JSON.stringify({ name: 'Ada' }),
        catalogue: JSON.stringify(areas),
        'choose-scopes': '',
      },
    )
    expect(page.text).to.contain('Docs Reader wants access').and.to.contain('Signed in as Ada')
    expect(page.boxes).to.have.length(1)
  })

  it('shows nothing to allow until all is there', async () => {
    const api = serving()
    api.hold('getConfig')
    const page = await ask(api)
    await page.has(() => api.answers.length === 1, 'the app has come')
    expect(page.text).to.equal('Loading what the application asks for')
    expect(page.all('button')).to.have.length(0)
    api.letThrough('getConfig')
    await page.has(() => page.all('.allow').length === 1)
  })

  it('says of an app that is unknown or disabled that it is not available, with nothing to press', async () => {
    const api = serving()
    api.failNext('getPublicApp', 'not_found')
    const page = await ask(api)
    await page.has(() => page.text.includes('This application is not available'))
    expect(page.all('button')).to.have.length(0)
  })

  it('tries again when the server could not be reached', async () => {
    const api = serving()
    api.failNext('getPublicApp', 'network')
    const page = await ask(api)
    await page.has(() => page.text.includes('The request could not be loaded'))
    await page.press('button')
    await page.has(() => page.text.includes('Docs Reader'))
    await page.has(() => page.element.shadowRoot?.activeElement?.id === 'title', 'the title has the focus')
  })

  it('asks again for another app, and forgets the one before', async () => {
    const page = await ask(serving())
    await page.has(() => page.text.includes('Docs Reader'))
    page.element.clientId = 'other'
    await page.element.updateComplete
    expect(page.text).not.to.contain('Docs Reader')
    await page.has(() => page.text.includes('Docs Reader'))
  })

  for (const [problem, title] of [
    ['app_unavailable', 'This application is not available'],
    ['redirect_uri_invalid', 'This request cannot be trusted'],
    ['scope_invalid', 'The application asks for what it may not have'],
    ['expired', 'This request has expired'],
    ['something else', 'The request could not be loaded'],
  ] as const) {
    it(`takes it from the authorization server what is wrong: ${problem}`, async () => {
      const page = await ConsentPage.show({ request: sampleRequest() }, { problem })
      expect(page.texts('h2')).to.deep.equal([title])
      expect(page.all('.allow, .deny, a')).to.have.length(0)
    })
  }
})

describe('<oauth-consent preview>', () => {
  const empty = { client_name: '', description: '', client_uri: '', policy_uri: '', tos_uri: '' }

  it('has placeholders for what is empty, and none for what is not there', async () => {
    const page = await ConsentPage.show({ preview: true, request: { app: empty, scopes: [], redirect_uri: '' } })
    expect(page.texts('.placeholder')).to.deep.equal([
      'App name',
      'website',
      'Its description.',
      'The access scopes you choose.',
      'the redirect URL',
      'Privacy policy',
      'Terms of service',
    ])
    page.element.request = { app: { client_name: 'A' }, scopes: ['x'] }
    await page.element.updateComplete
    expect(page.texts('.placeholder')).to.deep.equal([])
  })

  it('cannot be pressed, followed or reached', async () => {
    const page = await ConsentPage.show({
      preview: true,
      chooseScopes: true,
      switchUser: true,
      user: { name: 'Ada' },
      catalogue: areas,
      request: sampleRequest(),
    })
    expect(page.all('a, input, .not-you, [tabindex]')).to.have.length(0)
    expect(page.find('.answers').inert).to.equal(true)
    await page.press('.allow')
    expect(page.told).to.deep.equal([])
  })
})
