import { expect } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import type { OauthAppList } from '../../components/oauth-app-list/oauth-app-list.js'
import type { Config } from '../../plugin/contract/config.js'
import { FakeApi } from '../support/fake-api.js'
import { ListPage, textOf } from '../support/list-page.js'
import { nothing, sampleApp, sampleConfig } from '../support/sample-data.js'

const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString()

const reader = sampleApp({ client_id: 'reader-1', client_name: 'Docs Reader', last_used_at: ago(1) })
const archive = sampleApp({
  client_id: 'archive-2',
  client_name: 'Archive',
  last_used_at: ago(200),
  organization_id: 'globex',
  created_by: { id: 'bob', name: 'Bob' },
})
const expiring = sampleApp({
  client_id: 'expiring-3',
  client_name: 'Expiring',
  last_used_at: ago(2),
  organization_id: 'acme',
  secrets: [{ id: 's', name: '', hint: 'abcd', created_at: ago(1), expires_at: ago(-7), last_used_at: null }],
})
const gone = sampleApp({
  client_id: 'gone-4',
  client_name: 'Gone',
  deleted_at: ago(1),
  restorable_until: '2031-05-06T07:08:00.000Z',
  can: { ...nothing, restore: true },
})

const acme = { id: 'acme', name: 'Acme', role: 'owner', can_create: true } as const
const globex = { id: 'globex', name: 'Globex', role: 'member', can_create: true } as const

function configWith(caller: Partial<Config['caller']>, restoreDays = 0): Config {
  const config = sampleConfig()
  return {
    ...config,
    capabilities: { ...config.capabilities, restore_days: restoreDays },
    caller: { ...config.caller, ...caller },
  }
}

async function show(config = sampleConfig(), given: Partial<OauthAppList> = {}): Promise<ListPage> {
  const page = await ListPage.ask(new FakeApi([reader, archive, expiring, gone], config), given)
  await page.has(() => page.rows.length > 0)
  return page
}

function asked(page: ListPage): Record<string, string> {
  return Object.fromEntries(page.api.requestsTo('listApps').at(-1)?.query ?? [])
}

const chips = (page: ListPage): string[] => page.all('.chip').map(textOf)
const pressed = (page: ListPage, label: string): string | null => page.button(label).getAttribute('aria-pressed')

