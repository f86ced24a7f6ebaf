import { expect } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import type { Capabilities } from '../../plugin/contract/config.js'
import { FakeApi } from '../support/fake-api.js'
import { ListPage, textOf } from '../support/list-page.js'
import { sampleApp, sampleApps, sampleConfig } from '../support/sample-data.js'

const off = sampleApp({ client_id: 'off', client_name: 'Off', status: 'disabled' })

async function show(apps = sampleApps(3), given: Partial<Capabilities> = {}): Promise<ListPage> {
  const capabilities = { ...sampleConfig().capabilities, ...given }
  const page = await ListPage.ask(new FakeApi(apps, { capabilities }))
  await page.has(() => page.rows.length > 0)
  return page
}

/** All apps of a list that has more than one page. */
async function showAll(count: number, given: Partial<Capabilities> = {}): Promise<ListPage> {
  const page = await show(sampleApps(count), given)
  page.selectAll.click()
  await page.element.updateComplete
  page.button('Select all that match').click()
  await page.has(() => page.count.startsWith(`${count} selected`))
  return page
}

const badges = (page: ListPage): string[] => page.all('.row .badge').map(textOf)
const sent = (page: ListPage): unknown[] => page.api.requestsTo('bulkApps').map(({ body }) => body)
const button = (page: ListPage, text: string): HTMLElement | undefined =>
  [...(page.dialog?.querySelectorAll('button') ?? [])].find((candidate) => textOf(candidate) === text)

