import { expect } from '@open-wc/testing'
import '../../../components/locales/de.js'
import { destinationOf } from '../../../components/oauth-consent/destination.js'
import { ConsentPage, sampleRequest } from '../../support/consent-page.js'
import { areas, singles } from '../../support/scope-catalogues.js'

const user = { name: 'Ada', email: 'ada@example.com' }
const show = (given: Parameters<typeof sampleRequest>[0] = {}, catalogue = areas) =>
  ConsentPage.show({ request: sampleRequest(given), catalogue, user })

describe('<oauth-consent>: what a stranger reads', () => {
  afterEach(() => {
    document.documentElement.lang = 'en'
  })

  it('is who asks, who is behind it, and where that is', async () => {
    const page = await show()
    expect(page.texts('h2')).to.deep.equal(['Docs Reader wants access to your account'])
    expect(page.texts('.publisher')).to.deep.equal(['Published by Acme reader.example.com(opens in a new tab)'])
    expect(page.texts('.own-words')).to.deep.equal(['In its own words Reads documents.'])
  })

  it('is who is signed in', async () => {
    const page = await show()
    expect(page.texts('.user p')).to.deep.equal(['Signed in as Ada ada@example.com'])
  })

  it('is where it goes on, by the host and nothing that could look like one', async () => {
    const page = await show({ redirect_uri: 'https://evil.example/docs.google.com?https://docs.google.com' })
    expect(page.texts('.destination')).to.deep.equal(['Afterwards you are sent to evil.example'])
    for (const [uri, name, onDevice] of [
      ['https://app.example:8443/cb', 'app.example:8443', false],
      ['http://127.0.0.1:4711/cb', '127.0.0.1:4711', true],
      ['http://[::1]/cb', '[::1]', true],
      ['https://docs.google.com@evil.example/cb', 'evil.example', false],
      ['com.example.app:/cb', 'com.example.app', true],
      ['nonsense', 'nonsense', false],
    ] as const) {
      expect(destinationOf(uri), uri).to.deep.equal({ name, onDevice })
    }
  })

  it('is a program on the own device, where it goes on to one', async () => {
    const page = await show({ redirect_uri: 'com.example.app:/cb' })
    expect(page.texts('.destination')).to.deep.equal([
      'Afterwards you are sent to com.example.app (a program on this device)',
    ])
  })

  it('links to its policy and terms beside the request, and to nothing that is not sound', async () => {
    const app = {
      client_name: 'A',
      client_uri: null,
      policy_uri: 'javascript:alert(1)',
      tos_uri: 'https://a.example/t',
    }
    const page = await ConsentPage.show({ request: { app, scopes: [] } })
    const links = page.all('a')
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal(['https://a.example/t'])
    expect(links.map((link) => `${link.getAttribute('target')} ${link.getAttribute('rel')}`)).to.deep.equal([
      '_blank noopener noreferrer',
    ])
    expect(page.texts('a')).to.deep.equal(['Terms of service(opens in a new tab)'])
  })

  it('is the first letter of its name where there is no icon, or it does not load', async () => {
    const page = await show()
    expect(page.texts('.icon')).to.deep.equal(['D'])
    page.element.request = sampleRequest({ app: { client_name: 'X', logo_uri: '/gone.png' } })
    await page.element.updateComplete
    await page.has(() => page.all('.icon img[hidden]').length === 1, 'the image is hidden')
    expect(getComputedStyle(page.find('.letter')).display).not.to.equal('none')
  })

  it('takes the sharpest icon that the size needs', async () => {
    const app = { client_name: 'X', logo_uri: '/1.png', logo_srcset: '/1.png 1x, /2.png 2x, /3.png 3x' }
    const page = await show({ app })
    const image = page.find('.icon img')
    expect(image.getAttribute('src')).to.equal(null)
    expect(
      image
        .getAttribute('srcset')
        ?.split(', ')
        .map((one) => Number.parseFloat(one.split(' ')[1] ?? '')),
    ).to.satisfy((densities: number[]) =>
      densities.every((density, index) => Math.abs(density - ((index + 1) * 2) / 3) < 0.001),
    )
  })

  it('is in the language of the page', async () => {
    document.documentElement.lang = 'de'
    const catalogue = [{ name: 'a', description: { en: 'View', de: 'Ansehen' } }]
    const page = await show({ scopes: ['a'] }, catalogue)
    expect(page.text).to.contain('möchte auf Ihr Konto zugreifen').and.to.contain('Ansehen')
  })
})

