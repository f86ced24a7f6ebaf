import { expect } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../../components/locales/ar.js'
import { textOf } from '../../support/element-page.js'
import { sampleApp } from '../../support/sample-data.js'
import { server, TryItPage } from '../../support/try-it-page.js'

const app = sampleApp({
  scopes: ['files:write', 'openid'],
  redirect_uris: ['https://one.example/cb', 'https://two.example/cb'],
})

const link = (page: TryItPage): URL => new URL(page.find('.open-link').getAttribute('href') ?? '')
const verifier = (page: TryItPage): string => textOf(page.all('[aria-labelledby=link] .copyable code')[1] ?? null)

async function shownLink(...given: Parameters<typeof TryItPage.show>): Promise<TryItPage> {
  const page = await TryItPage.show(...given)
  await page.has(() => page.all('.open-link').length > 0)
  return page
}

async function challengeOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

describe('A sign-in by hand', () => {
  it('begins at the authorization server, for the first address and the scopes of the app', async () => {
    const page = await shownLink(app)
    const address = link(page)
    expect(address.origin + address.pathname).to.equal(server.authorization_endpoint)
    const { state = '', code_challenge = '', ...others } = Object.fromEntries(address.searchParams)
    expect(others).to.deep.equal({
      response_type: 'code',
      client_id: app.client_id,
      redirect_uri: 'https://one.example/cb',
      scope: 'files:write openid',
      code_challenge_method: 'S256',
    })
    expect(state).to.match(/^[\w-]{22}$/)
    expect(verifier(page)).to.match(/^[\w-]{43}$/)
    expect(code_challenge).to.equal(await challengeOf(verifier(page)))
    expect(page.find('.open-link').getAttribute('rel')).to.equal('noopener noreferrer')
    expect(textOf(page.find('.steps'))).to.contain('You come back to https://one.example/cb with a code')
    await expect(page.element).to.be.accessible()
  })

  it('has a new secret of its own each time', async () => {
    const page = await shownLink(app)
    const [address, before] = [link(page).href, verifier(page)]
    page.find('.renew').click()
    await page.has(() => page.status === 'There is a new link.')
    expect(link(page).href).not.to.equal(address)
    expect(verifier(page)).not.to.equal(before)
  })

  it('names no scope of an app that has none', async () => {
    expect(link(await shownLink(sampleApp({ scopes: [] }))).searchParams.has('scope')).to.equal(false)
  })

  it('follows the app when its addresses change', async () => {
    const page = await shownLink(app)
    page.element.app = { ...app, redirect_uris: ['https://new.example/cb'] }
    await page.has(() => link(page).searchParams.get('redirect_uri') === 'https://new.example/cb')
  })

  it('is not there for an app that sends nobody anywhere, or where nobody said where to begin', async () => {
    const machine = await TryItPage.show(sampleApp({ redirect_uris: [], grant_types: ['client_credentials'] }))
    expect(machine.titles).to.deep.equal(['Access token', 'Examples'])
    const nowhere = await TryItPage.show(app, { authorization_server: null })
    expect(nowhere.titles).to.deep.equal(['Access token'])
  })

  it('never leads anywhere but to a web address', async () => {
    const config = { authorization_server: { ...server, authorization_endpoint: 'javascript:alert(1)' } }
    const page = await TryItPage.show(app, config)
    expect(page.all('.open-link')).to.deep.equal([])
  })
})

describe('A button to sign in with', () => {
  it('is shown as it looks and as it is written, by the name of the service', async () => {
    const page = await TryItPage.show(app)
    expect(textOf(page.find('.sign-in'))).to.equal('Sign in with Paperwork & Sons')
    const code = page.find('[aria-labelledby=button] code').textContent
    const parsed = new DOMParser().parseFromString(code, 'text/html')
    const [button] = parsed.body.children
    expect(parsed.body.children).to.have.length(1)
    expect(button?.getAttribute('href')).to.equal('/sign-in')
    expect(textOf(button ?? null)).to.equal('Sign in with Paperwork & Sons')
  })
})

describe('Examples', () => {
  const code = (page: TryItPage): string => page.find('[aria-labelledby=snippets] code').textContent
  const choose = async (page: TryItPage, index: number): Promise<void> => {
    page.all('.kind input')[index]?.click()
    await page.element.updateComplete
  }

  it('are one at a time, each with what it needs first', async () => {
    const page = await TryItPage.show(app)
    expect(page.all('.kind').map(textOf)).to.deep.equal(['curl', 'Node.js', 'Python'])
    expect(code(page)).to.contain("curl 'https://portal.example/oauth/token'").and.contain("'docs-reader-7f3a'")
    expect(textOf(page.find('.variables'))).to.equal(
      'Set CLIENT_SECRET, CODE, and CODE_VERIFIER in the environment first.',
    )
    await choose(page, 1)
    expect(code(page)).to.contain("import * as client from 'openid-client'").and.not.contain('allowInsecure')
    expect(page.text).to.contain('Install openid-client 6 first.')
    await choose(page, 2)
    expect(code(page)).to.contain('import base64').and.contain('https://one.example/cb')
    await expect(page.element).to.be.accessible()
  })

  it('speak of no secret to a public client', async () => {
    const page = await TryItPage.show({ ...app, token_endpoint_auth_method: 'none' })
    for (const index of [0, 1, 2]) {
      await choose(page, index)
      expect(code(page).toLowerCase()).not.to.contain('client_secret')
    }
    expect(page.all('.variables')).to.deep.equal([])
  })

  it('are chosen with the keys of the arrows, as any radio buttons', async () => {
    const page = await TryItPage.show(app)
    const radios = page.all('.kind input') as HTMLInputElement[]
    expect(radios.map(({ type, name }) => `${type} ${name}`)).to.deep.equal(Array(3).fill('radio snippet'))
    expect(page.find('.kinds legend').textContent).to.equal('Language of the example')
  })

  it('fit into 320 pixels, from right to left too', async () => {
    await setViewport({ width: 320, height: 700 })
    const page = await TryItPage.show(
      sampleApp({ scopes: ['files:write'], redirect_uris: [`https://a.example/${'x'.repeat(200)}`] }),
    )
    await page.getToken()
    for (const index of [0, 1, 2]) {
      await choose(page, index)
      expect(page.element.scrollWidth).to.be.at.most(page.element.clientWidth)
    }
    page.element.lang = 'ar'
    page.element.dir = 'rtl'
    await page.has(() => page.titles.includes('أمثلة'))
    expect(page.element.scrollWidth).to.be.at.most(page.element.clientWidth)
    await expect(page.element).to.be.accessible()
    await setViewport({ width: 1000, height: 800 })
  })
})