describe('<oauth-app-list>: acting on several apps', () => {
  afterEach(async () => {
    await setViewport({ width: 1000, height: 800 })
  })

  it('asks first, says how many, and has the focus on the safe button', async () => {
    const page = await show()
    await page.select('App 003', 'App 001')
    await page.ask('Disable')
    expect(page.dialogText).to.contain('Disable 2 applications?')
    expect(page.dialogText).to.contain('They cannot get or use tokens until you enable them again.')
    expect(page.focusedText).to.equal('Cancel')
    await expect(page.element).to.be.accessible()
    await sendKeys({ press: 'Escape' })
    await page.has(() => page.dialog === undefined)
    expect(page.count).to.equal('2 selected')
    expect(page.focusedText).to.equal('Disable')
    expect(sent(page)).to.deep.equal([])
    expect(page.events).to.deep.equal([])
  })

  it('does it with the keyboard alone, in place, and the focus stays in the list', async () => {
    const page = await show()
    await page.select('App 003', 'App 001')
    await page.ask('Disable')
    await sendKeys({ press: 'Tab' })
    await sendKeys({ press: 'Enter' })
    await page.has(() => page.dialog === undefined)
    expect(sent(page)).to.deep.equal([{ action: 'disable', client_ids: ['client-003', 'client-001'] }])
    await page.has(() => badges(page).join() === 'Disabled,Active,Disabled')
    expect(page.names).to.deep.equal(['App 003', 'App 002', 'App 001'])
    expect(page.status).to.equal('2 applications disabled.')
    expect(page.count).to.equal('')
    await page.has(() => page.isFocused(page.selectAll))
    expect(page.events.map(({ type }) => type)).to.deep.equal(['oauth-app-bulk', 'oauth-app-bulk-done'])
    expect(page.events.at(-1)?.detail.done).to.have.length(2)
  })

  it('leaves out what the action does not apply to, and says so', async () => {
    const page = await show([...sampleApps(2), off])
    page.selectAll.click()
    await page.element.updateComplete
    await page.ask('Enable')
    expect(page.dialogText).to.contain('Enable 1 application?')
    expect(page.dialogText).to.contain('2 selected applications stay as they are')
    page.answer('Enable')
    await page.has(() => page.status === '1 application enabled.')
    expect(sent(page)).to.deep.equal([{ action: 'enable', client_ids: ['off'] }])
    expect(page.selected).to.deep.equal(['App 002', 'App 001'])
  })

  it('says whom it reaches, as the sum of what is known', async () => {
    const page = await show(sampleApps(3), { tokens: true })
    page.api.effect = { users: 7, grants: 7, tokens: 11 }
    const held = page.api.hold('getImpact')
    await page.select('App 003', 'App 002')
    await page.ask('Revoke tokens')
    await page.has(() => held.length === 2)
    expect(page.dialogText).to.contain('Counting what this reaches')
    page.api.letThrough('getImpact')
    await page.has(() => page.dialogText.includes('Tokens that work now 22'))
    expect(page.dialogText).to.contain('Permissions given by people 14')
    expect(page.dialogText).to.contain('This cannot be undone.')
    await expect(page.element).to.be.accessible()
    page.answer('Revoke tokens')
    await page.has(() => page.status === 'Tokens of 2 applications revoked. Tokens that no longer work: 22.')
  })

  it('says that it is not known, where nobody could count', async () => {
    const page = await show(sampleApps(3), { tokens: true })
    page.api.failNext('getImpact', 'unavailable')
    page.api.effect = { users: 7, grants: 7, tokens: 11 }
    await page.select('App 003', 'App 002')
    await page.ask('Disable')
    await page.has(() => page.dialogText.includes('Tokens that work now not known'))
    const other = await show()
    await other.select('App 003')
    await other.ask('Delete')
    expect(other.dialogText).to.contain('Permissions given by people not known')
    expect(other.api.requestsTo('getImpact')).to.deep.equal([])
  })

  it('does not count for many, and says so', async () => {
    const page = await showAll(21, { tokens: true })
    await page.ask('Disable')
    expect(page.dialogText).to.contain('is counted for up to 20 applications only')
    expect(page.api.requestsTo('getImpact')).to.deep.equal([])
  })

  it('revokes the tokens too, where a person wants that', async () => {
    const page = await show(sampleApps(1), { tokens: true })
    await page.select('App 001')
    await page.ask('Disable')
    page.dialog?.querySelector<HTMLInputElement>('[type=checkbox]')?.click()
    page.answer('Disable')
    await page.has(() => sent(page).length === 1)
    expect(sent(page)).to.deep.equal([{ action: 'disable', client_ids: ['client-001'], revoke_tokens: true }])
  })

  describe('deleting', () => {
    it('takes the rows away for good, and reads what comes after them', async () => {
      const page = await show(sampleApps(25))
      page.selectAll.click()
      await page.element.updateComplete
      await page.ask('Delete')
      expect(page.dialogText).to.contain('Delete 20 applications?')
      expect(page.dialogText).to.contain('This cannot be undone.')
      page.answer('Delete')
      await page.has(() => page.names.join() === 'App 005,App 004,App 003,App 002,App 001')
      expect(page.dialog).to.equal(undefined)
      await page.has(() => page.focused !== null)
    })

    it('says for how long they can be restored', async () => {
      const page = await show(sampleApps(2), { restore_days: 30 })
      await page.select('App 001')
      await page.ask('Delete')
      expect(page.dialogText).to.contain('For 30 days you can restore them.').and.not.contain('cannot be undone')
    })

    it('has the number typed, where a name has to be typed for one', async () => {
      const page = await show(sampleApps(3), { delete_confirmation: 'name' })
      await page.select('App 003', 'App 001')
      await page.ask('Delete')
      const confirm = button(page, 'Delete')
      expect(confirm?.getAttribute('aria-disabled')).to.equal('true')
      confirm?.click()
      expect(page.dialogText).to.contain('Type 2 to confirm')
      await expect(page.element).to.be.accessible()
      page.dialog?.querySelector<HTMLInputElement>('input')?.focus()
      await sendKeys({ type: '2' })
      await page.has(() => confirm?.getAttribute('aria-disabled') === 'false')
      expect(sent(page)).to.deep.equal([])
      confirm?.click()
      await page.has(() => page.names.join() === 'App 002')
    })
  })

  it('goes a hundred at a time, says how far it is, and can be stopped', async () => {
    const page = await showAll(250)
    const held = page.api.hold('bulkApps')
    await page.ask('Disable')
    page.answer('Disable')
    await page.has(() => held.length === 1)
    expect(page.focusedText).to.equal('Stop')
    expect(page.dialog?.querySelector('progress')?.max).to.equal(250)
    held[0]?.release()
    await page.has(() => page.dialogText.includes('100 of 250 done') && held.length === 2)
    expect(page.dialog?.querySelector('progress')?.value).to.equal(100)
    await sendKeys({ press: 'Escape' })
    expect(page.dialog).not.to.equal(undefined)
    page.answer('Stop')
    await page.element.updateComplete
    expect(page.dialogText).to.contain('Stopping after those that are under way')
    page.api.letThrough('bulkApps')
    await page.has(() => page.dialogText.includes('50 applications not begun, and as before.'))
    expect(page.dialogText).to.contain('200 applications disabled.')
    expect(page.focusedText).to.equal('Close')
    expect(sent(page).map((body) => (body as { client_ids: string[] }).client_ids.length)).to.deep.equal([100, 100])
    page.answer('Close')
    await page.has(() => page.dialog === undefined)
    expect(page.count).to.contain('50 selected')
    await page.has(() => page.status === '200 applications disabled.')
  })

  it('tells app by app what failed and why, and repeats only that', async () => {
    const page = await show()
    page.api.refuse('client-002', 'forbidden')
    page.api.refuse('client-001', 'unavailable')
    page.selectAll.click()
    await page.element.updateComplete
    await page.ask('Disable')
    const held = page.api.hold('bulkApps')
    page.answer('Disable')
    await page.has(() => held.length === 1)
    await expect(page.element).to.be.accessible()
    page.api.letThrough('bulkApps')
    await page.has(() => page.dialogText.includes('2 applications could not be changed.'))
    expect([...(page.dialog?.querySelectorAll('li') ?? [])].map(textOf)).to.deep.equal([
      'App 002You may look at this, but not change it.',
      'App 001The server is busy. Wait a moment and try again.',
    ])
    expect(page.dialogText).to.contain('1 application disabled.')
    expect(page.focusedText).to.equal('Close')
    await expect(page.element).to.be.accessible()
    page.api.refuse('client-001', undefined)
    page.answer('Retry failed')
    await page.has(() => page.dialogText.includes('1 application could not be changed.'))
    expect(sent(page).at(-1)).to.deep.equal({ action: 'disable', client_ids: ['client-002', 'client-001'] })
    expect(page.dialogText).to.contain('2 applications disabled.')
    page.answer('Close')
    await page.has(() => page.dialog === undefined)
    expect(badges(page)).to.deep.equal(['Disabled', 'Active', 'Disabled'])
    expect(page.selected).to.deep.equal(['App 002'])
    await page.has(() => page.eventsNamed('oauth-app-bulk-done').length === 1)
    const detail = page.events.at(-1)?.detail
    expect([detail.done.length, detail.failed.length]).to.deep.equal([2, 1])
  })

  it('shows what a caller may no longer change as it is now, and no longer selected', async () => {
    const page = await show()
    page.selectAll.click()
    await page.element.updateComplete
    await page.ask('Disable')
    page.api.forbid('client-002')
    page.answer('Disable')
    await page.has(() => page.dialogText.includes('1 application could not be changed.'))
    expect([...(page.dialog?.querySelectorAll('li') ?? [])].map(textOf)).to.deep.equal([
      'App 002You may look at this, but not change it.',
    ])
    expect(page.dialogText).to.contain('2 applications disabled.')
    page.answer('Close')
    await page.has(() => page.dialog === undefined)
    expect(badges(page)).to.deep.equal(['Disabled', 'Active', 'Disabled'])
    expect(page.row('App 002').querySelectorAll('input, .menu-button, [role=switch]').length).to.equal(0)
    expect(page.count).to.equal('')
    await page.has(() => page.eventsNamed('oauth-app-bulk-done').length === 1)
    await page.has(() => page.focused !== null, 'the focus is not lost')
    const detail = page.events.at(-1)?.detail
    expect([detail.done.length, detail.failed.length]).to.deep.equal([2, 1])
  })

  it('stops where no further call would come through, and repeats all of it', async () => {
    const page = await showAll(250)
    page.api.failNext('bulkApps', 'network')
    await page.ask('Disable')
    page.answer('Disable')
    await page.has(() => page.dialogText.includes('250 applications could not be changed.'))
    expect(sent(page)).to.have.length(1)
    page.answer('Retry failed')
    await page.has(() => page.dialog === undefined)
    expect(page.status).to.equal('250 applications disabled.')
  })

  it('waits where the server asks for it, and goes on by itself', async () => {
    const page = await show()
    page.api.failNext('bulkApps', 'rate_limited', [], 0)
    await page.select('App 003')
    await page.ask('Disable')
    page.answer('Disable')
    await page.has(() => page.status === '1 application disabled.')
    expect(sent(page)).to.have.length(2)
  })

  it('says for how long it waits, and can be stopped meanwhile', async () => {
    const page = await show()
    page.api.failNext('bulkApps', 'rate_limited', [], 30)
    await page.select('App 003')
    await page.ask('Disable')
    page.answer('Disable')
    await page.has(() => page.dialogText.includes('The server asks for a pause of 30 seconds.'))
    await expect(page.element).to.be.accessible()
    page.answer('Stop')
    await page.has(() => page.dialogText.includes('1 application not begun, and as before.'))
    expect(sent(page)).to.have.length(1)
  })

  it('fails where the server asks for more time than anybody waits', async () => {
    const page = await show()
    page.api.failNext('bulkApps', 'rate_limited', [], 3600)
    await page.select('App 003')
    await page.ask('Disable')
    page.answer('Disable')
    await page.has(() => page.dialogText.includes('Too many requests.'))
  })

  it('is left to a host that prevents it', async () => {
    const page = await show()
    page.element.addEventListener('oauth-app-bulk', (event) => event.preventDefault())
    await page.select('App 002')
    await page.ask('Delete')
    page.answer('Delete')
    await page.has(() => page.dialog === undefined)
    expect(sent(page)).to.deep.equal([])
    expect(page.count).to.equal('1 selected')
    expect(page.events.map(({ type }) => type)).to.deep.equal(['oauth-app-bulk'])
  })

  it('asks within 320 pixels', async () => {
    await setViewport({ width: 320, height: 600 })
    const page = await show(sampleApps(3), { tokens: true })
    await page.select('App 003')
    await page.ask('Disable')
    const { left, right } = page.dialog?.getBoundingClientRect() ?? { left: -1, right: 999 }
    expect(left).to.be.at.least(0)
    expect(right).to.be.at.most(320)
    expect(page.dialog?.scrollWidth).to.be.at.most(page.dialog?.clientWidth ?? 0)
  })
})
