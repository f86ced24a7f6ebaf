import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { FakeApi } from '../support/fake-api.js'
import { ListPage } from '../support/list-page.js'
import { sampleApp, sampleApps } from '../support/sample-data.js'

const reader = sampleApp({ client_id: 'reader-1', client_name: 'Docs Reader' })
const archive = sampleApp({ client_id: 'archive-2', client_name: 'Archive', status: 'disabled' })

/** What the latest request for the list asked for. */
function asked(api: FakeApi): Record<string, string> {
  return Object.fromEntries(api.requestsTo('listApps').at(-1)?.query ?? [])
}

describe('<oauth-app-list>: finding apps', () => {
  describe('by searching', () => {
    it('asks once for what was typed in one go, and tells its host', async () => {
      const page = await ListPage.show([reader, archive])
      for (const typed of ['a', 'ar', 'arc', 'arch', 'arch ']) page.type(typed)
      await page.has(() => page.names.join() === 'Archive')
      page.search.focus()
      await sendKeys({ press: 'Enter' })
      expect(page.api.requestsTo('listApps').map(({ query }) => query.get('q'))).to.deep.equal([null, 'arch'])
      expect(page.events.map(({ detail }) => detail.q)).to.deep.equal(['arch'])
      expect(page.search.value).to.equal('arch ')
      expect(page.status).to.equal('1 application shown')
    })

    it('shows the answer to what was typed last, in whatever order the answers come', async () => {
      const page = await ListPage.show([reader, archive])
      const held = page.api.hold('listApps')
      page.type('d')
      await page.has(() => held.length === 1)
      page.type('arc')
      await page.has(() => held.length === 2)
      expect(held.map(({ query, signal }) => [query.get('q'), signal?.aborted])).to.deep.equal([
        ['d', true],
        ['arc', false],
      ])
      held[1]?.release()
      await page.has(() => page.names.join() === 'Archive')
      held[0]?.release()
      await page.settled()
      expect(page.names).to.deep.equal(['Archive'])
      expect(page.find('table').getAttribute('aria-busy')).to.equal('false')
    })

    it('keeps the rows, marked as busy, until the answer is there', async () => {
      const page = await ListPage.show([reader, archive])
      page.api.hold('listApps')
      page.element.q = 'arc'
      await page.element.updateComplete
      expect(page.names).to.deep.equal(['Docs Reader', 'Archive'])
      expect(page.find('table').getAttribute('aria-busy')).to.equal('true')
      page.api.letThrough('listApps')
      await page.has(() => page.names.join() === 'Archive')
    })

    it('shows all apps again at once when the field is emptied and Enter pressed', async () => {
      const page = await ListPage.show([reader, archive], { q: 'arc' })
      expect(page.search.value).to.equal('arc')
      page.type('')
      page.search.focus()
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.names.length === 2)
      expect(page.isFocused(page.search)).to.equal(true)
      expect(page.eventsNamed('oauth-app-list-change')).to.have.length(1)
    })

    it('says when nothing matches, and clears all filters in one step', async () => {
      const page = await ListPage.show([reader, archive])
      page.type('zzz')
      await page.has(() => page.text.includes('Nothing matches'))
      expect(page.status).to.equal('0 applications shown')
      await expect(page.element).to.be.accessible()
      page.button('Clear filters').focus()
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.names.length === 2)
      expect(page.isFocused(page.search)).to.equal(true)
      expect(page.search.value).to.equal('')
    })

    it('keeps the focus when clearing the filters shows that there are no apps at all', async () => {
      const page = await ListPage.ask(new FakeApi(), { q: 'zzz' })
      await page.has(() => page.text.includes('Nothing matches'))
      page.button('Clear filters').click()
      await page.has(() => page.text.includes('No applications yet'))
      await page.has(() => page.focusedText === 'Register application')
    })

    it('follows what its host sets, without telling it', async () => {
      const page = await ListPage.show([reader, archive])
      page.element.q = 'docs'
      await page.has(() => page.names.join() === 'Docs Reader')
      expect(page.search.value).to.equal('docs')
      expect(page.events).to.deep.equal([])
    })
  })

  describe('by filtering and sorting', () => {
    it('filters by status', async () => {
      const page = await ListPage.show([reader, archive])
      expect(page.button('All').getAttribute('aria-pressed')).to.equal('true')
      page.button('Disabled').focus()
      await sendKeys({ press: 'Space' })
      await page.has(() => page.names.join() === 'Archive')
      expect(asked(page.api)).to.deep.equal({ status: 'disabled', sort: '-created_at' })
      expect(page.button('Disabled').getAttribute('aria-pressed')).to.equal('true')
      expect(page.element.status).to.equal('disabled')
      expect(page.events.at(-1)?.detail).to.include({ q: '', status: 'disabled', sort: '-created_at' })
    })

    it('shows a status of its host that has no chip of its own', async () => {
      const rejected = sampleApp({ status: 'rejected' })
      const page = await ListPage.show([rejected], { status: 'rejected' })
      expect(page.button('Rejected').getAttribute('aria-pressed')).to.equal('true')
      expect(page.all('.switch')).to.deep.equal([])
    })

    it('sorts', async () => {
      const page = await ListPage.show([reader, archive])
      const select = page.find('select') as HTMLSelectElement
      expect(select.value).to.equal('-created_at')
      select.focus()
      await sendKeys({ type: 'Name, A' })
      await page.has(() => page.names.join() === 'Archive,Docs Reader')
      expect(asked(page.api)).to.deep.equal({ sort: 'client_name' })
      expect(page.element.sort).to.equal('client_name')
      expect(page.eventsNamed('oauth-app-list-change').at(-1)?.detail.sort).to.equal('client_name')
    })
  })

  describe('by loading more', () => {
    it('adds the next page after the rows, keeps the focus, and says how many came', async () => {
      const page = await ListPage.show(sampleApps(45))
      expect(page.rows).to.have.length(20)
      const button = page.button('Load more')
      button.focus()
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.rows.length === 40)
      expect(asked(page.api)).to.deep.equal({ sort: '-created_at', cursor: '20' })
      expect(page.isFocused(button)).to.equal(true)
      expect(page.status).to.equal('40 applications shown, 20 of them new')
    })

    it('moves the focus to the first new row when there is no more to load', async () => {
      const page = await ListPage.show(sampleApps(25))
      page.button('Load more').focus()
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.rows.length === 25)
      await page.has(() => page.focusedText === 'App 005')
      expect(page.all('.load-more')).to.deep.equal([])
    })

    it('loads a page once, however often its button is pressed', async () => {
      const page = await ListPage.show(sampleApps(45))
      const held = page.api.hold('listApps')
      const button = page.button('Load more')
      button.click()
      button.click()
      await page.has(() => held.length === 1 && button.getAttribute('aria-disabled') === 'true')
      button.click()
      page.api.letThrough('listApps')
      await page.has(() => page.rows.length === 40)
      expect(page.api.requestsTo('listApps')).to.have.length(2)
    })

    it('keeps the rows when the next page does not come, and tries again', async () => {
      const page = await ListPage.show(sampleApps(25))
      page.api.failNext('listApps', 'network')
      page.button('Load more').focus()
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.alert.includes('The server could not be reached'))
      expect(page.rows).to.have.length(20)
      expect(page.focusedText).to.equal('Try again')
      await expect(page.element).to.be.accessible()
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.rows.length === 25)
      expect(page.alert).to.equal('')
    })

    it('shows no app twice when it has moved to a later page', async () => {
      const apps = sampleApps(25)
      const page = await ListPage.show(apps)
      page.api.apps = [sampleApp({ created_at: '2027-01-01T00:00:00.000Z' }), ...apps]
      page.button('Load more').click()
      await page.has(() => page.rows.length === 25)
      expect(new Set(page.names).size).to.equal(25)
    })

    it('gives up the next page when the filter changes', async () => {
      const page = await ListPage.show([...sampleApps(25), archive])
      const held = page.api.hold('listApps')
      page.button('Load more').click()
      await page.has(() => held.length === 1)
      page.element.status = 'disabled'
      await page.has(() => held.length === 2)
      expect(held[0]?.signal?.aborted).to.equal(true)
      page.api.letThrough('listApps')
      await page.settled()
      await page.has(() => page.names.join() === 'Archive')
    })
  })

  it('does not let a page that was on its way undo what was changed meanwhile', async () => {
    const page = await ListPage.show([reader, archive])
    const held = page.api.hold('listApps')
    const reloaded = page.element.reload()
    await page.has(() => held.length === 1)
    page.element.keepApp({ ...reader, client_name: 'Renamed', updated_at: '2026-06-01T00:00:00.000Z' })
    page.api.letThrough('listApps')
    await reloaded
    await page.element.updateComplete
    expect(page.names).to.deep.equal(['Renamed', 'Archive'])
  })
})