describe('<oauth-app-list>: filters', () => {
  afterEach(async () => {
    await setViewport({ width: 1000, height: 800 })
  })

  it('shows how apps stand with those who review, and all that waits for them: new apps, and changes', async () => {
    const since = { submitted_at: ago(3), submitted_by: reader.created_by, decided_at: null, reason: null }
    const review = { ...since, status: 'pending' } as const
    const config = configWith({ can_review: true })
    const api = new FakeApi([{ ...reader, review }, { ...archive, status: 'pending', review }, expiring], {
      ...config,
      capabilities: { ...config.capabilities, review: true },
    })
    const page = await ListPage.ask(api, {})
    await page.has(() => page.rows.length === 3)
    expect(chips(page)).to.include.members(['In review', 'Rejected', 'Draft'])
    expect(page.rows.map((row) => textOf(row.querySelector('.status')))).to.include('Active Changes: In review')
    page.button('In review').click()
    await page.has(() => page.rows.length === 2)
    expect(asked(page)).to.deep.equal({ sort: '-created_at', review: 'pending' })
    expect(page.element.status).to.equal('pending')
    await expect(page.element).to.be.accessible()
  })

  it('shows what was not used for long, and what has a secret that ends soon', async () => {
    const page = await show()
    page.button('Unused for 90 days').focus()
    await sendKeys({ press: 'Enter' })
    await page.has(() => page.names.join() === 'Archive')
    expect(asked(page)).to.deep.equal({ sort: '-created_at', unused_for_days: '90' })
    expect(pressed(page, 'Unused for 90 days')).to.equal('true')
    expect(page.element.unusedForDays).to.equal(90)
    page.button('Unused for 90 days').click()
    page.button('Secret expires within 14 days').click()
    await page.has(() => page.names.join() === 'Expiring')
    expect(asked(page)).to.deep.equal({ sort: '-created_at', secret_expires_within_days: '14' })
    await expect(page.element).to.be.accessible()
  })

  it('leads to the deleted apps also where there are no others', async () => {
    const page = await ListPage.ask(new FakeApi([gone], configWith({}, 30)))
    await page.has(() => page.text.includes('No applications yet'))
    await expect(page.element).to.be.accessible()
    page.button('Show deleted applications').focus()
    await sendKeys({ press: 'Enter' })
    await page.has(() => page.names.join() === 'Gone')
    expect(page.element.status).to.equal('deleted')
    expect(page.eventsNamed('oauth-app-list-change')).to.have.length(1)
    expect(page.element.shadowRoot?.activeElement, 'the focus is lost').to.equal(page.find('.results'))
  })

  it('offers no choice that leads nowhere', async () => {
    const page = await show()
    expect(chips(page)).to.deep.equal([
      'All',
      'Active',
      'Disabled',
      'Unused for 90 days',
      'Secret expires within 14 days',
    ])
    expect(page.all('.organization-filter')).to.deep.equal([])
  })

  it('tells mine from everyone’s where the caller sees those of others', async () => {
    const page = await show(configWith({ sees_others: true }))
    expect(pressed(page, "Everyone's")).to.equal('true')
    page.button('Mine').click()
    await page.has(() => !page.names.includes('Archive'))
    expect(asked(page)['created_by']).to.equal('me')
    expect(pressed(page, 'Mine')).to.equal('true')
    page.button("Everyone's").click()
    await page.has(() => page.names.includes('Archive'))
  })

  it('narrows to one of several organizations', async () => {
    const page = await show(configWith({ organizations: [acme, globex] }))
    const select = page.find('.organization-filter select') as HTMLSelectElement
    expect([...select.options].map(textOf)).to.deep.equal(['All organizations', 'Acme', 'Globex'])
    select.focus()
    await sendKeys({ type: 'Glo' })
    await page.has(() => page.names.join() === 'Archive')
    expect(page.element.organizationId).to.equal('globex')
    select.selectedIndex = 0
    select.dispatchEvent(new Event('change'))
    await page.has(() => page.rows.length === 3)
    expect(page.element.organizationId).to.equal(undefined)
  })

  it('narrows to one of all organizations for whoever oversees them', async () => {
    const organizations = [acme, globex].map(({ id, name }) => ({ id, name }))
    const page = await show({ ...configWith({ administrator: true }), organizations }, { columns: ['organization'] })
    const select = page.find('.organization-filter select') as HTMLSelectElement
    expect([...select.options].map(textOf)).to.deep.equal(['All organizations', 'Acme', 'Globex'])
    expect(page.rows.map(textOf).join()).to.contain('Globex').and.not.to.contain('globex')
  })

  it('lets a person leave an organization that the host has set and that is none of theirs', async () => {
    const page = await show(configWith({ administrator: true, organizations: [acme] }), { organizationId: 'globex' })
    const select = page.find('.organization-filter select') as HTMLSelectElement
    expect([...select.options].map(textOf)).to.deep.equal(['All organizations', 'Acme', 'globex'])
    expect(select.selectedIndex).to.equal(2)
  })

  describe('of deleted apps', () => {
    it('is offered where they can be restored', async () => {
      const page = await show(configWith({}, 30))
      page.button('Deleted').click()
      await page.has(() => page.names.join() === 'Gone')
      expect(textOf(page.in('Gone', '.badge'))).to.equal('Deleted')
      expect(textOf(page.in('Gone', '.until'))).to.match(/^Can be restored until May 6, 2031/)
      expect(page.all('.row :is(.switch, [type=checkbox])')).to.deep.equal([])
      await expect(page.element).to.be.accessible()
    })

    it('opens none of them', async () => {
      const page = await show(configWith({}, 30), { status: 'deleted' })
      page.in('Gone', '.name').click()
      page.in('Gone', '.created').click()
      expect(page.events).to.deep.equal([])
    })

    it('restores one, which leaves the rows, and keeps the focus in the list', async () => {
      const page = await show(configWith({}, 30), { status: 'deleted' })
      page.in('Gone', '.restore').focus()
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.rows.length === 0)
      expect(page.api.requestsTo('restoreApp')).to.have.length(1)
      await page.has(() => page.focused !== null)
    })
  })

  describe('as properties', () => {
    it('are all told to the host in one event, so that it can set them back', async () => {
      const page = await show(configWith({ sees_others: true, organizations: [acme, globex] }))
      page.button('Unused for 90 days').click()
      page.button('Mine').click()
      const detail = page.events.at(-1)?.detail
      expect(detail).to.deep.equal({
        q: '',
        status: undefined,
        sort: '-created_at',
        organizationId: undefined,
        createdBy: 'me',
        unusedForDays: 90,
        secretExpiresWithinDays: undefined,
        columns: ['created'],
      })
      const other = await ListPage.ask(page.api, detail)
      await other.settled()
      expect(asked(other)).to.deep.equal({ sort: '-created_at', created_by: 'me', unused_for_days: '90' })
    })

    it('can be given as attributes, of which nonsense counts as none', async () => {
      const page = await show()
      const attributes = {
        q: 'doc',
        status: 'active',
        sort: 'client_name',
        'organization-id': 'acme',
        'created-by': 'me',
        'unused-for-days': '30',
        'secret-expires-within-days': '7',
      }
      for (const [name, value] of Object.entries(attributes)) page.element.setAttribute(name, value)
      await page.settled()
      expect(asked(page)).to.deep.equal({
        q: 'doc',
        status: 'active',
        sort: 'client_name',
        organization_id: 'acme',
        created_by: 'me',
        unused_for_days: '30',
        secret_expires_within_days: '7',
      })
      expect(pressed(page, 'Unused for 30 days')).to.equal('true')
      for (const name of ['status', 'sort', 'unused-for-days', 'secret-expires-within-days']) {
        page.element.setAttribute(name, 'nonsense')
      }
      for (const name of ['q', 'organization-id', 'created-by']) page.element.removeAttribute(name)
      await page.settled()
      expect(asked(page)).to.deep.equal({ sort: '-created_at' })
    })

    it('are all given up in one step', async () => {
      const page = await show(sampleConfig(), { unusedForDays: 90 })
      page.element.createdBy = 'nobody'
      await page.has(() => page.text.includes('Nothing matches'))
      page.button('Clear filters').click()
      await page.has(() => page.rows.length === 3)
      expect(page.isFocused(page.search)).to.equal(true)
    })
  })

  it('fits 320 pixels', async () => {
    await setViewport({ width: 320, height: 800 })
    const page = await show(configWith({ sees_others: true, organizations: [acme, globex] }, 30))
    expect(document.documentElement.scrollWidth).to.equal(320)
    page.button('Filters').click()
    for (const part of page.all('.filters *')) expect(part.getBoundingClientRect().right).to.be.at.most(320)
    expect(page.all('.filters .chip').at(-1)?.getBoundingClientRect().width).to.be.greaterThan(0)
    expect(document.documentElement.scrollWidth).to.equal(320)
    await expect(page.element).to.be.accessible()
  })

  it('are behind one button at 320 pixels, which says how many are in force', async () => {
    await setViewport({ width: 320, height: 800 })
    const page = await show(configWith({ sees_others: true, organizations: [acme, globex] }, 30))
    const isShown = (part: HTMLElement | undefined): boolean => (part?.getBoundingClientRect().height ?? 0) > 0
    expect(isShown(page.all('.filters')[0])).to.equal(false)
    await expect(page.element).to.be.accessible()
    page.button('Filters').focus()
    await sendKeys({ press: 'Enter' })
    expect(page.button('Filters').getAttribute('aria-expanded')).to.equal('true')
    await sendKeys({ press: 'Tab' })
    expect(textOf(page.focused ?? null)).to.equal('All')
    page.button('Disabled').click()
    page.element.unusedForDays = 90
    await page.has(() => page.all('.filters-button').map(textOf).join() === 'Filters (2)')
    expect(isShown(page.all('.filters')[0]), 'it stays open').to.equal(true)
    page.button('Filters (2)').click()
    expect(isShown(page.all('.filters')[0])).to.equal(false)
    await setViewport({ width: 1000, height: 800 })
    expect([isShown(page.all('.filters-button')[0]), isShown(page.all('.filters')[0])]).to.deep.equal([false, true])
  })

  describe('the search field', () => {
    it('is emptied by a button that the keyboard reaches', async () => {
      const page = await show()
      expect(page.all('.clear-search')).to.deep.equal([])
      page.type('arch')
      await page.has(() => page.names.join() === 'Archive')
      page.search.focus()
      await sendKeys({ press: 'Tab' })
      expect(page.focused?.getAttribute('aria-label')).to.equal('Clear the search')
      await expect(page.element).to.be.accessible()
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.rows.length === 3)
      expect(page.search.value).to.equal('')
      expect(page.isFocused(page.search)).to.equal(true)
    })
  })
})
