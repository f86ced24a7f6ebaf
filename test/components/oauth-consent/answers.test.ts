import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { ConsentPage, sampleRequest } from '../../support/consent-page.js'
import { areas } from '../../support/scope-catalogues.js'

const everything = ['files:read', 'files:write', 'openid']
const show = (given: Parameters<typeof ConsentPage.show>[0] = {}, attributes: Record<string, string> = {}) =>
  ConsentPage.show({ request: sampleRequest({ scopes: everything }), catalogue: areas, ...given }, attributes)
const choosing = (given: Parameters<typeof sampleRequest>[0] = {}) =>
  show({ request: sampleRequest({ scopes: everything, ...given }), chooseScopes: true })

describe('<oauth-consent>: the answer', () => {
  it('is an event and a submission of the form around it, with all that was asked', async () => {
    const page = await show()
    await page.press('.allow')
    expect(page.told).to.deep.equal(['oauth-consent-allow files:read files:write openid'])
    expect(page.submissions).to.deep.equal([
      ['csrf=token', 'other=', 'decision=allow', 'scope=files:read', 'scope=files:write', 'scope=openid'],
    ])
  })

  it('denies as easily', async () => {
    const page = await show()
    await page.press('.deny')
    expect(page.told).to.deep.equal(['oauth-consent-deny'])
    expect(page.submissions).to.deep.equal([['csrf=token', 'other=', 'decision=deny']])
  })

  it('has two buttons of the same size and the same colours', async () => {
    const page = await show()
    const looks = ['.deny', '.allow'].map((button) => {
      const { width, height } = page.find(button).getBoundingClientRect()
      const { color, backgroundColor, borderColor, fontWeight } = getComputedStyle(page.find(button))
      return { width, height, color, backgroundColor, borderColor, fontWeight }
    })
    expect(looks[0]).to.deep.equal(looks[1])
  })

  it('does not repeat what was allowed before', async () => {
    const page = await show({ request: sampleRequest({ scopes: everything, granted_scopes: ['files:write'] }) })
    await page.press('.allow')
    expect(page.told).to.deep.equal(['oauth-consent-allow openid'])
  })

  it('is taken once while the next page is on its way', async () => {
    const page = await show()
    const frame = document.createElement('iframe')
    frame.name = 'next'
    page.form.append(frame)
    page.form.target = 'next'
    page.form.action = 'about:blank'
    let sent = 0
    // The page has listened before, and prevented it.
    page.form.addEventListener('submit', (event) => event.stopImmediatePropagation(), { capture: true })
    page.form.addEventListener('formdata', () => sent++)
    await page.press('.allow')
    expect(page.element.busy).to.equal(true)
    await page.press('.allow')
    await page.press('.deny')
    expect(sent).to.equal(1)
    expect(page.told).to.have.length(1)
    expect(page.text).to.contain('Your answer is on its way')
  })

  it('can be given again when the host has taken the submission over, and when somebody comes back', async () => {
    const page = await show()
    await page.press('.allow')
    expect(page.element.busy).to.equal(false)
    page.element.busy = true
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    expect(page.element.busy).to.equal(false)
  })

  it('is not in a submission that somebody else began', async () => {
    const page = await show()
    await page.press('.allow')
    page.form.requestSubmit()
    expect(page.submissions[1]).to.deep.equal(['csrf=token', 'other='])
  })

  it('is not submitted when a listener prevents the event', async () => {
    const page = await show()
    page.form.addEventListener('oauth-consent-allow', (event) => event.preventDefault())
    await page.press('.allow')
    expect(page.submissions).to.deep.equal([])
  })

  it('is only an event where there is no form', async () => {
    const page = await show()
    page.form.replaceWith(page.element)
    const told: string[] = []
    page.element.addEventListener('oauth-consent-deny', ({ type }) => told.push(type))
    await page.press('.deny')
    expect(told).to.deep.equal(['oauth-consent-deny'])
    page.element.remove()
  })

  it('comes from the keyboard too, Deny first, and nothing has the focus by itself', async () => {
    const page = await show()
    expect(document.activeElement).not.to.equal(page.element)
    page.element.focus()
    expect(page.element.shadowRoot?.activeElement?.id).to.equal('title')
    await sendKeys({ press: 'Enter' })
    expect(page.told).to.deep.equal([])
    const stops: string[] = []
    for (let stop = 0; stop < 8 && !stops.includes('Allow'); stop++) {
      await sendKeys({ press: 'Tab' })
      stops.push(page.element.shadowRoot?.activeElement?.textContent.trim() ?? '')
    }
    expect(stops.slice(-2)).to.deep.equal(['Deny', 'Allow'])
    await sendKeys({ press: 'Enter' })
    expect(page.told).to.deep.equal(['oauth-consent-allow files:read files:write openid'])
  })

  it('can be that somebody else is signed in, where the host has a way for that', async () => {
    const without = await show({ user: { name: 'Ada' } })
    expect(without.all('.not-you')).to.have.length(0)
    const page = await show({ user: { name: 'Ada' }, switchUser: true })
    await page.press('.not-you')
    expect(page.told).to.deep.equal(['oauth-consent-switch-user'])
    expect(page.submissions).to.deep.equal([['csrf=token', 'other=', 'decision=switch_user']])
  })
})

describe('<oauth-consent>: choosing scopes', () => {
  it('begins with all, and allows what is left', async () => {
    const page = await choosing()
    expect(page.boxes.map(({ checked }) => checked)).to.deep.equal([true, true, true])
    await page.toggle('View your personal data.')
    await page.press('.allow')
    expect(page.told).to.deep.equal(['oauth-consent-allow files:read files:write'])
  })

  it('holds what another scope brings along, and lets it stay without that', async () => {
    const page = await choosing()
    expect(page.box('View files.').getAttribute('aria-disabled')).to.equal('true')
    await page.toggle('View files.')
    expect(page.box('View files.').checked).to.equal(true)
    await page.toggle('Manage files.')
    expect(page.box('View files.').getAttribute('aria-disabled')).to.equal(null)
    await page.press('.allow')
    expect(page.told).to.deep.equal(['oauth-consent-allow files:read openid'])
  })

  it('brings back with a scope what it implies', async () => {
    const page = await choosing()
    await page.toggle('Manage files.')
    await page.toggle('View files.')
    await page.toggle('Manage files.')
    expect(page.boxes.map(({ checked }) => checked)).to.deep.equal([true, true, true])
  })

  it('does not let go of what the app cannot do without, and says so', async () => {
    const page = await choosing({ required_scopes: ['openid'] })
    expect(page.text).to.contain('View your personal data.Needed')
    await page.toggle('View your personal data.')
    expect(page.box('View your personal data.').checked).to.equal(true)
  })

  it('says what to do when nothing is left to allow', async () => {
    const page = await choosing({ scopes: ['openid'] })
    await page.toggle('View your personal data.')
    await page.press('.allow')
    expect(page.told).to.deep.equal([])
    expect(page.texts('footer [role=alert]')).to.deep.equal(['Choose what to allow, or deny.'])
    await page.press('.deny')
    expect(page.told).to.deep.equal(['oauth-consent-deny'])
  })

  it('begins again with another request', async () => {
    const page = await choosing()
    await page.toggle('View your personal data.')
    page.element.request = sampleRequest({ scopes: ['openid', 'rooms:read'] })
    await page.element.updateComplete
    expect(page.boxes.map(({ checked }) => checked)).to.deep.equal([true, true])
  })
})
