import { expect } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import { ListPage } from '../support/list-page.js'
import { sampleApp, sampleApps } from '../support/sample-data.js'

/** A list of which three pages are loaded. */
async function showPages(): Promise<ListPage> {
  const page = await ListPage.show(sampleApps(130))
  for (const rows of [40, 60]) {
    page.button('Load more').click()
    await page.has(() => page.rows.length === rows)
  }
  return page
}

describe('<oauth-app-list>: keeping its place', () => {
  afterEach(async () => {
    await setViewport({ width: 1000, height: 800 })
  })

  it('reads as many rows again as there are, and shows those of before until then', async () => {
    const page = await showPages()
    page.api.apps = page.api.apps.map((app) => ({ ...app, client_name: `New ${app.client_id}` }))
    const held = page.api.hold('listApps')
    const reloaded = page.element.reload()
    await page.has(() => held.length === 1)
    expect(held[0]?.query.get('limit')).to.equal('60')
    expect(page.rows).to.have.length(60)
    page.api.letThrough('listApps')
    await reloaded
    await page.has(() => page.names[0] === 'New client-130')
    expect(page.rows).to.have.length(60)
    page.button('Load more').click()
    await page.has(() => page.rows.length === 80)
    expect(new Set(page.names).size).to.equal(80)
  })

  it('keeps the rows when newer ones do not come, and says so', async () => {
    const page = await ListPage.show(sampleApps(3))
    page.api.failNext('listApps', 'unavailable')
    await page.element.reload()
    await page.element.updateComplete
    expect(page.rows).to.have.length(3)
    expect(page.alert).to.equal(
      'The list could not be brought up to date. The server is busy. Wait a moment and try again.',
    )
    await expect(page.element).to.be.accessible()
    await page.element.reload()
    await page.element.updateComplete
    expect(page.alert).to.equal('')
  })

  it('begins at the first page when it is narrowed', async () => {
    const page = await showPages()
    page.element.q = 'app'
    await page.has(() => page.rows.length === 20)
  })

  it('is scrolled as it was when somebody comes back to it', async () => {
    await setViewport({ width: 1000, height: 500 })
    const page = await showPages()
    const name = page.in('App 100', '.name')
    name.scrollIntoView({ block: 'center' })
    const before = scrollY
    expect(before).to.be.greaterThan(500)
    page.element.addEventListener('oauth-app-open', () => {
      page.element.hidden = true
      scrollTo(0, 0)
    })
    name.click()
    page.element.keepApp({ ...sampleApp(), ...page.api.apps[30], client_name: 'Renamed' })
    page.element.hidden = false
    await page.element.focusApp('client-100')
    expect(scrollY).to.be.closeTo(before, 1)
    expect(page.focusedText).to.equal('Renamed')
    expect(page.rows).to.have.length(60)
  })
})
