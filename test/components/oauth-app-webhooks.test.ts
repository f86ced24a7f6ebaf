import { expect } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../components/locales/ar.js'
import '../../components/locales/de.js'
import { sampleDelivery, sampleWebhook, signingSecret, textOf, WebhooksPage } from '../support/webhooks-page.js'

describe('<oauth-app-webhooks>', () => {
  it('shows each endpoint with what it is told and how it is', async () => {
    const page = await WebhooksPage.show([
      sampleWebhook({ description: 'For the audit' }),
      sampleWebhook({ id: 'hook-2', failing_since: '2026-01-31T09:30:00.000Z' }),
      sampleWebhook({ id: 'hook-3', status: 'disabled', status_reason: 'failing' }),
      sampleWebhook({ id: 'hook-4', status: 'disabled', status_reason: 'gone' }),
      sampleWebhook({ id: 'hook-5', status: 'disabled' }),
    ])
    const rows = page.all('.webhook').map(textOf)
    expect(rows[0]).to.contain('https://hooks.example.com/oauth Active For the audit Acme2 events')
    expect(rows[1]).to.contain('Failing').and.to.contain('Every attempt has failed lately.')
    expect(rows[2]).to.contain('Disabled').and.to.contain('failed for three days')
    expect(rows[3]).to.contain('410 (Gone)')
    expect(rows[4]).not.to.contain('It was disabled')
    expect(page.status).to.equal('5 endpoints shown')
    await expect(page.element).to.be.accessible()
  })

  it('adds an endpoint, and shows its secret once', async () => {
    const page = await WebhooksPage.show([])
    expect(page.text).to.contain('No endpoints')
    await expect(page.element).to.be.accessible()
    await page.openForm()
    await expect(page.element).to.be.accessible()
    page.type('#url', 'https://new.example.com/')
    page.field('input[value="app.created"]').click()
    page.find('dialog.form .primary').click()
    await page.has(() => page.all('.secret').length === 1)
    expect(textOf(page.find('.secret code'))).to.equal(signingSecret)
    expect(page.element.shadowRoot?.activeElement?.id).to.equal('secret-title')
    await expect(page.element).to.be.accessible()
    const [request] = page.api.requestsTo('createWebhook')
    expect(request?.body).to.deep.equal({
      url: 'https://new.example.com/',
      description: '',
      events: ['app.created'],
      organization_id: 'acme',
    })
    expect(page.told).to.deep.equal(['created'])
    expect(JSON.stringify(page.events.map(({ detail }) => detail as object))).not.to.contain('whsec_')
    page.find('.done').click()
    await page.has(() => page.text.includes('Store the secret first'))
    page.field('.stored').click()
    page.find('.done').click()
    await page.has(() => page.all('.secret').length === 0)
    expect(page.element.shadowRoot?.innerHTML).not.to.contain('whsec_')
    expect(page.all('.webhook')).to.have.length(1)
    expect(page.element.shadowRoot?.activeElement?.tagName).to.equal('H2')
  })

  it('says what is missing, what is wrong, and offers the correction; nothing typed is lost', async () => {
    const page = await WebhooksPage.show([])
    await page.openForm()
    page.find('dialog.form .primary').click()
    await page.has(() => page.all('dialog .fault').length === 2)
    expect(page.api.requestsTo('createWebhook')).to.have.length(0)
    expect(page.element.shadowRoot?.activeElement?.id).to.equal('url')
    page.type('#url', 'http://new.example.com/')
    page.find('.all').click()
    page.find('dialog.form .primary').click()
    await page.has(() => page.all('.correction').length === 1)
    await expect(page.element).to.be.accessible()
    page.find('.correction').click()
    await page.has(() => page.field('#url').value === 'https://new.example.com/')
    page.api.failNext('createWebhook', 'invalid_input', [{ pointer: '/url', code: 'url_private' }])
    page.find('dialog.form .primary').click()
    await page.has(() => page.all('dialog .fault').some((fault) => textOf(fault).includes('private network')))
    expect(page.field('#url').value).to.equal('https://new.example.com/')
    page.api.failNext('createWebhook', 'webhook_limit')
    page.find('dialog.form .primary').click()
    await page.has(() => page.all('dialog [role=alert]').some((alert) => textOf(alert).includes('Delete one first')))
  })

  it('edits, disables and enables', async () => {
    const page = await WebhooksPage.show([sampleWebhook()])
    page.choose('Edit')
    await page.has(() => page.all('dialog.form').some((dialog) => dialog.matches(':modal')))
    expect(page.field('#url').value).to.equal('https://hooks.example.com/oauth')
    expect(page.all('#organization')).to.have.length(0)
    page.type('#description', 'Edited')
    page.find('dialog.form .primary').click()
    await page.has(() => page.status === 'The endpoint was changed.')
    expect(page.text).to.contain('Edited')
    page.choose('Disable')
    await page.has(() => page.text.includes('Disabled'))
    page.choose('Enable')
    await page.has(() => page.text.includes('Active'))
    expect(page.told).to.deep.equal(['updated', 'updated', 'updated'])
  })

  it('asks before it rotates or deletes, and a host may do that in its own way', async () => {
    const page = await WebhooksPage.show([sampleWebhook()])
    page.choose('Rotate secret')
    await page.has(() => page.all('#confirm').some((dialog) => dialog.matches(':modal')))
    await expect(page.element).to.be.accessible()
    page.all('#confirm button')[1]?.click()
    await page.has(() => page.all('.secret').length === 1)
    page.field('.stored').click()
    page.find('.done').click()
    await page.has(() => page.all('.secret').length === 0)
    const prevent = (event: Event): void => event.preventDefault()
    page.element.addEventListener('oauth-app-webhook-delete', prevent)
    page.choose('Delete')
    await page.has(() => page.all('#confirm').some((dialog) => dialog.matches(':modal')))
    page.all('#confirm button')[1]?.click()
    await page.has(() => page.all('#confirm').length === 0)
    expect(page.api.requestsTo('deleteWebhook')).to.have.length(0)
    page.element.removeEventListener('oauth-app-webhook-delete', prevent)
    page.choose('Delete')
    await page.has(() => page.all('#confirm').some((dialog) => dialog.matches(':modal')))
    page.all('#confirm button')[1]?.click()
    await page.has(() => page.text.includes('No endpoints'))
    expect(page.told).to.deep.equal(['rotate-secret', 'secret-rotated', 'delete', 'delete', 'deleted'])
  })

  it('sends a test, shows the log, and redelivers', async () => {
    const failed = sampleDelivery({ status: 'failed', response_status: null, error: 'timeout', attempts: 9 })
    const page = await WebhooksPage.show([sampleWebhook()], [failed])
    page.find('.disclose').click()
    await page.has(() => page.all('.delivery').length === 1)
    expect(textOf(page.find('.delivery'))).to.contain('Failed app.created')
    expect(textOf(page.find('.delivery')))
      .to.contain('9 attempts')
      .and.to.contain('No answer came within 5 seconds.')
    await expect(page.element).to.be.accessible()
    page.find('.test').click()
    await page.has(() => page.all('.delivery').length === 2)
    expect(page.status).to.equal('The message was delivered: HTTP 204 · 12 ms.')
    page.all('.redeliver')[1]?.click()
    await page.has(() => page.api.requestsTo('redeliverWebhook').length === 1)
    page.api.failNext('testWebhook', 'rate_limited')
    await page.has(() => page.find('.test').getAttribute('aria-disabled') === 'false')
    page.find('.test').click()
    await page.has(() => page.status.includes('Too many requests'))
  })

  it('says why nothing can be shown, and tries again', async () => {
    for (const [code, words] of [
      ['not_signed_in', 'You are signed out.'],
      ['forbidden', 'owners and admins'],
      ['not_found', 'not offered here'],
      ['network', 'could not be reached'],
    ] as const) {
      const api = WebhooksPage.apiOf([sampleWebhook()])
      api.failNext('listWebhooks', code)
      const page = await WebhooksPage.ask(api)
      await page.has(() => page.all('[role=alert]').length === 1)
      expect(page.text).to.contain(words)
      await expect(page.element).to.be.accessible()
      page.find('.retry').click()
      await page.has(() => page.all('.webhook').length === 1)
    }
  })

  it('has the size of what comes while it loads', async () => {
    const api = WebhooksPage.apiOf([sampleWebhook()])
    api.hold('listWebhooks')
    const page = await WebhooksPage.ask(api)
    await page.has(() => page.all('.bone').length > 0)
    expect(page.status).to.equal('Loading')
    await expect(page.element).to.be.accessible()
    api.letThrough('listWebhooks')
    await page.has(() => page.all('[data-webhook-id]').length === 1)
  })

  it('speaks German and Arabic, from right to left, and does not scroll sideways on a narrow screen', async () => {
    await setViewport({ width: 320, height: 800 })
    for (const [lang, dir, title] of [
      ['de', 'ltr', 'Test senden'],
      ['ar', 'rtl', 'إرسال اختبار'],
    ] as const) {
      const page = await WebhooksPage.show([sampleWebhook({ url: `https://hooks.example.com/${'long'.repeat(40)}` })])
      Object.assign(page.element, { lang, dir })
      page.element.requestUpdate()
      await page.has(() => textOf(page.find('.test')) === title)
      page.find('.disclose').click()
      await page.has(() => page.element.scrollWidth <= page.element.clientWidth)
      await expect(page.element).to.be.accessible()
    }
    await setViewport({ width: 1200, height: 800 })
  })
})
