import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Locator, Route } from 'playwright-core'
import type { AppListQuery } from '../../plugin/contract/app-list.js'
import { ManagedHost, type CreatedApp } from '../support/managed-host.js'
import { ManagedPage } from '../support/managed-page.js'
import { people } from '../support/managed-people.js'

const bulk = '**/api/oauth-apps/apps/bulk'

describe('SQLite: an owner of an organisation, with many apps at once', () => {
  let host: ManagedHost
  let page: ManagedPage
  let sensors: CreatedApp[]
  before(async () => {
    host = await ManagedHost.start()
    await host.createMany('owner', 'Till', 12)
    sensors = await host.createMany('member', 'Sensor', 130)
    page = await ManagedPage.open(host, 'owner')
  })
  after(async () => {
    await page.close()
    await host.close()
    assert.deepEqual(host.violations, [])
  })

  const bar = (): Locator => page.list.getByRole('group', { name: 'Selected applications' })
  const bulkDialog = (): Locator => page.page.locator('#bulk')

  it('narrows the list, sorts it and chooses columns, and a reload brings all of it back', async () => {
    await page.row('Sensor 130').waitFor()
    await page.search('sensor')
    await page.filter('Active').click()
    await page.list.getByRole('combobox', { name: 'Sort' }).selectOption('Name, A to Z')
    await page.button('Columns').click()
    await page.page.getByRole('menuitemcheckbox', { name: 'Created by' }).click()
    await page.page.getByRole('columnheader', { name: 'Created by' }).waitFor()
    await page.page.keyboard.press('Escape')
    await page.row('Sensor 020').waitFor()
    await page.assertAccessible(page.row('Sensor 020'))

    await page.page.reload()
    await page.row('Sensor 020').getByText('Mia Member').waitFor()
    assert.equal((await page.names())[0], 'Sensor 001')
    assert.equal(await page.list.getByRole('searchbox').inputValue(), 'sensor')
    assert.equal(await page.filter('Active').getAttribute('aria-pressed'), 'true')
  })

  it('gives a host all that the list shows as one value, which brings it back when the host sets it', async () => {
    await page.filter('Disabled').click()
    await page.list.getByText('Nothing matches').waitFor()
    const told = await page.page.evaluate(() => new URLSearchParams(location.search).get('list') ?? '')
    assert.deepEqual(JSON.parse(told), {
      q: 'sensor',
      status: 'disabled',
      sort: 'client_name',
      columns: ['created_by', 'created'],
    })
    await page.page.goBack()
    await page.row('Sensor 001').getByText('Mia Member').waitFor()
    assert.equal(await page.filter('Active').getAttribute('aria-pressed'), 'true')
  })

  it('keeps scroll, filters and selection while an app is looked at', async () => {
    await page.button('Load more').click()
    await page.row('Sensor 040').waitFor()
    for (const name of ['Sensor 003', 'Sensor 039']) {
      await page.list.getByRole('checkbox', { name: `Select ${name}` }).click()
    }
    const scrolled = await page.page.evaluate(() => scrollY)
    assert.ok(scrolled > 500, 'the list is not long enough to be scrolled')
    await page.openApp('Sensor 039')
    await page.backToList()
    await page.row('Sensor 040').waitFor()
    assert.equal(await page.page.evaluate(() => scrollY), scrolled)
    assert.equal((await page.names()).length, 40)
    await bar().getByText('2 selected').waitFor()
  })

  it('selects all that match, on pages that were not loaded too', async () => {
    await page.page.getByRole('checkbox', { name: 'Select all shown' }).click()
    await bar().getByText('40 selected').waitFor()
    await bar().getByRole('button', { name: 'Select all that match' }).click()
    await bar().getByText('130 selected, 90 of them not shown').waitFor()
    await page.assertAccessible(bar())
  })

  it('disables them, sees how far it is, and reads which one could not be and why', async () => {
    // Somebody deletes two of them while this page still shows them.
    for (const { client_id } of [sensors[4], sensors[110]].filter((app) => app !== undefined)) {
      await host.registry.deleteApp(people.admin, client_id)
    }
    const held = holdSecondCall()
    await bar().getByRole('button', { name: 'Disable' }).click()
    await bulkDialog().getByRole('heading', { name: 'Disable 130 applications?' }).waitFor()
    assert.ok(await page.hasFocus(bulkDialog().getByRole('button', { name: 'Cancel' })))
    await page.assertAccessible(bulkDialog())
    await bulkDialog().getByRole('button', { name: 'Disable' }).click()

    const route = await held
    await bulkDialog().getByText('100 of 130 done').waitFor()
    assert.equal(
      await bulkDialog()
        .getByRole('progressbar')
        .evaluate((bar) => 'value' in bar && bar.value),
      100,
    )
    await page.assertAccessible(bulkDialog().getByRole('progressbar'))
    assert.equal(await count({ status: 'disabled' }), 99)
    await route.continue()

    await bulkDialog().getByText('128 applications disabled.').waitFor()
    await bulkDialog().getByText('2 applications could not be changed.').waitFor()
    const failures = bulkDialog().getByRole('list', { name: 'What failed' }).getByRole('listitem')
    const why = 'This app does not exist any more, or you cannot see it.'
    assert.deepEqual(await failures.allInnerTexts(), [`Sensor 005\n${why}`, `Sensor 111\n${why}`])
    await page.assertAccessible(failures)
    assert.equal(await count({ status: 'disabled' }), 128)
  })

  it('tries those that failed again, once they are there again', async () => {
    for (const { client_id } of [sensors[4], sensors[110]].filter((app) => app !== undefined)) {
      await host.registry.restoreApp(people.admin, client_id)
    }
    await bulkDialog().getByRole('button', { name: 'Retry failed' }).click()
    await bulkDialog().waitFor({ state: 'detached' })
    await page.told('130 applications disabled.')
    assert.equal(await count({ status: 'disabled' }), 130)
    assert.equal(await count({ status: 'active' }), 12)
  })

  it('keeps the rows in their place, as they are now', async () => {
    assert.equal((await page.names()).length, 40)
    assert.equal((await page.names())[0], 'Sensor 001')
    await page.row('Sensor 001').getByText('Disabled').waitFor()
    assert.equal(await page.row('Sensor 001').getByText('Active').count(), 0)
    assert.equal(await bar().count(), 0)
  })

  it('deletes some by typing how many, and their tokens stop', async () => {
    const [first] = sensors
    assert.ok(first)
    await host.registry.enableApp(people.owner, first.client_id)
    const token = host.tokens.issue(first.client_id, 'ada')
    assert.ok(await host.tokens.isActive(token))
    for (const name of ['Sensor 001', 'Sensor 002']) {
      await page.list.getByRole('checkbox', { name: `Select ${name}` }).click()
    }
    await bar().getByRole('button', { name: 'Delete' }).click()
    const dialog = bulkDialog()
    await dialog.getByText('For 30 days you can restore them.').waitFor()
    await dialog.getByText('Tokens that work now').waitFor()
    assert.deepEqual(await dialog.getByRole('definition').allInnerTexts(), ['1', '1'])
    await dialog.getByRole('textbox', { name: 'Type 2 to confirm' }).fill('2')
    await page.assertAccessible(dialog)
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await page.told('2 applications deleted.')
    await page.row('Sensor 001').waitFor({ state: 'detached' })
    assert.ok(!(await host.tokens.isActive(token)))
    assert.equal(await count({ status: 'deleted' }), 2)
  })

  it('does it where that is allowed, and says of the others that it is not, as the server says it', async () => {
    const other = sensors[3] ?? assert.fail()
    await host.registry.reassignApp(people.owner, other.client_id, { members: { owner_id: 'noah' }, faults: [] })
    for (const name of ['Sensor 003', 'Sensor 004']) {
      await page.list.getByRole('checkbox', { name: `Select ${name}` }).click()
    }
    // From now on nobody may change what is Mia's, and this page does not know it.
    host.frozen.add('mia')
    const answered = page.page.waitForResponse(bulk)
    await bar().getByRole('button', { name: 'Enable' }).click()
    await bulkDialog().getByRole('button', { name: 'Enable' }).click()
    const { results } = (await (await answered).json()) as { results: { status: number }[] }
    assert.deepEqual(
      results.map(({ status }) => status),
      [403, 200],
    )
    const failures = bulkDialog().getByRole('list', { name: 'What failed' }).getByRole('listitem')
    await failures.first().waitFor()
    assert.deepEqual(await failures.allInnerTexts(), ['Sensor 003\nYou may look at this, but not change it.'])
    await bulkDialog().getByText('1 application enabled.').waitFor()
    await page.assertAccessible(failures)
    await bulkDialog().getByRole('button', { name: 'Close' }).click()
    await page.row('Sensor 004').getByText('Active').waitFor()
    assert.equal(await bar().count(), 0)
    host.frozen.clear()
  })

  /** The second call to come, which waits. */
  function holdSecondCall(): Promise<Route> {
    return new Promise((resolve) => {
      let calls = 0
      void page.page.route(bulk, (route) => {
        calls += 1
        if (calls === 2) resolve(route)
        else void route.continue()
      })
    })
  }

  /** How many apps the organisation has, as the database knows it. */
  async function count(query: AppListQuery, known = 0): Promise<number> {
    const members = { ...query, limit: 100 }
    const { items, next_cursor } = await host.registry.listApps(people.owner, { members, faults: [] })
    const sum = known + items.length
    return next_cursor === null ? sum : count({ ...query, cursor: next_cursor }, sum)
  }
})
