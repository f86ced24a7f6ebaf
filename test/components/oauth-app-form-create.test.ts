import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { defaultFieldPolicy } from '../../plugin/contract/fields.js'
import { textOf } from '../support/element-page.js'
import { FakeApi } from '../support/fake-api.js'
import { FormPage } from '../support/form-page.js'
import { sampleApp, sampleConfig } from '../support/sample-data.js'

const required = { presence: 'required', locked: false } as const
const hidden = { presence: 'hidden', locked: false } as const

function apiWith(fields: Partial<typeof defaultFieldPolicy>): FakeApi {
  return new FakeApi([], { fields: { ...defaultFieldPolicy, ...fields } })
}

describe('<oauth-app-form> for a new app', () => {
  it('registers an app, shows its secret once and says when it is stored', async () => {
    const page = await FormPage.create()
    expect(page.text).to.contain('Register a new application')
    await page.type('client_name', 'Reports')
    await page.type('client_uri', 'https://reports.example.com')
    await page.add('redirect_uris', 'https://reports.example.com/callback')
    await page.save()
    await page.has(() => page.credentials !== null, 'the credentials are shown')

    const [request] = page.api.requestsTo('createApp')
    expect(request?.body).to.deep.equal({
      client_name: 'Reports',
      client_uri: 'https://reports.example.com',
      application_type: 'web',
      token_endpoint_auth_method: 'client_secret_basic',
      redirect_uris: ['https://reports.example.com/callback'],
    })
    expect(page.eventsNamed('oauth-app-created').length).to.equal(1)
    expect(JSON.stringify(page.eventsNamed('oauth-app-created')[0]?.detail)).not.to.contain(page.api.secret)
    expect(page.credentials?.credentials?.client_secret).to.equal(page.api.secret)
    expect(page.eventsNamed('oauth-app-form-done').length).to.equal(0)
    expect(page.element.dirty).to.equal(false)

    await page.storeCredentials()
    expect(page.eventsNamed('oauth-app-form-done').length).to.equal(1)
    expect(page.control('client_name').value).to.equal('')
    expect(page.element.dirty).to.equal(false)
  })

  it('shows the fields that the host wants, and says which are required', async () => {
    const page = await FormPage.create(apiWith({ client_uri: required, tos_uri: hidden, allowed_origins: hidden }))
    expect(page.visibleFields).to.deep.equal([
      'client_name',
      'client_uri',
      'icon',
      'description',
      'application_type',
      'token_endpoint_auth_method',
      'redirect_uris',
      'scopes',
      'policy_uri',
    ])
    expect(page.inField('client_uri', 'label').textContent).to.contain('(required)')
    expect(page.inField('description', 'label').textContent).not.to.contain('required')
  })

  it('leaves out a section of which nothing is left', async () => {
    const page = await FormPage.create(apiWith({ scopes: hidden, policy_uri: hidden, tos_uri: hidden }))
    expect(page.text).to.contain('Basic info')
    expect(page.text).not.to.contain('Access scopes')
    expect(page.text).not.to.contain('Support & Legal info')
  })

  it('asks for the organization only where there is a choice', async () => {
    const fields = { ...defaultFieldPolicy, organization_id: required }
    const acme = { id: 'acme', name: 'Acme', role: 'admin', can_create: true } as const
    const globex = { ...acme, id: 'globex', name: 'Globex' }
    const { caller } = sampleConfig()
    const one = await FormPage.create(new FakeApi([], { fields, caller: { ...caller, organizations: [acme] } }))
    expect(one.visibleFields).not.to.contain('organization_id')
    await one.type('client_name', 'Reports')
    await one.save()
    await one.has(() => one.credentials !== null)
    expect(one.api.requestsTo('createApp')[0]?.body).to.have.property('organization_id', 'acme')
    await one.storeCredentials()

    const two = await FormPage.create(new FakeApi([], { fields, caller: { ...caller, organizations: [acme, globex] } }))
    await two.type('client_name', 'Reports')
    await two.save()
    expect(two.faults('organization_id')).to.deep.equal(['Fill this in.'])
    await two.hasFocus(two.control('organization_id'))
  })

  it('does not ask somebody with one organization whether to use it', async () => {
    const { caller } = sampleConfig()
    const acme = { id: 'acme', name: 'Acme', role: 'admin', can_create: true } as const
    const page = await FormPage.create(new FakeApi([], { caller: { ...caller, organizations: [acme] } }))
    expect(page.visibleFields).not.to.contain('organization_id')
  })

  describe('what is wrong', () => {
    it('is not said while a person types on, but when they pause', async () => {
      const page = await FormPage.create()
      page.control('client_uri').focus()
      await page.hear('client_uri', 'example')
      expect(page.faults('client_uri')).to.deep.equal([])
      await page.has(() => page.faults('client_uri').length === 1, 'the fault is told')
      expect(page.focused === page.control('client_uri')).to.equal(true)
      await page.hear('client_uri', 'https://example.com')
      expect(page.faults('client_uri')).to.deep.equal([])
    })

    it('is not said of what an input method has not put together yet', async () => {
      const composing = await FormPage.create()
      await composing.hear('client_uri', 'え', { isComposing: true })
      const page = await FormPage.create()
      await page.hear('client_uri', 'え')
      await page.has(() => page.faults('client_uri').length === 1, 'the fault is told')
      expect(composing.faults('client_uri')).to.deep.equal([])
    })

    it('is said once a field is left', async () => {
      const page = await FormPage.create()
      page.control('client_uri').focus()
      await page.hear('client_uri', 'example')
      await page.leave()
      expect(page.faults('client_uri')[0]).to.contain('Start with https://')
      expect(page.control('client_uri').getAttribute('aria-invalid')).to.equal('true')
      expect(page.control('client_uri').getAttribute('aria-describedby')).to.contain('faults-client_uri')
    })

    it('goes away while it is mended', async () => {
      const page = await FormPage.create()
      await page.type('client_uri', 'nonsense')
      await page.leave()
      expect(page.faults('client_uri').length).to.equal(1)
      await page.type('client_uri', 'https://example.com')
      expect(page.faults('client_uri')).to.deep.equal([])
    })

    it('is not said of a field that was only passed through', async () => {
      const page = await FormPage.create()
      page.control('client_name').focus()
      await page.leave()
      expect(page.faults('client_name')).to.deep.equal([])
    })

    it('is corrected in one click where the rule knows how', async () => {
      const page = await FormPage.create()
      await page.type('client_uri', 'https://münchen.example')
      await page.leave()
      page.button('Use https://xn--mnchen-3ya.example', page.field('client_uri')).click()
      await page.settled()
      expect(page.control('client_uri').value).to.equal('https://xn--mnchen-3ya.example')
      expect(page.faults('client_uri')).to.deep.equal([])
    })

    it('is all said on Save, with the first in focus and a count', async () => {
      const page = await FormPage.create(
        apiWith({ client_uri: required, icon: required, redirect_uris: required, scopes: required, tos_uri: required }),
      )
      await page.save()
      await page.hasFocus(page.control('client_name'))
      for (const name of ['client_name', 'client_uri', 'icon', 'redirect_uris', 'scopes', 'tos_uri'] as const) {
        expect(page.faults(name).length, name).to.equal(1)
      }
      expect(page.summary).to.contain('6 entries need another look: App name, Website URL')
      expect(page.api.requestsTo('createApp').length).to.equal(0)
      await page.type('client_name', 'Reports')
      expect(page.summary).to.contain('5 entries')
      await page.save()
      await page.hasFocus(page.control('client_uri'))
    })

    it('counts the characters when few are left', async () => {
      const page = await FormPage.create()
      const input = page.control('client_name')
      input.focus()
      await page.type('client_name', '𝒜'.repeat(79))
      expect(page.field('client_name').textContent).not.to.contain('of 100')
      await sendKeys({ press: 'End' })
      await sendKeys({ type: '𝒜' })
      await page.settled()
      expect(page.field('client_name').textContent).to.contain('80 of 100 characters')
    })
  })

  describe('what the server refuses', () => {
    it('lands on its field and its item, and goes when that changes', async () => {
      const page = await FormPage.create()
      await page.type('client_name', 'Reports')
      await page.add('redirect_uris', 'https://a.example/cb')
      await page.add('redirect_uris', 'https://b.example/cb')
      page.api.failNext('createApp', 'invalid_input', [
        { pointer: '/redirect_uris/1', code: 'uri_wildcard' },
        { pointer: '/client_name', code: 'text_invisible' },
      ])
      await page.save()
      await page.has(() => page.faults('client_name').length > 0)
      await page.hasFocus(page.control('client_name'))
      const rows = [...page.field('redirect_uris').querySelectorAll('.row')]
      expect(rows.map((row) => row.querySelectorAll('.fault').length)).to.deep.equal([0, 1])
      expect(page.summary).to.contain('2 entries need another look')

      await page.type('client_name', 'Reports 2')
      expect(page.faults('client_name')).to.deep.equal([])
      await page.save()
      await page.has(() => page.credentials !== null, 'Save works again')
    })

    it('is said above the buttons where no field shows it', async () => {
      const page = await FormPage.create()
      await page.type('client_name', 'Reports')
      page.api.failNext('createApp', 'invalid_input', [{ pointer: '/software_id', code: 'unknown_member' }])
      await page.save()
      await page.has(() => page.summary.includes('/software_id'))
      expect(page.summary).to.contain('There is no such member.')
    })
  })

  for (const code of ['network', 'not_signed_in', 'unavailable', 'internal'] as const) {
    it(`keeps everything when the answer is ${code}, and saves when asked again`, async () => {
      const page = await FormPage.create()
      await page.type('client_name', 'Reports')
      await page.add('redirect_uris', 'https://a.example/cb')
      page.api.failNext('createApp', code)
      await page.save()
      await page.has(() => page.summary !== '', 'the failure is said')
      expect(page.element.dirty).to.equal(true)
      expect(page.control('client_name').value).to.equal('Reports')
      expect(page.rows('redirect_uris')).to.deep.equal(['https://a.example/cb'])
      await page.save()
      await page.has(() => page.credentials !== null)
      expect(page.summary).to.equal('')
    })
  }

  it('counts a text that is far too long without normalising it, which would take seconds', async () => {
    const page = await FormPage.create()
    const { normalize } = String.prototype
    const lengths: number[] = []
    String.prototype.normalize = function (this: string, form?: string) {
      lengths.push(this.length)
      return normalize.call(this, form)
    }
    try {
      const control = page.control('client_name')
      control.value = `a${'\u0301\u0316'.repeat(10_000)}`
      control.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
      await page.settled()
    } finally {
      String.prototype.normalize = normalize
    }
    expect(Math.max(0, ...lengths)).to.be.at.most(800)
    expect(textOf(page.field('client_name'))).to.contain('20001')
  })

  it('says to whoever is signed out that nothing they typed is lost', async () => {
    const page = await FormPage.create()
    await page.type('client_name', 'Reports')
    page.api.failNext('createApp', 'not_signed_in')
    await page.save()
    await page.has(() => page.summary.includes('Sign in again; nothing you typed is lost.'))
  })

  it('asks for the same app when an answer was lost, and says how to get the secret that was in it', async () => {
    const page = await FormPage.create()
    await page.type('client_name', 'Reports')
    page.api.failNext('createApp', 'network')
    await page.save()
    await page.has(() => page.summary !== '')
    const secret = { id: 's1', name: '', hint: 'c41d', created_at: '', expires_at: null, last_used_at: null }
    const registered = sampleApp({ client_name: 'Reports', secrets: [secret] })
    page.api.handlers = { createApp: () => Response.json(registered) }
    await page.save()
    await page.has(() => page.credentials !== null)

    const keys = page.api.requestsTo('createApp').map(({ idempotencyKey }) => idempotencyKey)
    expect(keys[0]).to.match(/^"[0-9a-f]{32}"$/)
    expect(keys[1]).to.equal(keys[0])
    const text = page.credentials?.shadowRoot?.textContent ?? ''
    expect(text).to.contain('An earlier attempt has registered this application')
    expect(text).to.contain('“Rotate secret”')
    expect(text).not.to.contain('public client')

    page.credentials?.shadowRoot?.querySelector<HTMLElement>('.footer .primary')?.click()
    await page.has(() => page.credentials === null)
    page.api.handlers = {}
    await page.type('client_name', 'Another')
    await page.save()
    await page.has(() => page.credentials !== null)
    expect(page.api.requestsTo('createApp')[2]?.idempotencyKey).not.to.equal(keys[0])
  })

  it('says how long to wait when there were too many requests', async () => {
    const page = await FormPage.create()
    await page.type('client_name', 'Reports')
    const refusal = { code: 'rate_limited', status: 429 }
    page.api.handlers = {
      createApp: () => Response.json(refusal, { status: 429, headers: { 'retry-after': '7' } }),
    }
    await page.save()
    await page.has(() => page.summary !== '')
    expect(page.summary).to.contain('Try again in 7 seconds.')
  })

  it('makes one app when Save is pressed twice', async () => {
    const page = await FormPage.create()
    await page.type('client_name', 'Reports')
    const held = page.api.hold('createApp')
    page.find('[type=submit]').click()
    page.find('[type=submit]').click()
    await sendKeys({ press: 'Enter' })
    await page.has(() => held.length === 1)
    expect(page.find('form').getAttribute('aria-busy')).to.equal('true')
    expect(page.button('Saving').getAttribute('aria-disabled')).to.equal('true')
    page.api.letThrough('createApp')
    await page.has(() => page.credentials !== null)
    await page.save()
    expect(page.api.requestsTo('createApp').length).to.equal(1)
    expect(page.api.apps.length).to.equal(1)
  })

  it('says that a person wants to leave, and loses nothing by it', async () => {
    const page = await FormPage.create()
    await page.type('client_name', 'Reports')
    page.button('Cancel').click()
    expect(page.eventsNamed('oauth-app-form-cancel').length).to.equal(1)
    expect(page.control('client_name').value).to.equal('Reports')
  })

  it('does not ask somebody who may not create apps', async () => {
    const { caller } = sampleConfig()
    const page = await FormPage.ask(new FakeApi([], { caller: { ...caller, can_create: false } }))
    await page.has(() => page.text.includes('You may not register applications here'))
    expect(page.all('form').length).to.equal(0)
  })

  it('registers a public client with the keyboard alone', async () => {
    const page = await FormPage.create(apiWith({ scopes: required }))
    await sendKeys({ press: 'Tab' })
    await page.hasFocus(page.control('client_name'))
    await sendKeys({ type: 'Phone app' })
    const goTo = async (reached: () => boolean): Promise<void> => {
      for (let presses = 0; presses < 30 && !reached(); presses += 1) await sendKeys({ press: 'Tab' })
      expect(reached()).to.equal(true)
    }
    await goTo(() => page.focused === page.control('application_type'))
    await sendKeys({ press: 'ArrowRight' })
    await goTo(() => page.focused === page.control('token_endpoint_auth_method'))
    await sendKeys({ press: 'Space' })
    await goTo(() => page.focused === page.control('redirect_uris'))
    await sendKeys({ type: 'com.example.phone:/callback' })
    await sendKeys({ press: 'Enter' })
    await goTo(() => page.focused?.getRootNode() === page.field('scopes'))
    await sendKeys({ press: 'Space' })
    await goTo(() => page.focused === page.find('[type=submit]'))
    await sendKeys({ press: 'Enter' })
    await page.has(() => page.credentials !== null)
    expect(page.api.requestsTo('createApp')[0]?.body).to.deep.equal({
      client_name: 'Phone app',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['com.example.phone:/callback'],
      scopes: ['files:read'],
    })
    expect(page.credentials?.credentials?.client_secret).to.equal(undefined)
  })

  it('asks for no more about the method than the host takes: here a key, or none', async () => {
    const api = apiWith({ jwks: { presence: 'optional', locked: false } })
    api.config = { ...api.config, token_endpoint_auth_methods_supported: ['private_key_jwt', 'none'] }
    const page = await FormPage.create(api)
    const boxes = [...page.field('token_endpoint_auth_method').querySelectorAll('input')].map(({ name }) => name)
    expect(boxes).to.deep.equal(['own-key'])
    await page.type('client_name', 'Reader')
    await page.save()
    await page.has(() => api.requestsTo('createApp').length === 1)
    expect(api.requestsTo('createApp')[0]?.body).to.deep.include({ token_endpoint_auth_method: 'none' })
  })

  it('registers an app that signs with its own key, and says so instead of showing a secret', async () => {
    const page = await FormPage.create(apiWith({ jwks: { presence: 'optional', locked: false } }))
    await page.type('client_name', 'Payroll')
    await page.add('redirect_uris', 'https://payroll.example.com/callback')
    page.inField('token_endpoint_auth_method', '[name=own-key]').click()
    await page.settled()
    await page.type(
      'jwks',
      '{"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}',
    )
    await page.save()
    await page.has(() => page.credentials !== null, 'the credentials are shown')
    await page.credentials?.updateComplete
    const text = page.credentials?.shadowRoot?.textContent
    expect(text).to.contain('This application signs with its own key. It has no secret.')
    expect(text).not.to.contain('public client')
    expect(text).not.to.contain('Client secret')
  })
})
