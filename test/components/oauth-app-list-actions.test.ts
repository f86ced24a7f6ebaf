import { expect } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import { ListPage, textOf } from '../support/list-page.js'
import { sampleApp, sampleApps, sampleConfig } from '../support/sample-data.js'

const reader = sampleApp({ client_id: 'reader-1', client_name: 'Docs Reader' })
const archive = sampleApp({ client_id: 'archive-2', client_name: 'Archive', status: 'disabled' })

/** The names of the events, and that each was about an app without a secret. */
function told(page: ListPage): string[] {
  expect(JSON.stringify(page.events.map(({ detail }) => detail))).not.to.contain(page.api.secret)
  return page.events.map(({ type, detail }) => `${type} ${detail.app.client_id}`)
}

const switchOf = (page: ListPage, name: string): HTMLElement => page.in(name, '[role=switch]')

describe('<oauth-app-list>: acting on an app', () => {
  describe('enabling', () => {
    it('happens at once, on the switch, which keeps the focus', async () => {
      const page = await ListPage.show([reader, archive])
      const control = switchOf(page, 'Archive')
      expect(control.getAttribute('aria-label')).to.equal('Archive is enabled')
      expect(control.getAttribute('aria-checked')).to.equal('false')
      control.focus()
      await sendKeys({ press: 'Space' })
      await page.has(() => control.getAttribute('aria-checked') === 'true')
      expect(page.isFocused(control)).to.equal(true)
      expect(textOf(page.in('Archive', '.badge'))).to.equal('Active')
      expect(page.names).to.deep.equal(['Docs Reader', 'Archive'])
      expect(page.status).to.equal('Archive is enabled.')
      expect(told(page)).to.deep.equal(['oauth-app-enable archive-2', 'oauth-app-enabled archive-2'])
      expect(page.api.apps.map(({ status }) => status)).to.deep.equal(['active', 'active'])
    })

    it('is asked for once, however often the switch is pressed', async () => {
      const page = await ListPage.show([archive])
      const held = page.api.hold('enableApp')
      switchOf(page, 'Archive').click()
      switchOf(page, 'Archive').click()
      await page.has(() => held.length === 1)
      expect(switchOf(page, 'Archive').getAttribute('aria-busy')).to.equal('true')
      page.api.letThrough('enableApp')
      await page.has(() => page.status === 'Archive is enabled.')
      expect(page.api.requestsTo('enableApp')).to.have.length(1)
      expect(switchOf(page, 'Archive').getAttribute('aria-busy')).to.equal('false')
    })

    it('leaves the switch off when it fails, and says why', async () => {
      const page = await ListPage.show([archive])
      page.api.failNext('enableApp', 'unavailable')
      switchOf(page, 'Archive').click()
      await page.has(() => page.alert !== '')
      expect(page.alert).to.equal('Archive could not be enabled. The server is busy. Wait a moment and try again.')
      expect(switchOf(page, 'Archive').getAttribute('aria-checked')).to.equal('false')
      expect(told(page)).to.deep.equal(['oauth-app-enable archive-2'])
      await expect(page.element).to.be.accessible()
    })

    it('is left to a host that prevents it', async () => {
      const page = await ListPage.show([archive])
      page.element.addEventListener('oauth-app-enable', (event) => event.preventDefault())
      switchOf(page, 'Archive').click()
      await page.settled()
      expect(page.api.requestsTo('enableApp')).to.deep.equal([])
      expect(switchOf(page, 'Archive').getAttribute('aria-checked')).to.equal('false')
    })
  })

  describe('disabling', () => {
    it('asks first, with the focus on the safe button, and changes nothing when the person says no', async () => {
      const page = await ListPage.show([reader])
      switchOf(page, 'Docs Reader').focus()
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.dialog !== undefined)
      expect(textOf(page.dialog ?? null)).to.contain('Disable Docs Reader?')
      expect(page.focusedText).to.equal('Cancel')
      expect(switchOf(page, 'Docs Reader').getAttribute('aria-checked')).to.equal('true')
      await expect(page.element).to.be.accessible()
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.dialog === undefined)
      expect(page.isFocused(switchOf(page, 'Docs Reader'))).to.equal(true)
      expect(page.events).to.deep.equal([])
      expect(page.api.requestsTo('disableApp')).to.deep.equal([])
    })

    it('switches the app off in its place and says so', async () => {
      const page = await ListPage.show([reader, archive])
      switchOf(page, 'Docs Reader').focus()
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.dialog !== undefined)
      await sendKeys({ press: 'Tab' })
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.status === 'Docs Reader is disabled.')
      expect(page.dialog).to.equal(undefined)
      expect(switchOf(page, 'Docs Reader').getAttribute('aria-checked')).to.equal('false')
      expect(page.isFocused(switchOf(page, 'Docs Reader'))).to.equal(true)
      expect(page.names).to.deep.equal(['Docs Reader', 'Archive'])
      expect(told(page)).to.deep.equal(['oauth-app-disable reader-1', 'oauth-app-disabled reader-1'])
    })

    for (const [code, sentence] of [
      ['not_signed_in', 'You are signed out.'],
      ['forbidden', 'You may look at this, but not change it.'],
      ['not_found', 'This app does not exist any more, or you cannot see it.'],
      ['network', 'The server could not be reached.'],
    ] as const) {
      it(`says in the dialog why it failed, and can be tried again: ${code}`, async () => {
        const page = await ListPage.show([reader])
        page.api.failNext('disableApp', code)
        switchOf(page, 'Docs Reader').click()
        await page.has(() => page.dialog !== undefined)
        page.answer('Disable')
        await page.has(() => textOf(page.dialog ?? null).includes(sentence))
        expect(switchOf(page, 'Docs Reader').getAttribute('aria-checked')).to.equal('true')
        await expect(page.element).to.be.accessible()
        page.answer('Disable')
        await page.has(() => page.status === 'Docs Reader is disabled.')
      })
    }

    it('is left to a host that prevents it', async () => {
      const page = await ListPage.show([reader])
      page.element.addEventListener('oauth-app-disable', (event) => event.preventDefault())
      await page.question('Docs Reader', 'Disable')
      page.answer('Disable')
      await page.has(() => page.dialog === undefined)
      expect(page.api.requestsTo('disableApp')).to.deep.equal([])
      expect(page.status).to.equal('1 application shown')
      expect(told(page)).to.deep.equal(['oauth-app-disable reader-1'])
    })
  })

  describe('deleting', () => {
    it('asks first, and Escape keeps the app and gives the focus back to the menu button', async () => {
      const page = await ListPage.show([reader])
      await page.question('Docs Reader', 'Delete')
      expect(textOf(page.dialog ?? null)).to.contain('Delete Docs Reader?')
      expect(page.focusedText).to.equal('Cancel')
      await expect(page.element).to.be.accessible()
      await sendKeys({ press: 'Escape' })
      await page.has(() => page.dialog === undefined)
      expect(page.names).to.deep.equal(['Docs Reader'])
      expect(page.isFocused(page.in('Docs Reader', '.menu-button'))).to.equal(true)
    })

    it('takes the row away and moves the focus to the one that is in its place', async () => {
      const page = await ListPage.show(sampleApps(3))
      await page.question('App 002', 'Delete')
      page.answer('Delete application')
      await page.has(() => page.focusedText === 'App 001')
      expect(page.names).to.deep.equal(['App 003', 'App 001'])
      expect(page.status).to.equal('App 002 was deleted.')
      expect(told(page)).to.deep.equal(['oauth-app-delete client-002', 'oauth-app-deleted client-002'])
      expect(page.api.apps).to.have.length(2)
    })

    it('moves the focus to the row before when the last one goes, and to the first control when none is left', async () => {
      const page = await ListPage.show(sampleApps(2))
      await page.question('App 001', 'Delete')
      page.answer('Delete application')
      await page.has(() => page.focusedText === 'App 002')
      await page.question('App 002', 'Delete')
      page.answer('Delete application')
      await page.has(() => page.text.includes('No applications yet'))
      await page.has(() => page.focusedText === 'Register application')
      expect(page.status).to.equal('App 002 was deleted.')
    })

    it('is undone with the focus on the row that came back', async () => {
      const config = sampleConfig()
      const page = await ListPage.show([reader, archive], {
        config: { ...config, capabilities: { ...config.capabilities, restore_days: 30 } },
      })
      page.api.handlers = { restoreApp: () => ({ app: reader, effect: page.api.effect }) }
      await page.question('Docs Reader', 'Delete')
      page.answer('Delete application')
      await page.has(() => page.focusedText === 'Archive')
      page.button('Undo').focus()
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.status.startsWith('Docs Reader was restored.'))
      await page.has(() => page.focusedText === 'Docs Reader')
    })

    it('keeps the app when it fails, and says why', async () => {
      const page = await ListPage.show([reader])
      page.api.failNext('deleteApp', 'internal')
      await page.question('Docs Reader', 'Delete')
      page.answer('Delete application')
      await page.has(() => textOf(page.dialog ?? null).includes('Something failed on the server.'))
      page.answer('Cancel')
      await page.has(() => page.dialog === undefined)
      expect(page.names).to.deep.equal(['Docs Reader'])
      expect(told(page)).to.deep.equal(['oauth-app-delete reader-1'])
    })

    it('is left to a host that prevents it', async () => {
      const page = await ListPage.show([reader])
      page.element.addEventListener('oauth-app-delete', (event) => event.preventDefault())
      await page.question('Docs Reader', 'Delete')
      page.answer('Delete application')
      await page.has(() => page.dialog === undefined)
      expect(page.names).to.deep.equal(['Docs Reader'])
      expect(page.api.requestsTo('deleteApp')).to.deep.equal([])
    })
  })

  describe('rotating the secret', () => {
    const credentials = (page: ListPage) => {
      const element = page.element.renderRoot.querySelector('oauth-app-credentials')
      return element?.credentials ? element : undefined
    }
    const shown = (page: ListPage): string => textOf(credentials(page)?.shadowRoot ?? null)

    it('asks when the present secrets end, and suggests a day', async () => {
      const page = await ListPage.show([reader])
      await page.question('Docs Reader', 'Rotate secret')
      const choices = page.all('dialog input[type=radio]') as HTMLInputElement[]
      expect(page.all('dialog label').map(textOf)).to.deep.equal(['At once', 'In 1 hour', 'In 24 hours', 'In 7 days'])
      expect(choices.map(({ checked }) => checked)).to.deep.equal([false, false, true, false])
      expect(page.focusedText).to.equal('Cancel')
      await expect(page.element).to.be.accessible()
    })

    for (const [label, seconds] of [
      ['At once', 0],
      ['In 1 hour', 3600],
      ['In 24 hours', 86_400],
      ['In 7 days', 604_800],
    ] as const) {
      it(`lets them end as chosen: ${label}`, async () => {
        const page = await ListPage.show([reader])
        await page.question('Docs Reader', 'Rotate secret')
        page
          .all('dialog label')
          .find((choice) => textOf(choice) === label)
          ?.click()
        page.answer('Create a new secret')
        await page.has(() => credentials(page) !== undefined)
        expect(page.api.requestsTo('addSecret')[0]?.body).to.deep.equal({ expire_others_in: seconds })
      })
    }

    it('shows the new secret once, tells no one, and forgets it', async () => {
      const page = await ListPage.show([reader])
      await page.question('Docs Reader', 'Rotate secret')
      page.answer('Create a new secret')
      await page.has(() => shown(page).includes(page.api.secret))
      expect(credentials(page)?.hasAttribute('modal')).to.equal(true)
      expect(told(page)).to.deep.equal(['oauth-app-rotate-secret reader-1', 'oauth-app-secret-rotated reader-1'])
      const root = credentials(page)?.shadowRoot
      root?.querySelector<HTMLElement>('input[type=checkbox]')?.click()
      root?.querySelector<HTMLElement>('.footer .primary')?.click()
      await page.has(() => credentials(page) === undefined)
      expect(page.element.renderRoot.textContent).not.to.contain(page.api.secret)
      expect(page.status).to.equal('Docs Reader has a new secret.')
      expect(page.isFocused(page.in('Docs Reader', '.menu-button'))).to.equal(true)
    })

    it('explains in the dialog when there are as many secrets as there may be', async () => {
      const page = await ListPage.show([reader])
      page.api.failNext('addSecret', 'secret_limit')
      await page.question('Docs Reader', 'Rotate secret')
      page.answer('Create a new secret')
      await page.has(() => textOf(page.dialog ?? null).includes('The app has as many secrets as it may have.'))
      expect(textOf(page.dialog ?? null)).to.contain('Let the present ones end at once')
      await expect(page.element).to.be.accessible()
      expect(told(page)).to.deep.equal(['oauth-app-rotate-secret reader-1'])
    })

    it('is left to a host that prevents it', async () => {
      const page = await ListPage.show([reader])
      page.element.addEventListener('oauth-app-rotate-secret', (event) => event.preventDefault())
      await page.question('Docs Reader', 'Rotate secret')
      page.answer('Create a new secret')
      await page.has(() => page.dialog === undefined)
      expect(page.api.requestsTo('addSecret')).to.deep.equal([])
      expect(credentials(page)).to.equal(undefined)
    })
  })

  it('asks within 320 pixels', async () => {
    await setViewport({ width: 320, height: 600 })
    const page = await ListPage.show([reader])
    await page.question('Docs Reader', 'Rotate secret')
    const { left, right } = page.dialog?.getBoundingClientRect() ?? { left: -1, right: 999 }
    expect(left).to.be.at.least(0)
    expect(right).to.be.at.most(320)
    expect(page.dialog?.scrollWidth).to.be.at.most(page.dialog?.clientWidth ?? 0)
    await setViewport({ width: 1000, height: 800 })
  })
})
