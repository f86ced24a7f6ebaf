import { expect } from '@open-wc/testing'
import { emulateMedia, setViewport } from '@web/test-runner-commands'
import { ar } from '../../components/locales/ar.js'
import { defaultFieldPolicy } from '../../plugin/contract/fields.js'
import { DetailsPage, textOf } from '../support/details-page.js'
import { nothing, sampleApp } from '../support/sample-data.js'

const reader = sampleApp({
  client_uri: 'https://reader.example.com',
  redirect_uris: ['https://reader.example.com/callback', 'https://reader.example.com/other'],
  last_used_at: '2026-01-31T10:00:00.000Z',
  secrets: [
    {
      id: 's1',
      name: 'Production',
      hint: 'c41d',
      created_at: '2026-01-31T09:30:00.000Z',
      expires_at: null,
      last_used_at: null,
    },
  ],
})

/** The value beside a label of the overview. */
function fact(page: DetailsPage, label: string): string {
  const row = page.all('.fact').find((candidate) => textOf(candidate.querySelector('dt')) === label)
  return textOf(row?.querySelector('dd') ?? null)
}

const headings = (page: DetailsPage): string[] => page.all('h3').map(textOf)

describe('<oauth-app-details>', () => {
  it('shows which app it is, what it is, and what can be done', async () => {
    const page = await DetailsPage.show(reader)
    expect(textOf(page.find('h2'))).to.equal('Docs Reader')
    expect(textOf(page.find('.id code'))).to.equal('docs-reader-7f3a')
    expect(textOf(page.find('.badge'))).to.equal('Active')
    expect(headings(page)).to.deep.equal([
      'Overview',
      'Client secrets',
      'Access scopes',
      'Try it',
      'Users',
      'Activity',
      'Danger zone',
    ])
    expect(fact(page, 'Description')).to.equal('Reads documents.')
    expect(page.all('.fact .codes li').map(textOf)).to.include.members(reader.redirect_uris)
    expect(fact(page, 'Owner')).to.equal('Ada')
    expect(page.find('.fact time').getAttribute('title')).to.contain('January 31, 2026')
    await expect(page.element).to.be.accessible()
  })

  it('says that a person wants to edit it, and asks the server for nothing', async () => {
    const page = await DetailsPage.show(reader)
    page.find('.edit').click()
    expect(page.told).to.deep.equal(['edit'])
    expect(page.events[0]?.detail.app.client_id).to.equal(reader.client_id)
  })

  it('links to sound addresses only, and tells nobody where its reader came from', async () => {
    const app = sampleApp({ client_uri: 'https://reader.example.com', policy_uri: 'javascript:alert(1)' })
    const page = await DetailsPage.show(app)
    const links = page.all('.facts a')
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal(['https://reader.example.com'])
    expect(links[0]?.getAttribute('rel')).to.equal('noopener noreferrer')
    expect(fact(page, 'Privacy policy URL')).to.equal('javascript:alert(1)')
  })

  it('leaves out what the host hides, unless this app differs there from what all others are', async () => {
    const hidden = { presence: 'hidden', locked: false } as const
    const names = ['application_type', 'token_endpoint_auth_method', 'grant_types', 'description'] as const
    const fields = { ...defaultFieldPolicy, ...Object.fromEntries(names.map((name) => [name, hidden])) }
    const labels = (page: DetailsPage) => page.all('.facts dt').map(textOf)
    const usual = await DetailsPage.show(sampleApp({ description: '' }), { config: { fields } })
    for (const label of ['Application type', 'Authentication method', 'Grant types', 'Description']) {
      expect(labels(usual)).not.to.include(label)
    }
    const other = await DetailsPage.show(
      sampleApp({ application_type: 'native', token_endpoint_auth_method: 'none', description: 'Reads.' }),
      { config: { fields } },
    )
    expect(labels(other)).to.include.members(['Application type', 'Authentication method', 'Description'])
  })

  it('leads to its sections, with the focus', async () => {
    const page = await DetailsPage.show(reader)
    page.find('[data-section=danger]').click()
    expect(textOf(page.focused)).to.equal('Danger zone')
  })

  it('is fed without a server: then it shows what it was given and asks for nothing', async () => {
    const api = DetailsPage.apiOf(reader)
    const page = await DetailsPage.ask(api, reader.client_id, { app: reader, api: undefined, config: api.config })
    await page.has(() => page.all('.page').length > 0)
    expect(api.requests).to.deep.equal([])
    expect(headings(page)).to.not.include('Activity')
  })

  it('shows an app that the page has, without reading it again', async () => {
    const page = await DetailsPage.show(reader, { properties: { app: { ...reader, client_name: 'As fed' } } })
    expect(textOf(page.find('h2'))).to.equal('As fed')
    expect(page.api.requestsTo('getApp')).to.deep.equal([])
  })

  it('reads another app when it is told to, and ignores the answer about the first', async () => {
    const api = DetailsPage.apiOf(reader)
    api.apps.push(sampleApp({ client_id: 'other', client_name: 'Other' }))
    const held = api.hold('getApp')
    const page = await DetailsPage.ask(api, reader.client_id)
    await page.has(() => held.length === 1)
    page.element.clientId = 'other'
    await page.has(() => held.length === 2)
    held[1]?.release()
    await page.has(() => page.all('h2').length > 0)
    held[0]?.release()
    await page.settled()
    expect(textOf(page.find('h2'))).to.equal('Other')
  })

  describe('while it cannot show the app', () => {
    it('says that it is loading', async () => {
      const api = DetailsPage.apiOf(reader)
      const held = api.hold('getApp')
      const page = await DetailsPage.ask(api, reader.client_id)
      await page.has(() => held.length === 1)
      expect(textOf(page.find('.skeleton [role=status]'))).to.equal('Loading')
      await expect(page.element).to.be.accessible()
      api.letThrough('getApp')
      await page.has(() => page.all('.page').length > 0)
    })

    for (const [code, sentence] of [
      ['network', 'The server could not be reached.'],
      ['unavailable', 'The server is busy.'],
      ['not_signed_in', 'You are signed out.'],
    ] as const) {
      it(`says why, and tries again: ${code}`, async () => {
        const api = DetailsPage.apiOf(reader)
        api.failNext('getApp', code)
        const page = await DetailsPage.ask(api, reader.client_id)
        await page.has(() => page.all('.notice').length > 0)
        expect(textOf(page.find('.notice'))).to.contain(sentence)
        await expect(page.element).to.be.accessible()
        page.find('.notice button').click()
        await page.has(() => page.all('.page').length > 0)
        await page.has(() => textOf(page.focused) === 'Docs Reader')
      })
    }

    for (const [code, sentence] of [
      ['not_found', 'This app does not exist any more, or you cannot see it.'],
      ['forbidden', 'You may not see this application.'],
    ] as const) {
      it(`says so, and offers nothing that would not help: ${code}`, async () => {
        const api = DetailsPage.apiOf(reader)
        api.failNext('getApp', code)
        const page = await DetailsPage.ask(api, reader.client_id)
        await page.has(() => page.all('.notice').length > 0)
        expect(textOf(page.find('.notice'))).to.contain(sentence)
        expect(page.all('.notice button')).to.deep.equal([])
        await expect(page.element).to.be.accessible()
      })
    }
  })

  it('has no button for what the caller may not do, and says that they may only look', async () => {
    const page = await DetailsPage.show(sampleApp({ can: nothing }))
    expect(textOf(page.find('.notice'))).to.equal('You may look at this, but not change it.')
    expect(headings(page)).to.not.include('Danger zone')
    for (const selector of ['.edit', '.switch', '.add', '.rotate', '.end']) expect(page.all(selector)).to.have.length(0)
    await expect(page.element).to.be.accessible()
  })

  it('has no button for what the host is not set up for', async () => {
    const page = await DetailsPage.show(reader, {
      capabilities: { tokens: false, reassign: false, owners: false, restore_days: 0 },
    })
    expect(page.all('[data-action]').map(({ dataset }) => dataset['action'])).to.deep.equal(['toggle', 'delete'])
  })

  it('shows a deleted app as one that rests, which can be restored', async () => {
    const app = sampleApp({ deleted_at: '2026-06-01T00:00:00.000Z', restorable_until: '2026-07-01T12:00:00.000Z' })
    const page = await DetailsPage.show(app)
    expect(textOf(page.find('.notice'))).to.contain('This application is deleted. It can be restored until July')
    expect(page.all('.switch, .edit, .danger-row, .add')).to.deep.equal([])
    await expect(page.element).to.be.accessible()
    page.find('.notice button').click()
    await page.has(() => page.status.startsWith('Docs Reader was restored.'))
    expect(page.told).to.deep.equal(['restore', 'restored'])
    expect(page.all('.notice')).to.deep.equal([])
    await page.has(() => textOf(page.focused) === 'Docs Reader')
  })

  describe('in any window', () => {
    for (const [width, dir] of [
      [320, 'ltr'],
      [320, 'rtl'],
      [1200, 'rtl'],
    ] as const) {
      it(`fits into ${width} pixels, ${dir}`, async () => {
        await setViewport({ width, height: 800 })
        document.documentElement.dir = dir
        document.documentElement.lang = dir === 'rtl' ? 'ar' : 'en'
        try {
          const long = 'a'.repeat(90)
          const page = await DetailsPage.show(
            sampleApp({ ...reader, client_name: long, redirect_uris: [`https://${long}.example.com/${long}`] }),
          )
          expect(document.documentElement.scrollWidth).to.be.at.most(width)
          expect(headings(page)[0]).to.equal(dir === 'rtl' ? ar.details.overview : 'Overview')
          await expect(page.element).to.be.accessible()
        } finally {
          document.documentElement.removeAttribute('dir')
          document.documentElement.removeAttribute('lang')
          await setViewport({ width: 1000, height: 800 })
        }
      })
    }

    it('is accessible in the dark', async () => {
      await emulateMedia({ colorScheme: 'dark' })
      document.documentElement.style.colorScheme = 'dark'
      document.body.style.background = '#15181c'
      try {
        const page = await DetailsPage.show(reader)
        await expect(page.element).to.be.accessible()
      } finally {
        document.documentElement.removeAttribute('style')
        document.body.removeAttribute('style')
        await emulateMedia({ colorScheme: 'light' })
      }
    })
  })
})
