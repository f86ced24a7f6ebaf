import { expect } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import type { ListColumn } from '../../components/oauth-app-list/columns.js'
import type { OauthAppList } from '../../components/oauth-app-list/oauth-app-list.js'
import { FakeApi } from '../support/fake-api.js'
import { ListPage, textOf } from '../support/list-page.js'
import { sampleApp, sampleConfig } from '../support/sample-data.js'

const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString()

const reader = sampleApp({
  client_id: 'reader-1',
  client_name: 'Docs Reader',
  organization_id: 'acme',
  created_by: { id: 'bob', name: 'Bob' },
  scopes: ['files:read', 'files:write', 'openid', 'rooms:read'],
  created_at: ago(4),
  updated_at: ago(3),
  last_used_at: ago(2),
})
const archive = sampleApp({
  client_id: 'archive-2',
  client_name: 'Archive',
  scopes: [],
  created_at: ago(3),
  updated_at: ago(2),
})
const all: readonly ListColumn[] = ['created_by', 'organization', 'scopes', 'last_used', 'updated', 'created']

async function show(given: Partial<OauthAppList> = {}): Promise<ListPage> {
  const { caller } = sampleConfig()
  const organizations = [{ id: 'acme', name: 'Acme', role: 'owner', can_create: true }] as const
  const page = await ListPage.ask(
    new FakeApi([archive, reader], { caller: { ...caller, organizations: [...organizations] } }),
    given,
  )
  await page.has(() => page.rows.length > 0)
  return page
}

const headers = (page: ListPage): string[] => page.all('thead th').map(textOf)

describe('<oauth-app-list>: columns', () => {
  afterEach(async () => {
    await setViewport({ width: 1000, height: 800 })
  })

  it('shows when an app was created, and no more than that', async () => {
    const page = await show()
    expect(headers(page)).to.deep.equal(['Select all shown', 'Application', 'Status', 'Created', 'Actions'])
  })

  it('shows who created it, for whom, what it may do, and when it was used and changed', async () => {
    const page = await show({ columns: all })
    expect(headers(page).slice(3, -1)).to.deep.equal([
      'Created by',
      'Organization',
      'Scopes',
      'Last used',
      'Changed',
      'Created',
    ])
    const said = (name: string, column: string) => textOf(page.in(name, `.cell.${column} .value`))
    expect(said('Docs Reader', 'created_by')).to.equal('Bob')
    expect(said('Docs Reader', 'organization')).to.equal('Acme')
    expect(said('Docs Reader', 'scopes')).to.equal('files:read files:write +2openid, rooms:read')
    expect(said('Docs Reader', 'last_used')).to.contain('2 days ago')
    expect(said('Docs Reader', 'updated')).to.contain('3 days ago')
    expect(said('Archive', 'organization')).to.equal('None')
    expect(said('Archive', 'scopes')).to.equal('None')
    expect(said('Archive', 'last_used')).to.equal('Never')
    await expect(page.element).to.be.accessible()
  })

  it('takes them as an attribute too, and passes over what is none', async () => {
    const page = await show()
    page.element.setAttribute('columns', 'created nonsense  created_by')
    await page.element.updateComplete
    expect(page.element.columns).to.deep.equal(['created_by', 'created'])
    page.element.setAttribute('columns', '')
    await page.element.updateComplete
    expect(page.all('.cell')).to.deep.equal([])
    page.element.removeAttribute('columns')
    await page.element.updateComplete
    expect(page.element.columns).to.deep.equal(['created'])
  })

  it('are chosen in a menu that stays open, with the keyboard', async () => {
    const page = await show()
    page.find('.columns .menu-button').focus()
    await sendKeys({ press: 'ArrowDown' })
    await page.has(() => page.focusedText === 'Created by')
    expect(page.focused?.getAttribute('role')).to.equal('menuitemcheckbox')
    await sendKeys({ press: 'Enter' })
    await page.has(() => page.all('.cell.created_by').length === 2)
    expect(page.focused?.getAttribute('aria-checked')).to.equal('true')
    await expect(page.element).to.be.accessible()
    await sendKeys({ press: 'End' })
    await sendKeys({ press: 'Space' })
    await page.has(() => page.all('.cell.created').length === 0)
    await sendKeys({ press: 'Escape' })
    expect(page.isFocused(page.find('.columns .menu-button'))).to.equal(true)
    expect(page.events.at(-1)?.detail.columns).to.deep.equal(['created_by'])
    expect(page.api.requestsTo('listApps')).to.have.length(1)
  })

  for (const [column, first, second] of [
    ['Application', 'client_name', '-client_name'],
    ['Created', 'created_at', '-created_at'],
    ['Changed', '-updated_at', 'updated_at'],
    ['Last used', '-last_used_at', 'last_used_at'],
  ] as const) {
    it(`are sorted by when their title is pressed: ${column}`, async () => {
      const page = await show({ columns: all })
      page
        .all('.sort-title')
        .find((title) => textOf(title) === column)
        ?.focus()
      for (const [sort, said] of [
        [first, first.startsWith('-') ? 'descending' : 'ascending'],
        [second, second.startsWith('-') ? 'descending' : 'ascending'],
      ] as const) {
        await sendKeys({ press: 'Enter' })
        await page.has(() => page.element.sort === sort)
        expect(page.all('thead [aria-sort]').map((header) => [textOf(header), header.ariaSort])).to.deep.equal([
          [column, said],
        ])
        await page.settled()
        expect(page.api.requestsTo('listApps').at(-1)?.query.get('sort')).to.equal(sort)
        expect(page.focusedText).to.equal(column)
      }
      expect((page.find('.sort select') as HTMLSelectElement).value).to.equal(second)
    })
  }

  it('are labelled lines of a card at 320 pixels', async () => {
    await setViewport({ width: 320, height: 800 })
    const page = await show({ columns: all })
    expect(document.documentElement.scrollWidth).to.equal(320)
    const shown = page.all('.row .cell-label').filter((label) => label.getBoundingClientRect().height > 0)
    expect(shown.slice(0, 6).map(textOf)).to.deep.equal([
      'Created by',
      'Organization',
      'Scopes',
      'Last used',
      'Changed',
      'Created',
    ])
    expect(page.all('thead button').filter((button) => button.getBoundingClientRect().height > 0)).to.deep.equal([])
    for (const part of page.all('.row *')) {
      if (!part.matches('.visually-hidden')) expect(part.getBoundingClientRect().right).to.be.at.most(320)
    }
    await expect(page.element).to.be.accessible()
  })
})
