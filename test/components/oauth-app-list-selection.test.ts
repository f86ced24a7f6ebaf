import { expect } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import { FakeApi } from '../support/fake-api.js'
import { ListPage, textOf } from '../support/list-page.js'
import { nothing, sampleApp, sampleApps } from '../support/sample-data.js'

const foreign = sampleApp({ client_id: 'foreign', client_name: 'Foreign', can: nothing })

describe('<oauth-app-list>: selecting', () => {
  afterEach(async () => {
    await setViewport({ width: 1000, height: 800 })
  })

  it('shows a bar in place of the toolbar, with the count, and nothing moves', async () => {
    const page = await ListPage.show(sampleApps(3))
    const top = page.find('table').getBoundingClientRect().top
    page.box('App 002').focus()
    await sendKeys({ press: 'Space' })
    await page.has(() => page.count === '1 selected')
    expect(page.find('.toolbar').inert).to.equal(true)
    expect(page.find('table').getBoundingClientRect().top).to.equal(top)
    expect(page.isFocused(page.box('App 002'))).to.equal(true)
    expect(page.box('App 002').getAttribute('aria-label')).to.equal('Select App 002')
    expect(page.events).to.deep.equal([])
    await expect(page.element).to.be.accessible()
    await sendKeys({ press: 'Space' })
    await page.has(() => page.count === '')
    expect(page.find('.toolbar').inert).to.equal(false)
  })

  it('picks what lies between with Shift, by mouse and by keyboard', async () => {
    const page = await ListPage.show(sampleApps(6))
    await page.select('App 005')
    page.box('App 002').dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true }))
    await page.element.updateComplete
    expect(page.selected).to.deep.equal(['App 005', 'App 004', 'App 003', 'App 002'])
    page.box('App 004').focus()
    await sendKeys({ down: 'Shift' })
    await sendKeys({ press: 'Space' })
    await sendKeys({ up: 'Shift' })
    await page.has(() => page.selected.join() === 'App 005')
  })

  it('takes a press beside the box, which does not open the app', async () => {
    const page = await ListPage.show(sampleApps(2))
    page.in('App 002', '.select').click()
    await page.has(() => page.count === '1 selected')
    expect(page.events).to.deep.equal([])
  })

  it('selects all rows by the box in the header, which shows when only some are', async () => {
    const page = await ListPage.show([...sampleApps(3), foreign])
    await page.select('App 001')
    expect([page.selectAll.checked, page.selectAll.indeterminate]).to.deep.equal([false, true])
    page.selectAll.focus()
    await sendKeys({ press: 'Space' })
    await page.has(() => page.count === '3 selected')
    expect([page.selectAll.checked, page.selectAll.indeterminate]).to.deep.equal([true, false])
    expect(page.row('Foreign').querySelector('.select input')).to.equal(null)
    await sendKeys({ press: 'Space' })
    await page.has(() => page.count === '')
    expect([page.selectAll.checked, page.selectAll.indeterminate]).to.deep.equal([false, false])
  })

  it('is given up with Escape, or with a button that leaves the focus in the list', async () => {
    const page = await ListPage.show(sampleApps(3))
    await page.select('App 003', 'App 001')
    page.box('App 001').focus()
    await sendKeys({ press: 'Escape' })
    await page.has(() => page.count === '')
    expect(page.isFocused(page.box('App 001'))).to.equal(true)
    await page.select('App 003')
    page.find('.clear').focus()
    await sendKeys({ press: 'Enter' })
    await page.has(() => page.count === '' && page.isFocused(page.selectAll))
  })

  it('is not given up by an Escape that closes a menu', async () => {
    const page = await ListPage.show(sampleApps(2))
    await page.select('App 001')
    await page.openMenu('App 002')
    await sendKeys({ press: 'Escape' })
    expect(page.count).to.equal('1 selected')
  })

  it('offers only what can be done to something that is selected', async () => {
    const disabled = sampleApp({ client_id: 'off', client_name: 'Off', status: 'disabled' })
    const page = await ListPage.show([...sampleApps(1), disabled])
    const offered = () => page.all('.bulk-actions button:enabled').map(textOf)
    await page.select('Off')
    expect(offered()).to.deep.equal(['Enable', 'Delete'])
    await page.select('App 001')
    expect(offered()).to.deep.equal(['Enable', 'Disable', 'Delete'])
    const { config } = page.api
    page.element.config = { ...config, capabilities: { ...config.capabilities, tokens: true } }
    await page.element.updateComplete
    expect(offered()).to.contain('Revoke tokens')
  })

  it('is not there where nothing could be done, or where the host does not want it', async () => {
    const page = await ListPage.show([foreign])
    expect(page.all('.select')).to.deep.equal([])
    const other = await ListPage.show(sampleApps(1), { selectable: false })
    expect(other.all('.select')).to.deep.equal([])
    other.element.setAttribute('selectable', '')
    await other.element.updateComplete
    expect(other.all('.row .select')).to.have.length(1)
    other.element.setAttribute('selectable', 'false')
    await other.element.updateComplete
    expect(other.all('.select')).to.deep.equal([])
  })

  it('outlives reloading, filtering and editing, and says what is not shown', async () => {
    const page = await ListPage.show(sampleApps(3))
    await page.select('App 003', 'App 002')
    await page.element.reload()
    expect(page.selected).to.deep.equal(['App 003', 'App 002'])
    const [first] = page.api.apps
    if (first) page.element.keepApp({ ...first, client_name: 'Renamed' })
    await page.element.updateComplete
    expect(page.selected).to.deep.equal(['Renamed', 'App 002'])
    page.element.q = 'app'
    page.api.apps = page.api.apps.slice(1)
    await page.has(() => page.rows.length === 2)
    expect(page.count).to.equal('2 selected, 1 of them not shown')
    expect(page.all('.container > [role=status]').map(textOf)).to.deep.equal(['2 selected, 1 of them not shown'])
  })

  it('forgets an app that was deleted', async () => {
    const page = await ListPage.show(sampleApps(3))
    await page.select('App 003', 'App 002')
    await page.question('App 002', 'Delete')
    page.answer('Delete application')
    await page.has(() => page.names.length === 2)
    expect(page.count).to.equal('1 selected')
  })

  describe('all that match', () => {
    async function showMany(count: number): Promise<ListPage> {
      const page = await ListPage.show(sampleApps(count))
      page.selectAll.click()
      await page.has(() => page.count === '20 selected')
      return page
    }

    it('is offered once all rows are selected, and reads the other pages', async () => {
      const page = await showMany(230)
      page.button('Select all that match').focus()
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.count === '230 selected, 210 of them not shown')
      const limits = page.api.requestsTo('listApps').map(({ query }) => query.get('limit'))
      expect(limits).to.deep.equal([null, '100', '100', '100'])
      await page.has(() => page.focused !== null, 'the focus is kept')
      expect(page.all('.selected button')).to.deep.equal([])
      await expect(page.element).to.be.accessible()
    })

    it('is not offered where all are loaded', async () => {
      const page = await ListPage.show(sampleApps(3))
      page.selectAll.click()
      await page.has(() => page.count === '3 selected')
      expect(page.all('.selected button')).to.deep.equal([])
    })

    it('says how far it is, and can be cancelled, which leaves what was selected', async () => {
      const page = await showMany(230)
      const held = page.api.hold('listApps')
      page.button('Select all that match').click()
      await page.has(() => held.length === 1)
      held[0]?.release()
      await page.has(() => held.length === 2 && textOf(page.find('.selected')).includes('100 found so far'))
      await expect(page.element).to.be.accessible()
      page.button('Cancel').click()
      await page.element.updateComplete
      expect(held[1]?.signal?.aborted).to.equal(true)
      page.api.letThrough('listApps')
      await page.settled()
      expect(page.count).to.equal('20 selected')
      expect(page.all('.selected progress')).to.deep.equal([])
    })

    it('stops at a thousand and says so', async () => {
      const page = await showMany(1150)
      page.button('Select all that match').click()
      await page.has(() => page.count.includes('1,000 selected'))
      expect(page.count).to.contain('The first 1,000 applications are selected. Narrow the list to reach the others.')
    })

    it('says why it failed, and can be tried again', async () => {
      const page = await showMany(30)
      page.api.failNext('listApps', 'unavailable')
      page.button('Select all that match').click()
      await page.has(() => page.alert.includes('Not all of them could be selected. The server is busy.'))
      expect(page.count).to.equal('20 selected')
      page.button('Select all that match').click()
      await page.has(() => page.count === '30 selected, 10 of them not shown')
    })
  })

  it('fits 320 pixels, with a box for all rows above the cards', async () => {
    await setViewport({ width: 320, height: 800 })
    const page = await ListPage.ask(new FakeApi(sampleApps(3)))
    await page.has(() => page.rows.length === 3)
    page.selectAll.click()
    await page.has(() => page.count === '3 selected')
    expect(textOf(page.find('.select-all-label'))).to.equal('Select all shown')
    expect(page.find('.select-all-label').getBoundingClientRect().width).to.be.greaterThan(40)
    expect(document.documentElement.scrollWidth).to.equal(320)
    await expect(page.element).to.be.accessible()
  })
})
