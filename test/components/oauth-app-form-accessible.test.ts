import { expect } from '@open-wc/testing'
import { emulateMedia, setViewport } from '@web/test-runner-commands'
import { defaultFieldPolicy } from '../../plugin/contract/fields.js'
import { FakeApi } from '../support/fake-api.js'
import { FormPage } from '../support/form-page.js'
import { sampleApp } from '../support/sample-data.js'

const shown = { presence: 'required', locked: false } as const
const everything = {
  ...defaultFieldPolicy,
  icon: shown,
  contacts: shown,
  grant_types: shown,
  jwks: { presence: 'optional', locked: false },
  status: { presence: 'optional', locked: false },
} as const

const states: Readonly<Record<string, () => Promise<FormPage>>> = {
  'a new app': async () => {
    const page = await FormPage.create(new FakeApi([], { fields: everything }))
    expect(page.text).to.contain('Register a new application')
    return page
  },
  faults: async () => {
    const page = await FormPage.create(new FakeApi([], { fields: everything }))
    await page.type('redirect_uris', 'http://Example.com/a-rather-long-path/that-does-not-fit/on-one-line#fragment')
    await page.save()
    expect(page.summary).to.contain('entries need another look')
    return page
  },
  'what the server refuses': async () => {
    const page = await FormPage.edit(sampleApp())
    await page.type('client_name', 'Reports')
    page.api.failNext('updateApp', 'invalid_input', [
      { pointer: '/redirect_uris/0', code: 'uri_fragment', suggestion: 'https://reader.example.com/callback/' },
      { pointer: '/software_id', code: 'unknown_member' },
    ])
    await page.save()
    await page.has(() => page.summary.includes('/software_id'))
    return page
  },
  'a failure': async () => {
    const page = await FormPage.create()
    await page.type('client_name', 'Reports')
    page.api.failNext('createApp', 'network')
    await page.save()
    await page.has(() => page.summary.includes('could not be reached'))
    return page
  },
  'a stale edit': async () => {
    const page = await FormPage.edit(sampleApp({ logo_uri: null }))
    await page.type('client_name', 'Mine')
    const [app] = page.api.apps
    if (app)
      page.api.apps = [{ ...app, client_name: 'Theirs', scopes: ['openid'], updated_at: '2026-03-01T00:00:00.000Z' }]
    await page.save()
    await page.has(() => page.all('.stale fieldset').length === 1)
    return page
  },
  'an app for reading': async () => {
    const page = await FormPage.edit(sampleApp({ can: { ...sampleApp().can, edit: false } }))
    expect(page.text).to.contain('You may look at this')
    return page
  },
  waiting: async () => {
    const api = new FakeApi([sampleApp()])
    api.hold('getApp')
    const page = await FormPage.ask(api, { clientId: 'docs-reader-7f3a' })
    expect(page.text).to.contain('Loading')
    return page
  },
  'an app that does not come': async () => {
    const api = new FakeApi()
    api.failNext('getConfig', 'network')
    const page = await FormPage.ask(api)
    await page.has(() => page.text.includes('Try again'))
    return page
  },
  'an image to fit': async () => {
    const page = await FormPage.create()
    const [field] = page.all('oauth-app-icon-field')
    const canvas = document.createElement('canvas')
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
    if (field?.localName === 'oauth-app-icon-field' && blob && 'take' in field)
      await (field.take as (file: Blob) => Promise<void>)(blob)
    await page.has(() => page.field('icon').textContent.includes('Show all of it'))
    return page
  },
}

describe('<oauth-app-form> for everybody', () => {
  afterEach(async () => {
    await setViewport({ width: 1000, height: 800 })
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
    document.documentElement.dir = 'ltr'
    document.documentElement.classList.remove('dark-page')
  })

  for (const [name, open] of Object.entries(states)) {
    it(`axe finds nothing in: ${name}`, async () => {
      const page = await open()
      await expect(page.element).to.be.accessible()
    })

    it(`fits into 320 pixels in both directions: ${name}`, async () => {
      await setViewport({ width: 320, height: 640 })
      const page = await open()
      for (const dir of ['ltr', 'rtl']) {
        document.documentElement.dir = dir
        await page.settled()
        expect(page.element.scrollWidth, dir).to.be.at.most(page.element.clientWidth)
        const { left, right } = page.element.getBoundingClientRect()
        const parts = [...page.all('*'), ...page.parts.flatMap((part) => [...part.renderRoot.querySelectorAll('*')])]
        const outside = parts.filter((part) => {
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

  it('keeps the form column at 640 pixels', async () => {
    const page = await FormPage.create()
    expect(page.find('.fields').getBoundingClientRect().width).to.be.at.most(640)
  })

  it('writes addresses from left to right and mirrors the rest', async () => {
    document.documentElement.dir = 'rtl'
    const page = await FormPage.edit(sampleApp())
    expect(getComputedStyle(page.control('client_uri')).direction).to.equal('ltr')
    expect(getComputedStyle(page.inField('redirect_uris', '.row .mono')).direction).to.equal('ltr')
    const value = page.inField('redirect_uris', '.row .mono').getBoundingClientRect()
    const remove = page.inField('redirect_uris', '.remove').getBoundingClientRect()
    expect(remove.right).to.be.at.most(value.left)
  })
})
