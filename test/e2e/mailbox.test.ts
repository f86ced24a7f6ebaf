import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { chromium, type Browser, type Page } from 'playwright-core'
import { axeViolations } from '../support/axe.js'
import { chromiumLaunchOptions } from '../support/chromium.js'
import { sqliteKind, type TestDatabase } from '../support/databases.js'
import { MailboxPage } from '../support/mailbox-page.js'
import { RunningDemo } from '../support/running-demo.js'

describe('SQLite: the mailbox of a portal, in a browser', () => {
  let database: TestDatabase
  let demo: RunningDemo
  let browser: Browser
  let page: Page
  let mailbox: MailboxPage
  before(async () => {
    database = await sqliteKind.create()
    demo = await RunningDemo.start(database)
    browser = await chromium.launch(chromiumLaunchOptions())
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
    mailbox = new MailboxPage(page, `${demo.url}oro/mailbox`)
  })
  after(async () => {
    await browser.close()
    await demo.stop()
    await database.drop()
  })

  const create = async (role: string, client_name: string, portal = 'oro'): Promise<string> => {
    const response = await demo.call(portal, 'POST', '/apps', role, { client_name, organization_id: 'acme' })
    assert.equal(response.status, 201)
    return ((await response.json()) as { client_id: string }).client_id
  }

  it('is empty at first, and fills by itself', async () => {
    await mailbox.open()
    await page.getByText('No mails yet.').waitFor()
    assert.deepEqual(await axeViolations(page), [])
    await create('member', 'ERP connector')
    await mailbox.mail('Your OAuth application ERP connector').waitFor()
  })

  it('shows a mail by the template of the host, in a frame that runs nothing', async () => {
    await mailbox.frame.getByRole('heading', { name: 'An OAuth application was added for you' }).waitFor()
    await mailbox.letter.getByText('Mia Member <member@example.com>').waitFor()
    assert.equal(
      await mailbox.letter.locator('iframe').getAttribute('sandbox'),
      'allow-popups allow-popups-to-escape-sandbox',
    )
    const link = mailbox.frame.getByRole('link', { name: 'Manage your applications' })
    assert.match((await link.getAttribute('href')) ?? '', /\/oro#app\/[a-z2-7]{26}$/)
    assert.deepEqual(await axeViolations(page), [])
  })

  it('shows it as text, and as it was sent', async () => {
    assert.match(await mailbox.showAs('Text'), /^An OAuth application was added for you\n\nHello Mia Member,/)
    const source = await mailbox.showAs('Headers and source')
    assert.match(source, /^Message-ID: <[a-z2-7]{26}\.mail@oro\.example>$/m)
    assert.match(source, /^Auto-Submitted: auto-generated$/m)
    assert.deepEqual(await axeViolations(page), [])
  })

  it('has each mail in the language of whom it is for: ours where the host has no template', async () => {
    const clientId = await create('admin', 'Berichte')
    await create('multi', 'Reports')
    await demo.call('oro', 'POST', `/apps/${clientId}/disable`, 'root')
    await mailbox.open()
    await mailbox.mail('Berichte wurde deaktiviert').click()
    await mailbox.frame.getByText('Ruth Root hat Ihre Anwendung deaktiviert.').waitFor()
    await mailbox.mail('Ihre OAuth-Anwendung Berichte').waitFor()
    await mailbox.mail('تم تسجيل Reports').click()
    await mailbox.frame.locator('html[dir=rtl]').waitFor()
  })

  it('previews each template with an app that there is, in each language', async () => {
    await page.getByRole('link', { name: 'Templates' }).click()
    const subjects = {
      created: ['Your OAuth application ERP connector', 'Ihre OAuth-Anwendung ERP connector', 'تم تسجيل ERP connector'],
      rejected: [
        'ERP connector has not been approved',
        'ERP connector wurde nicht freigegeben',
        'لم تتم الموافقة على ERP connector',
      ],
    }
    const language = page.getByLabel('Language of the mail')
    for (const [name, translated] of Object.entries(subjects)) {
      await page.locator('.mails').getByRole('link', { name, exact: true }).click()
      // What is chosen while the page is on its way to another is nobody's choice.
      await page.waitForURL(({ searchParams }) => searchParams.get('name') === name)
      for (const [index, locale] of ['en', 'de', 'ar'].entries()) {
        if ((await language.inputValue()) !== locale) await language.selectOption(locale)
        await page.waitForURL(({ searchParams }) => searchParams.get('locale') === locale)
        await mailbox.letter.getByRole('heading', { name: translated[index] ?? '' }).waitFor()
        await mailbox.frame.getByText('ERP connector').first().waitFor()
      }
    }
    assert.deepEqual(await axeViolations(page), [])
  })

  it('fits a narrow screen, from right to left as well', async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    for (const query of ['?lang=en', '?lang=ar', '/templates?lang=ar&locale=ar']) {
      await mailbox.open(query)
      await mailbox.letter.waitFor()
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), query)
    }
  })

  it('is one for each portal', async () => {
    const response = await fetch(`${demo.url}organization/mailbox`)
    assert.ok(!(await response.text()).includes('ERP connector'))
  })
})
