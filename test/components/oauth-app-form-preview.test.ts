import { expect } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import { previewRequest } from '../../components/oauth-app-form/consent-preview/preview-request.js'
import { blankValues, valuesOf } from '../../components/oauth-app-form/form-values.js'
import type { OauthConsent } from '../../components/oauth-consent/oauth-consent.element.js'
import { defaultFieldPolicy } from '../../plugin/contract/fields.js'
import { accessibleNodes } from '../support/accessible-nodes.js'
import { FakeApi } from '../support/fake-api.js'
import { FormPage } from '../support/form-page.js'
import { textOf } from '../support/list-page.js'
import { sampleApp, sampleConfig } from '../support/sample-data.js'

const hidden = { presence: 'hidden', locked: false } as const

function partOf(page: FormPage): ShadowRoot {
  const root = page.find('oauth-app-consent-preview').shadowRoot
  if (!root) throw new Error('There is no preview')
  return root
}

function screenOf(page: FormPage): OauthConsent | null {
  return partOf(page).querySelector('oauth-consent')
}

function textOfScreen(page: FormPage): string {
  return textOf(screenOf(page)?.shadowRoot ?? null)
}

/** A form with room for the preview beside it, which is there. */
async function wide(open: () => Promise<FormPage> = () => FormPage.create()): Promise<FormPage> {
  await setViewport({ width: 1100, height: 800 })
  const page = await open()
  await page.has(() => textOfScreen(page) !== '', 'the screen is there')
  return page
}

describe('<oauth-app-form>: what people will be asked', () => {
  afterEach(() => setViewport({ width: 1000, height: 800 }))

  it('is beside the form where there is room, and the fields keep their column', async () => {
    const page = await wide()
    const fields = page.find('.fields').getBoundingClientRect()
    const preview = page.find('.preview').getBoundingClientRect()
    expect(preview.left).to.be.at.least(fields.right)
    expect(preview.top).to.be.closeTo(fields.top, 16)
    expect(fields.width).to.be.at.most(640)
    expect(getComputedStyle(partOf(page).querySelector('button') ?? document.body).display).to.equal('none')
  })

  it('has placeholders at first', async () => {
    const page = await wide()
    expect(textOfScreen(page)).to.contain('App name wants access to your account')
    expect(textOfScreen(page)).to.contain('Afterwards you are sent to the redirect URL')
    expect(textOfScreen(page)).to.contain('Signed in as Ada')
  })

  it('follows what is typed, added and ticked', async () => {
    const page = await wide()
    await page.type('client_name', 'Reports')
    await page.add('redirect_uris', 'https://reports.example.com/cb')
    page.inField('scopes', 'input').click()
    await page.has(() => textOfScreen(page).includes('Files, Read'))
    expect(textOfScreen(page)).to.contain('Reports wants access').and.to.contain('sent to reports.example.com')
  })

  it('shows an image that was chosen, whatever addresses the page forbids', async () => {
    const page = await wide()
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [32, 32]
    canvas.getContext('2d')?.fillRect(0, 0, 32, 32)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
    const [field] = page.all('oauth-app-icon-field')
    if (field && 'take' in field && blob) await (field.take as (file: Blob) => Promise<void>)(blob)
    const painted = (): HTMLCanvasElement | null => partOf(page).querySelector('canvas[slot=icon]')
    await page.has(() => painted()?.getContext('2d')?.getImageData(9, 9, 1, 1).data[3] === 255, 'it is painted')
  })

  it('can be read, but neither pressed nor reached with the keyboard', async () => {
    const page = await wide(() => FormPage.edit(sampleApp({ policy_uri: 'https://reader.example.com/p' })))
    expect(textOfScreen(page)).to.contain('Docs Reader').and.to.contain('Privacy policy')
    expect((await accessibleNodes('complementary')).map(({ name }) => name)).to.deep.equal(['Consent preview'])
    expect((await accessibleNodes('button')).map(({ name }) => name)).not.to.include('Allow')
    page.button('Cancel').focus()
    await sendKeys({ press: 'Shift+Tab' })
    expect(page.focused?.getRootNode()).not.to.equal(screenOf(page)?.shadowRoot)
    expect(page.focused?.getRootNode()).not.to.equal(partOf(page))
  })

  it('is behind a button on a narrow screen, before Save', async () => {
    await setViewport({ width: 480, height: 800 })
    const page = await FormPage.create()
    const button = partOf(page).querySelector('button')
    expect(textOf(button)).to.equal('Show the consent preview')
    expect(button?.getAttribute('aria-expanded')).to.equal('false')
    expect(screenOf(page)).to.equal(null)
    button?.focus()
    await sendKeys({ press: 'Enter' })
    await page.has(() => textOfScreen(page) !== '', 'the screen is there')
    expect(button?.getAttribute('aria-expanded')).to.equal('true')
    expect(textOf(button)).to.equal('Hide the consent preview')
    const footer = page.find('.footer')
    expect(page.find('.preview').compareDocumentPosition(footer) & Node.DOCUMENT_POSITION_FOLLOWING).not.to.equal(0)
    await expect(page.element).to.be.accessible()
    button?.click()
    await page.has(() => button?.getAttribute('aria-expanded') === 'false')
    expect(screenOf(page)?.checkVisibility()).to.equal(false)
  })

  it('is not there where the host asks for no redirect URLs', async () => {
    const fields = { ...defaultFieldPolicy, redirect_uris: hidden }
    const page = await FormPage.create(new FakeApi([], { fields }))
    expect(page.all('oauth-app-consent-preview')).to.have.length(0)
  })

  it('axe finds nothing in it', async () => {
    const page = await wide()
    await expect(page.element).to.be.accessible()
  })
})

describe('a preview', () => {
  const config = sampleConfig({
    fields: { ...defaultFieldPolicy, policy_uri: hidden, tos_uri: hidden },
    caller: {
      ...sampleConfig().caller,
      organizations: [{ id: 'acme', name: 'Acme', role: 'admin', can_create: true }],
    },
  })

  it('leaves out what the host hides', () => {
    const { app } = previewRequest({ values: blankValues(config), config, current: undefined })
    expect([app.client_uri, app.policy_uri, app.tos_uri]).to.deep.equal(['', undefined, undefined])
  })

  it('names the organization, the person who registered it, or whoever does so now', () => {
    const publisher = (organization_id: string, current = undefined as ReturnType<typeof sampleApp> | undefined) =>
      previewRequest({ values: { ...blankValues(config), organization_id }, config, current }).app.publisher?.name
    expect(publisher('')).to.equal('Ada')
    expect(publisher('acme')).to.equal('Acme')
    expect(publisher('other')).to.equal(undefined)
    expect(publisher('', sampleApp({ created_by: { id: 'bob', name: 'Bob' } }))).to.equal('Bob')
  })

  it('has the icon that the app has, until another one is chosen', () => {
    const current = sampleApp({ logo_uri: '/1.png', logo_srcset: '/1.png 1x, /2.png 2x' })
    const values = valuesOf(current)
    const icons = [values, { ...values, icon: new Blob() }].map((one) => {
      const { logo_uri, logo_srcset } = previewRequest({ values: one, config, current }).app
      return [logo_uri, logo_srcset]
    })
    expect(icons).to.deep.equal([
      ['/1.png', '/1.png 1x, /2.png 2x'],
      [null, null],
    ])
  })
})
