import { expect } from '@open-wc/testing'
import type { AppInput } from '../../plugin/contract/app.js'
import { defaultFieldPolicy } from '../../plugin/contract/fields.js'
import { FakeApi } from '../support/fake-api.js'
import { FormPage } from '../support/form-page.js'
import { sampleApp, sampleConfig } from '../support/sample-data.js'

/** Somebody else saves the app meanwhile. */
async function changeElsewhere(api: FakeApi, changes: AppInput): Promise<void> {
  const [app] = api.apps
  await api.fetch(`/apps/${app?.client_id ?? ''}`, {
    method: 'PATCH',
    headers: { 'if-match': `"${app?.updated_at ?? ''}"` },
    body: JSON.stringify(changes),
  })
}

describe('<oauth-app-form> for an app that exists', () => {
  it('shows what it is, and sends what was changed with the version that was read', async () => {
    const app = sampleApp({ description: 'Reads documents.', policy_uri: 'https://reader.example.com/privacy' })
    const page = await FormPage.edit(app)
    expect(page.text).to.contain('Edit Docs Reader')
    expect(page.control('client_name').value).to.equal('Docs Reader')
    expect(page.rows('redirect_uris')).to.deep.equal(['https://reader.example.com/callback'])
    expect(page.element.dirty).to.equal(false)

    await page.type('client_name', 'Docs Writer')
    await page.type('policy_uri', '')
    expect(page.element.dirty).to.equal(true)
    await page.save()
    await page.has(() => page.eventsNamed('oauth-app-form-done').length === 1)
    const [request] = page.api.requestsTo('updateApp')
    expect(request?.body).to.deep.equal({ client_name: 'Docs Writer', policy_uri: null })
    expect(request?.ifMatch).to.equal(`"${app.updated_at}"`)
    expect(page.eventsNamed('oauth-app-saved')[0]?.detail.app.client_name).to.equal('Docs Writer')
    expect(page.credentials === null).to.equal(true)
    expect(page.element.dirty).to.equal(false)

    await page.type('description', 'Writes.')
    await page.save()
    await page.has(() => page.eventsNamed('oauth-app-saved').length === 2, 'the new version is known')
  })

  it('is done at once when nothing was changed', async () => {
    const page = await FormPage.edit(sampleApp())
    await page.save()
    expect(page.eventsNamed('oauth-app-form-done').length).to.equal(1)
    expect(page.eventsNamed('oauth-app-saved').length).to.equal(0)
    expect(page.api.requestsTo('updateApp').length).to.equal(0)
  })

  it('takes an app and its version from the page, and reads nothing again', async () => {
    const app = sampleApp()
    const api = new FakeApi([app])
    const page = await FormPage.ask(api, { app, etag: `"${app.updated_at}"`, config: api.config })
    await page.has(() => page.all('form').length > 0)
    expect(api.requests.length).to.equal(0)
    await page.type('client_name', 'Fed')
    await page.save()
    await page.has(() => page.eventsNamed('oauth-app-saved').length === 1)
  })

  it('shows an app without any server', async () => {
    const page = await FormPage.ask(new FakeApi(), { api: undefined, app: sampleApp(), config: sampleConfig() })
    await page.has(() => page.text.includes('Edit Docs Reader'))
  })

  it('says that its secrets end when it becomes public', async () => {
    const page = await FormPage.edit(sampleApp())
    page.control('token_endpoint_auth_method').click()
    await page.settled()
    expect(page.field('token_endpoint_auth_method').textContent).to.contain('all secrets of this application stop')
    page.control('token_endpoint_auth_method').click()
    await page.settled()
    expect(page.field('token_endpoint_auth_method').textContent).not.to.contain('When you save')
    expect(page.element.dirty).to.equal(false)
  })

  it('shows the secret that a public client gets when it becomes confidential', async () => {
    const page = await FormPage.edit(sampleApp({ token_endpoint_auth_method: 'none' }))
    page.control('token_endpoint_auth_method').click()
    await page.settled()
    expect(page.field('token_endpoint_auth_method').textContent).to.contain('When you save, you get a client secret')
    await page.save()
    await page.has(() => page.credentials !== null)
    expect(page.eventsNamed('oauth-app-saved').length).to.equal(1)
    expect(page.eventsNamed('oauth-app-form-done').length).to.equal(0)
    expect(JSON.stringify(page.eventsNamed('oauth-app-saved')[0]?.detail)).not.to.contain(page.api.secret)
    await page.storeCredentials()
    expect(page.eventsNamed('oauth-app-form-done').length).to.equal(1)
  })

  it('judges the redirect URLs again when the application type changes', async () => {
    const page = await FormPage.edit(
      sampleApp({ application_type: 'native', redirect_uris: ['com.example.app:/callback'] }),
    )
    page.control('application_type').click()
    await page.save()
    await page.has(() => page.faults('redirect_uris').length > 0)
    await page.hasFocus(page.inField('redirect_uris', '.remove'))
    expect(page.faults('redirect_uris')[0]).to.contain('is for native apps')
  })

  it('shows a locked field with the reason, and never sends it', async () => {
    const fields = { ...defaultFieldPolicy, application_type: { presence: 'optional', locked: true } } as const
    const page = await FormPage.edit(sampleApp(), { fields })
    expect(page.field('application_type').querySelector('input') === null).to.equal(true)
    expect(page.field('application_type').textContent).to.contain('Web')
    expect(page.field('application_type').textContent).to.contain('cannot be changed after')
  })

  it('names its organization to somebody who has several, and to nobody else', async () => {
    const acme = { id: 'acme', name: 'Acme', role: 'admin', can_create: true } as const
    const globex = { ...acme, id: 'globex', name: 'Globex' }
    const { caller } = sampleConfig()
    const app = sampleApp({ organization_id: 'acme' })
    const one = await FormPage.edit(app, { caller: { ...caller, organizations: [acme] } })
    expect(one.visibleFields).not.to.contain('organization_id')
    const two = await FormPage.edit(app, { caller: { ...caller, organizations: [acme, globex] } })
    expect(two.field('organization_id').textContent).to.contain('Acme')
  })

  it('is for reading where the caller may not edit', async () => {
    const { can } = sampleApp()
    const page = await FormPage.edit(sampleApp({ can: { ...can, edit: false } }))
    expect(page.text).to.contain('You may look at this, but not change it.')
    expect(page.text).to.contain('https://reader.example.com/callback')
    expect(page.all('input, textarea, [type=submit], .footer').length).to.equal(0)
  })

  it('waits for the app, says why it does not come, and tries again', async () => {
    const api = new FakeApi([sampleApp()])
    const held = api.hold('getApp')
    api.failNext('getApp', 'unavailable')
    const page = await FormPage.ask(api, { clientId: 'docs-reader-7f3a' })
    await page.has(() => held.length === 1)
    expect(page.all('[aria-busy=true]').length).to.equal(1)
    api.letThrough('getApp')
    await page.has(() => page.all('[role=alert]').length > 0)
    expect(page.text).to.contain('The server is busy')
    page.button('Try again').click()
    await page.has(() => page.text.includes('Edit Docs Reader'))
  })

  it('says that there is no such app, with nothing to try again', async () => {
    const page = await FormPage.ask(new FakeApi(), { clientId: 'gone' })
    await page.has(() => page.text.includes('does not exist any more'))
    expect(page.all('button').length).to.equal(0)
  })

  describe('that somebody else changed meanwhile', () => {
    it('merges what does not touch, shows it, and saves with the new version', async () => {
      const page = await FormPage.edit(sampleApp())
      await page.type('client_name', 'Mine')
      await changeElsewhere(page.api, { description: 'Theirs.', redirect_uris: ['https://theirs.example/cb'] })
      await page.save()
      await page.has(() => page.all('.stale').length === 1)
      await page.hasFocus(page.find('.stale'))
      const notice = page.find('.stale').textContent
      expect(notice).to.contain('do not touch')
      expect(notice).to.contain('https://theirs.example/cb')
      expect(page.control('description').value).to.equal('Theirs.')
      expect(page.control('client_name').value).to.equal('Mine')
      await page.save()
      await page.has(() => page.eventsNamed('oauth-app-saved').length === 1)
      expect(page.api.apps[0]).to.include({ client_name: 'Mine', description: 'Theirs.' })
      expect(page.all('.stale').length).to.equal(0)
    })

    it('lets the person choose where both changed the same', async () => {
      const page = await FormPage.edit(sampleApp())
      await page.type('client_name', 'Mine')
      await page.add('redirect_uris', 'https://mine.example/cb')
      await changeElsewhere(page.api, {
        client_name: 'Theirs',
        redirect_uris: ['https://theirs.example/cb'],
        scopes: ['openid'],
      })
      await page.save()
      await page.has(() => page.all('.stale fieldset').length === 2)
      expect(page.control('client_name').value).to.equal('Mine')
      const [name, uris] = page.all('.stale fieldset')
      expect(name?.textContent).to.contain('Theirs')
      expect(uris?.textContent).to.contain('https://mine.example/cb')
      name?.querySelector<HTMLInputElement>('[value=theirs]')?.click()
      await page.settled()
      expect(page.control('client_name').value).to.equal('Theirs')
      name?.querySelector<HTMLInputElement>('[value=mine]')?.click()
      await page.settled()
      expect(page.control('client_name').value).to.equal('Mine')
      uris?.querySelector<HTMLInputElement>('[value=theirs]')?.click()
      await page.settled()
      expect(page.rows('redirect_uris')).to.deep.equal(['https://theirs.example/cb'])
      await page.save()
      await page.has(() => page.eventsNamed('oauth-app-saved').length === 1)
      expect(page.api.requestsTo('updateApp').at(-1)?.body).to.deep.equal({ client_name: 'Mine' })
      expect(page.api.apps[0]?.scopes).to.deep.equal(['openid'])
    })

    it('says so when the app is gone', async () => {
      const page = await FormPage.edit(sampleApp())
      await page.type('client_name', 'Mine')
      page.api.failNext('updateApp', 'stale')
      page.api.failNext('getApp', 'not_found')
      await page.save()
      await page.has(() => page.summary.includes('does not exist any more'))
      expect(page.control('client_name').value).to.equal('Mine')
    })
  })
})
