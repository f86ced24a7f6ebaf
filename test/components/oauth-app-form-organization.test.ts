import { expect } from '@open-wc/testing'
import type { Caller } from '../../plugin/contract/config.js'
import type { Presence } from '../../plugin/contract/fields.js'
import { FakeApi } from '../support/fake-api.js'
import { FormPage } from '../support/form-page.js'
import { textOf } from '../support/list-page.js'
import { sampleConfig } from '../support/sample-data.js'

/** A form of a host whose apps belong to an organization, for somebody who may create apps in these. */
async function formFor(organizations: readonly string[], presence: Presence = 'required'): Promise<FormPage> {
  const config = sampleConfig()
  const caller: Caller = {
    ...config.caller,
    organizations: organizations.map((id) => ({ id, name: id.toUpperCase(), role: 'admin', can_create: true })),
  }
  const fields = { ...config.fields, organization_id: { presence, locked: true } }
  return FormPage.create(new FakeApi([], { ...config, fields, caller }))
}

async function save(page: FormPage): Promise<void> {
  const name = page.control('client_name')
  name.value = 'Sync'
  name.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  page.button('Save').click()
  await page.settled()
}

describe('The organization of a new app', () => {
  it('is asked of whoever has several, where the host requires one', async () => {
    const page = await formFor(['acme', 'globex'])
    expect(page.visibleFields).to.include('organization_id')
    await save(page)
    await page.has(() => page.faults('organization_id').length > 0)
    expect(page.api.requests.some(({ name }) => name === 'createApp')).to.equal(false)
  })

  it('is the only one that somebody has, without being asked', async () => {
    const page = await formFor(['acme'])
    expect(page.visibleFields).not.to.include('organization_id')
    await save(page)
    await page.has(() => page.api.requests.some(({ name }) => name === 'createApp'))
    expect(page.api.requests.at(-1)?.body).to.include({ organization_id: 'acme' })
  })

  it('is none for whoever has none, as administrators may', async () => {
    const page = await formFor([])
    await save(page)
    await page.has(() => page.api.requests.some(({ name }) => name === 'createApp'), 'nothing stands against it')
    expect(page.api.requests.at(-1)?.body).not.to.have.property('organization_id')
  })

  it('is none where somebody has several and takes none of them, as the host lets them', async () => {
    const page = await formFor(['acme', 'globex'], 'optional')
    expect([...page.control('organization_id').querySelectorAll('option')].map(textOf)[0]).to.equal('None')
    await save(page)
    await page.has(() => page.api.requests.some(({ name }) => name === 'createApp'))
    expect(page.api.requests.at(-1)?.body).to.include({ organization_id: null })
  })
})