describe('<oauth-consent>: scopes', () => {
  const sentences = (page: ConsentPage): string[] => page.texts('.access .group > ul > li > .scope')

  it('are sentences, and what comes with one stands below it', async () => {
    const page = await show({ scopes: ['files:read', 'files:write', 'openid'] })
    expect(sentences(page)).to.deep.equal(['Manage files.', 'View your personal data.'])
    expect(page.texts('.access .included li')).to.deep.equal(['View files.'])
    expect(page.texts('h3')).to.deep.equal(['It will be able to'])
  })

  it('of one kind need no title; of several, the most dangerous come first', async () => {
    const plain = await show()
    expect(plain.texts('h4')).to.deep.equal([])
    const catalogue = [
      { name: 'safe', risk: 'safe', description: 'Say hello' },
      { name: 'normal', description: 'Read' },
      { name: 'danger', risk: 'dangerous', description: 'Delete' },
    ] as const
    const page = await show({ scopes: ['safe', 'normal', 'danger'] }, catalogue)
    expect(page.texts('h4')).to.deep.equal(['Far-reaching access', 'Access to data', 'Basic access'])
    expect(sentences(page)).to.deep.equal(['Delete', 'Read', 'Say hello'])
  })

  it('that are dangerous are marked with a word and a sign, also when there is nothing else', async () => {
    const page = await show({ scopes: ['admin:all'] }, singles)
    expect(page.texts('.dangerous h4')).to.deep.equal(['Far-reaching access'])
    expect(page.all('.dangerous h4 svg')).to.have.length(1)
  })

  it('that bring something dangerous along are dangerous themselves', async () => {
    const catalogue = [
      { name: 'kind', risk: 'safe', implies: ['bad'], description: 'Be kind' },
      { name: 'bad', risk: 'dangerous', description: 'Delete everything' },
    ] as const
    const page = await show({ scopes: ['kind'] }, catalogue)
    expect(page.texts('.dangerous .scope')).to.deep.equal(['Be kind'])
    expect(page.texts('.dangerous .included li')).to.deep.equal(['Delete everything'])
  })

  it('that bring many along fold them, and say how many', async () => {
    const names = ['a', 'b', 'c']
    const catalogue = [...names.map((name) => ({ name })), { name: 'all', implies: names, description: 'All' }]
    const page = await show({ scopes: ['all'] }, catalogue)
    expect(page.texts('.access summary')).to.deep.equal(['Includes 3 more permissions'])
    expect(page.all('.access details[open]')).to.have.length(0)
  })

  it('that nobody has described are told by their names, and none is left out', async () => {
    const page = await show({ scopes: ['files:read', 'offline_access'] })
    expect(sentences(page)).to.deep.equal(['View files.', 'offline_access There is no description of this access.'])
  })

  it('of an area without sentences are told by the area', async () => {
    const catalogue = [{ group: 'f', label: 'Files', scopes: [{ name: 'f:w', access: 'write' }] }] as const
    expect(sentences(await show({ scopes: ['f:w'] }, catalogue))).to.deep.equal(['Files, Write'])
  })

  it('that were allowed before are folded, and only what is new is asked', async () => {
    const page = await show({ scopes: ['files:read', 'rooms:write'], granted_scopes: ['files:write'] })
    expect(page.texts('h2')).to.deep.equal(['Docs Reader wants further access to your account'])
    expect(page.texts('h3')).to.deep.equal(['It will also be able to'])
    expect(sentences(page)).to.deep.equal(['Manage rooms.'])
    expect(page.texts('.remembered .scope')).to.deep.equal(['Manage files.'])
    expect(page.all('.remembered[open]')).to.have.length(0)
  })

  it('that were all allowed before are shown, and nothing is asked', async () => {
    const page = await show({ scopes: ['files:read'], granted_scopes: ['files:write'] })
    expect(page.texts('h2')).to.deep.equal(['Docs Reader wants to go on with the access you allowed before'])
    expect(page.all('.access')).to.have.length(0)
    expect(page.all('.remembered[open]')).to.have.length(1)
  })

  it('are said to be none', async () => {
    const page = await show({ scopes: [] })
    expect(page.text).to.contain('wants to connect with your account')
    expect(page.text).to.contain('It asks for no access to your data.')
  })

  it('that imply each other are both there', async () => {
    const catalogue = [
      { name: 'a', implies: ['b'], description: 'A' },
      { name: 'b', implies: ['a'], description: 'B' },
    ]
    expect(sentences(await show({ scopes: ['a', 'b'] }, catalogue))).to.deep.equal(['A', 'B'])
  })
})
