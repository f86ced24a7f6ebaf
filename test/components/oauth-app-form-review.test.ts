import { expect } from '@open-wc/testing'
import { FakeApi } from '../support/fake-api.js'
import { FormPage } from '../support/form-page.js'
import { sampleApp, sampleConfig } from '../support/sample-data.js'

const { capabilities } = sampleConfig()
const config = sampleConfig({
  capabilities: { ...capabilities, review: true, auto_approve: true },
  scopes: [{ name: 'profile', risk: 'safe' }, { name: 'files:read' }],
})
const reader = sampleApp({ can: { ...sampleApp().can, approve: false, reject: false } })

const buttonsOf = (page: FormPage): string[] =>
  page.all('.footer .actions button').map(({ textContent }) => textContent.trim())
const hintOf = (page: FormPage): string => page.all('.footer .review')[0]?.textContent.trim() ?? ''
const press = (page: FormPage, label: string): void =>
  page
    .all('.footer .actions button')
    .find(({ textContent }) => textContent.trim() === label)
    ?.click()

describe('<oauth-app-form> where apps are reviewed', () => {
  it('submits a new app, or keeps it as a draft', async () => {
    const api = new FakeApi([], config)
    const page = await FormPage.ask(api, {})
    await page.has(() => page.all('form').length > 0)
    expect(buttonsOf(page)).to.deep.equal(['Cancel', 'Save as draft', 'Submit for review'])
    expect(hintOf(page)).to.contain('It waits for approval once it is submitted.')
    await expect(page.element).to.be.accessible()
    await page.type('client_name', 'Docs Reader')
    press(page, 'Save as draft')
    await page.has(() => api.requestsTo('createApp').length === 1)
    expect(api.requestsTo('createApp')[0]?.body).to.deep.include({ client_name: 'Docs Reader', status: 'draft' })
  })

  it('names what of an approved app waits for approval when it is changed, and what does not', async () => {
    const api = new FakeApi([reader], config)
    const page = await FormPage.ask(api, { clientId: reader.client_id })
    await page.has(() => page.all('form').length > 0)
    expect([hintOf(page), ...buttonsOf(page)]).to.deep.equal(['', 'Cancel', 'Save'])
    await page.type('description', 'Other.')
    expect(hintOf(page)).to.equal('')
    await page.type('client_name', 'Docs Writer')
    expect(hintOf(page)).to.equal('This waits for approval, while the approved version stays in force: App name.')
    expect(buttonsOf(page)).to.deep.equal(['Cancel', 'Save and submit'])
  })

  it('goes on from what waits, and sends what differs from it', async () => {
    const api = new FakeApi([{ ...reader, proposal: { client_name: 'Docs Writer' } }], config)
    const page = await FormPage.ask(api, { clientId: reader.client_id })
    await page.has(() => page.all('form').length > 0)
    expect(page.control('client_name').value).to.equal('Docs Writer')
    expect(hintOf(page)).to.contain('App name')
    await page.type('description', 'Other.')
    await page.save()
    await page.has(() => api.requestsTo('updateApp').length === 1)
    expect(api.requestsTo('updateApp')[0]?.body).to.deep.equal({ description: 'Other.' })
  })

  it('saves a draft, or saves and submits it, also where nothing was changed', async () => {
    const api = new FakeApi([{ ...reader, status: 'draft' }], config)
    api.handlers = { submitApp: () => ({ ...reader, status: 'pending' }) }
    const page = await FormPage.ask(api, { clientId: reader.client_id })
    await page.has(() => page.all('form').length > 0)
    expect(buttonsOf(page)).to.deep.equal(['Cancel', 'Save', 'Save and submit'])
    press(page, 'Save and submit')
    await page.has(() => page.eventsNamed('oauth-app-form-done').length === 1)
    expect(api.requestsTo('updateApp')).to.deep.equal([])
    expect(api.requestsTo('submitApp')[0]?.ifMatch).to.equal(`"${reader.updated_at}"`)
    expect(page.eventsNamed('oauth-app-saved')[0]?.detail.app.status).to.equal('pending')
  })
})
