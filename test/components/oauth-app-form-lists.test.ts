import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { defaultFieldPolicy } from '../../plugin/contract/fields.js'
import { FakeApi } from '../support/fake-api.js'
import { FormPage } from '../support/form-page.js'
import { textOf } from '../support/list-page.js'

const field = 'redirect_uris'

function pasteInto(target: HTMLElement, text: string): void {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }))
}

describe('a list of addresses in <oauth-app-form>', () => {
  it('takes an address by Enter, without saving the form, and by the button', async () => {
    const page = await FormPage.create()
    await page.add(field, 'https://a.example/cb')
    expect(page.rows(field)).to.deep.equal(['https://a.example/cb'])
    expect(page.control(field).value).to.equal('')
    await page.type(field, 'https://b.example/cb')
    page.button('Add', page.field(field)).click()
    await page.settled()
    expect(page.rows(field)).to.deep.equal(['https://a.example/cb', 'https://b.example/cb'])
    await page.hasFocus(page.control(field))
    expect(page.summary).to.equal('')
    expect(page.api.requestsTo('createApp').length).to.equal(0)
    expect(textOf(page.inField(field, '[role=status]'))).to.equal('1 address added')
  })

  it('takes several that are pasted, whatever stands between them', async () => {
    const page = await FormPage.create()
    page.control(field).focus()
    pasteInto(page.control(field), 'https://a.example/cb\nhttps://b.example/cb, https://c.example/cb?x=1,2')
    await page.settled()
    expect(page.rows(field)).to.deep.equal([
      'https://a.example/cb',
      'https://b.example/cb',
      'https://c.example/cb?x=1,2',
    ])
  })

  it('keeps what is not sound in the input, says why, and corrects it in one click', async () => {
    const page = await FormPage.create()
    pasteInto(page.control(field), 'https://a.example/cb\nhttp://b.example/cb')
    await page.settled()
    expect(page.rows(field)).to.deep.equal(['https://a.example/cb'])
    expect(page.control(field).value).to.equal('http://b.example/cb')
    expect(page.faults(field)).to.deep.equal([
      'Use https. Plain http is allowed for localhost, 127.0.0.1 and [::1] only.',
    ])
    expect(page.control(field).getAttribute('aria-invalid')).to.equal('true')
    page.button('Use https://b.example/cb', page.field(field)).click()
    await page.settled()
    expect(page.rows(field)).to.deep.equal(['https://a.example/cb', 'https://b.example/cb'])
    expect(page.faults(field)).to.deep.equal([])
    await page.hasFocus(page.control(field))
  })

  it('says nothing of the first keystrokes, and follows while a fault is mended', async () => {
    const page = await FormPage.create()
    await page.type(field, 'https')
    expect(page.faults(field)).to.deep.equal([])
    await page.leave()
    expect(page.faults(field).length).to.equal(1)
    await page.type(field, 'https://a.example/cb')
    expect(page.faults(field)).to.deep.equal([])
  })

  it('refuses the same address twice, and more than there may be', async () => {
    const page = await FormPage.create(
      new FakeApi([], { limits: { ...(await FormPage.create()).api.config.limits, redirect_uris_max: 2 } }),
    )
    await page.add(field, 'https://a.example/cb')
    await page.add(field, 'https://a.example/cb')
    expect(page.faults(field)).to.deep.equal(['This URI is in the list already.'])
    await page.add(field, 'https://b.example/cb')
    await page.add(field, 'https://c.example/cb')
    expect(page.faults(field)).to.deep.equal(['No more than 2 are allowed.'])
    expect(page.rows(field)).to.deep.equal(['https://a.example/cb', 'https://b.example/cb'])
  })

  it('adds a sound address that was left in the input when the form is saved', async () => {
    const page = await FormPage.create()
    await page.type('client_name', 'Reports')
    await page.type(field, 'https://a.example/cb')
    expect(page.element.dirty).to.equal(true)
    await page.save()
    await page.has(() => page.credentials !== null)
    expect(page.api.requestsTo('createApp')[0]?.body).to.deep.include({ redirect_uris: ['https://a.example/cb'] })
  })

  it('does not save over one that is not sound, and goes there', async () => {
    const page = await FormPage.create()
    await page.type('client_name', 'Reports')
    await page.type(field, 'nonsense')
    await page.save()
    await page.hasFocus(page.control(field))
    expect(page.faults(field).length).to.equal(1)
    expect(page.summary).to.contain('1 entry needs another look: Redirect URLs')
    expect(page.api.requestsTo('createApp').length).to.equal(0)
    await page.type(field, '')
    await page.save()
    await page.has(() => page.credentials !== null)
  })

  it('moves the focus to the next one when one is removed, and to the input after the last', async () => {
    const page = await FormPage.create()
    for (const name of ['a', 'b', 'c']) await page.add(field, `https://${name}.example/cb`)
    const remove = (index: number): HTMLElement | undefined =>
      [...page.field(field).querySelectorAll<HTMLElement>('.remove')][index]
    remove(1)?.focus()
    await sendKeys({ press: 'Enter' })
    await page.has(() => page.rows(field).length === 2)
    expect(page.focused?.getAttribute('aria-label')).to.equal('Remove https://c.example/cb')
    expect(textOf(page.inField(field, '[role=status]'))).to.equal('https://b.example/cb was removed.')
    await sendKeys({ press: 'Enter' })
    await page.has(() => page.rows(field).length === 1)
    expect(page.focused?.getAttribute('aria-label')).to.equal('Remove https://a.example/cb')
    await sendKeys({ press: 'Enter' })
    await page.has(() => page.rows(field).length === 0)
    await page.hasFocus(page.control(field))
  })

  it('holds origins and e-mail addresses to their own rules', async () => {
    const page = await FormPage.create(
      new FakeApi([], { fields: { ...defaultFieldPolicy, contacts: { presence: 'optional', locked: false } } }),
    )
    await page.add('allowed_origins', 'https://A.example/')
    page.button('Use https://a.example', page.field('allowed_origins')).click()
    await page.settled()
    expect(page.rows('allowed_origins')).to.deep.equal(['https://a.example'])
    await page.add('contacts', 'ada@example.com,grace@example.com')
    expect(page.rows('contacts')).to.deep.equal(['ada@example.com', 'grace@example.com'])
    await page.add('contacts', 'nobody')
    expect(page.faults('contacts')).to.deep.equal(['This is not an e-mail address.'])
  })
})
