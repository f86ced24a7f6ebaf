import { expect } from '@open-wc/testing'
import { allCapabilities, DetailsPage } from '../../support/details-page.js'
import { textOf } from '../../support/element-page.js'
import { nothing, sampleApp } from '../../support/sample-data.js'
import { issued, server, TryItPage } from '../../support/try-it-page.js'

const app = sampleApp({ scopes: ['files:write', 'openid'] })

describe('A token to try an app with', () => {
  it('is for all that the app may do and ten minutes, unless something else is chosen', async () => {
    const page = await TryItPage.show(app)
    expect(page.box('files:read').checked && page.box('files:read').disabled).to.equal(true)
    expect(page.text).to.contain('Included in files:write')
    await expect(page.element).to.be.accessible()
    await page.getToken()
    expect(page.asked).to.deep.equal([{ expires_in: 600 }])
  })

  it('is for less where something is left out', async () => {
    const page = await TryItPage.show(app)
    page.box('files:write').click()
    await page.element.updateComplete
    expect(page.box('files:read').checked && !page.box('files:read').disabled).to.equal(true)
    page.box('openid').click()
    const lifetime = page.find('#lifetime') as HTMLSelectElement
    expect([...lifetime.options].map(textOf)).to.deep.equal(['1 minute', '5 minutes', '10 minutes'])
    lifetime.value = '60'
    lifetime.dispatchEvent(new Event('change'))
    await page.getToken()
    expect(page.asked).to.deep.equal([{ expires_in: 60, scopes: ['files:read'] }])
  })

  it('is for something', async () => {
    const page = await TryItPage.show(app)
    for (const scope of ['files:write', 'openid', 'files:read']) {
      page.box(scope).click()
      await page.element.updateComplete
    }
    page.find('.get-token').click()
    await page.has(() => page.all('[role=alert]').length > 0)
    expect(textOf(page.find('[role=alert]'))).to.equal('Choose at least one scope.')
    expect(page.asked).to.deep.equal([])
    await expect(page.element).to.be.accessible()
  })

  it('is shown once, with its end, its scopes and the focus on it', async () => {
    const page = await TryItPage.show(app)
    await page.getToken()
    await page.has(() => textOf(page.focused) === 'Your access token')
    expect(textOf(page.find('.shown')))
      .to.contain('It is shown only now.')
      .and.contain('Ends in')
      .and.contain(issued)
    expect(textOf(page.find('.token-facts'))).to.contain('files:write openid')
    await expect(page.element).to.be.accessible()
  })

  it('is copied whole', async () => {
    const page = await TryItPage.show(app)
    await page.getToken()
    const copy = page.find('.shown .copy')
    expect(copy.getAttribute('aria-label')).to.equal('Copy the access token')
    expect(textOf(page.find('.shown .copyable code'))).to.equal(issued)
  })

  it('is gone from the document once it is put away, and the focus is back where it came from', async () => {
    const page = await TryItPage.show(app)
    await page.getToken()
    expect(page.everything).to.contain(issued)
    page.find('.dismiss').click()
    await page.has(() => page.status === 'The token is gone from this page.')
    expect(page.everything).not.to.contain(issued)
    await page.has(() => page.focused === page.find('.get-token'))
    await expect(page.element).to.be.accessible()
  })

  it('is gone when its time is over', async () => {
    const page = await TryItPage.show(app, {}, 1)
    await page.getToken()
    await page.has(() => page.status === 'The token has ended.')
    expect(page.everything).not.to.contain(issued)
  })

  it('is gone when the app is disabled, another one is shown, or the element leaves the document', async () => {
    for (const end of [
      (page: TryItPage) => Object.assign(page.element, { app: { ...app, status: 'disabled' } }),
      (page: TryItPage) => Object.assign(page.element, { app: { ...app, client_id: 'another' } }),
      (page: TryItPage) => {
        const parent = page.element.parentElement
        page.element.remove()
        parent?.append(page.element)
      },
    ]) {
      const page = await TryItPage.show(app)
      await page.getToken()
      end(page)
      await page.element.updateComplete
      expect(page.everything).not.to.contain(issued)
    }
  })

  it('is told to the page around it without its value', async () => {
    const page = await TryItPage.show(app)
    await page.getToken()
    await page.has(() => page.events.length === 1)
    expect(page.events[0]?.detail).to.deep.equal({ app })
  })

  it('is refused with the reason, and asked for again', async () => {
    const page = await TryItPage.show(app)
    const fault = { pointer: '/scopes/0', code: 'scope_beyond_caller', name: 'files:write' } as const
    page.api.failNext('issueAccessToken', 'invalid_input', [fault])
    page.api.failNext('issueAccessToken', 'rate_limited', [], 7)
    const refusal = (): string => textOf(page.all('[role=alert]')[0] ?? null)
    page.find('.get-token').click()
    await page.has(() => refusal().includes('You cannot give the scope “files:write”, as you do not have it yourself.'))
    page.find('.get-token').click()
    await page.has(() => refusal() === 'No token could be issued. Too many requests. Try again in 7 seconds.')
    await expect(page.element).to.be.accessible()
    await page.getToken()
    expect(page.all('[role=alert]')).to.deep.equal([])
  })

  it('is asked for once at a time', async () => {
    const page = await TryItPage.show(app)
    page.api.hold('issueAccessToken')
    page.find('.get-token').click()
    page.find('.get-token').click()
    await page.has(() => page.find('.get-token').getAttribute('aria-disabled') === 'true')
    page.api.letThrough('issueAccessToken')
    await page.has(() => page.all('.shown').length > 0)
    expect(page.asked).to.have.length(1)
  })

  it('is offered where something issues one and the caller may have it, of an app that is enabled', async () => {
    const offers = async (...given: Parameters<typeof TryItPage.show>) =>
      (await TryItPage.show(...given)).titles.includes('Access token')
    expect(await offers(app)).to.equal(true)
    expect(await offers(app, { capabilities: { ...allCapabilities, access_tokens: false } })).to.equal(false)
    expect(await offers({ ...app, can: nothing })).to.equal(false)
    const disabled = await TryItPage.show({ ...app, status: 'disabled' })
    expect(disabled.titles).not.to.contain('Access token')
    expect(disabled.text).to.contain('The application is disabled.')
    await expect(disabled.element).to.be.accessible()
  })

  it('asks for no scopes of an app that has none', async () => {
    const page = await TryItPage.show(sampleApp({ scopes: [] }))
    expect(page.all('fieldset.scopes')).to.deep.equal([])
    await page.getToken()
    expect(page.asked).to.deep.equal([{ expires_in: 600 }])
  })
})

