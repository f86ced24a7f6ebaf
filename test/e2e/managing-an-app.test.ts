import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { AppEventLine } from '../../plugin/contract/events.js'
import { ManagedHost, type CreatedApp } from '../support/managed-host.js'
import { ManagedPage } from '../support/managed-page.js'
import { people } from '../support/managed-people.js'
import { parseCsv } from '../support/parse-csv.js'

const formula = '=HYPERLINK("https://evil.example.com","Prize")'

describe('SQLite: an owner of an organisation, on the page of a member’s app', () => {
  let host: ManagedHost
  let page: ManagedPage
  let app: CreatedApp
  before(async () => {
    host = await ManagedHost.start()
    await host.createMany('owner', 'Warehouse', 45)
    app = await host.create('member', {
      client_name: formula,
      client_uri: 'https://reports.example.com',
      redirect_uris: ['https://reports.example.com/callback'],
      scopes: ['files:write', 'members:remove'],
    })
    await host.createMany('admin', 'Till', 45)
    const members = { client_name: 'Quarterly reports', description: 'Collects the numbers.' }
    await host.registry.updateApp(people.member, app.client_id, 1, { members, faults: [] })
    page = await ManagedPage.open(host, 'owner')
  })
  after(async () => {
    await page.close()
    await host.close()
    assert.deepEqual(host.violations, [])
  })

  it('finds it among many, by the beginning of a word', async () => {
    await page.row('Till 045').waitFor()
    assert.equal(await page.row('Quarterly reports').count(), 0)
    await page.assertAccessible(page.row('Till 045'))
    await page.search('repo')
    await page.row('Quarterly reports').waitFor()
    assert.deepEqual(await page.names(), ['Quarterly reports'])
  })

  it('finds it among those of the organisation, and not among their own', async () => {
    await page.filter('Mine').click()
    await page.list.getByText('Nothing matches').waitFor()
    await page.assertAccessible(page.list.getByText('Nothing matches'))
    await page.filter("Everyone's").click()
    await page.row('Quarterly reports').waitFor()
  })

  it('reads what it is and whose', async () => {
    await page.openApp('Quarterly reports')
    const overview = page.section('Overview')
    assert.equal(await fact('Owner'), 'Mia Member')
    assert.equal(await fact('Description'), 'Collects the numbers.')
    assert.equal(await fact('Redirect URLs'), 'https://reports.example.com/callback')
    const link = overview.getByRole('link', { name: 'https://reports.example.com', exact: true })
    assert.equal(await link.getAttribute('rel'), 'noopener noreferrer')
    assert.ok(await page.details.getByText(app.client_id).first().isVisible())
    await page.assertAccessible(overview)
  })

  it('reads what it may ask for, the dangerous scopes apart', async () => {
    const scopes = page.section('Access scopes')
    await scopes.getByRole('heading', { name: 'Dangerous' }).waitFor()
    assert.ok(await scopes.getByText('Remove people from the organization').isVisible())
    assert.ok(await scopes.getByText('files:read').first().isVisible(), 'what files:write brings along is not told')
  })

  it('sees its secret by its last characters', async () => {
    const secrets = page.section('Client secrets')
    assert.ok(await secrets.getByText('1 of 5 in use').isVisible())
    assert.ok(await secrets.getByText(`…${app.client_secret.slice(-4)}`).isVisible())
    assert.ok(!(await page.everything()).includes(app.client_secret))
  })

  it('reads in sentences who did what, the newest first, with what it was before', async () => {
    const activity = page.section('Activity')
    const lines = activity.getByRole('listitem')
    assert.deepEqual(await lines.getByRole('paragraph').allTextContents(), [
      'Mia Member changed the application.',
      'Mia Member registered the application.',
    ])
    await lines.first().getByText('App name, Description').click()
    await lines.first().getByText(formula).waitFor()
    assert.ok(await lines.first().getByText('Quarterly reports').isVisible())
    await page.assertAccessible(lines.first().getByText(formula))
  })

  it('narrows the activity to one kind', async () => {
    const activity = page.section('Activity')
    const kind = activity.getByRole('combobox', { name: 'Kind of activity' })
    await kind.selectOption('Registered')
    await activity.getByText('1 entry shown').waitFor({ state: 'attached' })
    assert.equal(await activity.getByText('Mia Member changed the application.').count(), 0)
    await kind.selectOption('All activity')
    await activity.getByText('2 entries shown').waitFor({ state: 'attached' })
  })

  it('downloads the activity as CSV, in which no cell is a formula', async () => {
    const { name, text } = await page.download(() => page.button('Export as CSV').click())
    assert.equal(name, `${app.client_id}-activity.csv`)
    const rows = parseCsv(text)
    const renamed = rows.find(([, action, , , member]) => action === 'app.updated' && member === 'client_name')
    assert.deepEqual(renamed?.slice(2), ['mia', 'Mia Member', 'client_name', `'${formula}`, 'Quarterly reports'])
    assert.deepEqual(
      rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell)),
      [],
    )
    await page.told('The file was made.')
  })

  it('downloads the activity as JSON, as it is', async () => {
    const { name, text } = await page.download(() => page.button('Export as JSON').click())
    assert.equal(name, `${app.client_id}-activity.json`)
    const { items } = JSON.parse(text) as { items: AppEventLine[] }
    assert.deepEqual(
      items.map(({ action, actor }) => [action, actor.name]),
      [
        ['app.updated', 'Mia Member'],
        ['app.created', 'Mia Member'],
      ],
    )
    assert.deepEqual(items[0]?.changes['client_name'], { before: formula, after: 'Quarterly reports' })
  })

  it('comes back to the list as it was, with the focus on the app', async () => {
    await page.backToList()
    assert.deepEqual(await page.names(), ['Quarterly reports'])
    assert.equal(await page.list.getByRole('searchbox').inputValue(), 'repo')
    const name = page.list.getByRole('button', { name: 'Quarterly reports', exact: true })
    assert.ok(await page.hasFocus(name))
  })

  async function fact(label: string): Promise<string> {
    const row = page
      .section('Overview')
      .locator('.fact')
      .filter({ has: page.page.getByText(label, { exact: true }) })
    return (await row.getByRole('definition').innerText()).trim()
  }
})