describe('The page of an app', () => {
  const shown = async (config: Parameters<typeof DetailsPage.show>[1]) => {
    const page = await DetailsPage.show(app, config)
    return page.all('[data-section=tryIt]').map(textOf)
  }

  it('offers to try it where somebody said where tokens come from, or issues one', async () => {
    expect(await shown({ config: { authorization_server: server } })).to.deep.equal(['Try it'])
    expect(await shown({})).to.deep.equal(['Try it'])
    expect(await shown({ capabilities: { access_tokens: false } })).to.deep.equal([])
  })

  it('loads that when it comes into sight, and forgets a token when all are revoked', async () => {
    const api = DetailsPage.apiOf(app, { config: { authorization_server: server } })
    api.handlers = {
      ...api.handlers,
      issueAccessToken: () => ({
        access_token: issued,
        token_type: 'Bearer',
        expires_in: 600,
        expires_at: new Date(Date.now() + 600_000).toISOString(),
        scopes: [],
      }),
    }
    const page = await DetailsPage.ask(api, app.client_id)
    await page.has(() => page.all('[data-section=tryIt]').length > 0)
    page.find('[data-section=tryIt]').click()
    await page.has(() => page.all('oauth-app-try-it').length > 0)
    const within = (selector: string): HTMLElement | null =>
      page.find('oauth-app-try-it').shadowRoot?.querySelector<HTMLElement>(selector) ?? null
    await page.has(() => within('.get-token') !== null)
    const events = page.api.requestsTo('listEvents').length
    within('.get-token')?.click()
    await page.has(() => within('.shown') !== null)
    await page.has(() => page.api.requestsTo('listEvents').length === events + 1, 'the activity is read again')
    expect(page.told).to.deep.equal(['token-issued'])
    expect(JSON.stringify(page.events.map(({ detail }) => detail as unknown))).not.to.contain(issued)
    await page.pose('[data-action=revoke]')
    page.answer('Revoke all tokens')
    await page.has(() => within('.shown') === null)
    expect(page.find('oauth-app-try-it').shadowRoot?.innerHTML).not.to.contain(issued)
  })
})
