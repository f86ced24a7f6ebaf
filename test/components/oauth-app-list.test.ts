import { expect } from '@open-wc/testing'
import { emulateMedia, resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands'
import '../../components/locales/de.js'
import { FakeApi } from '../support/fake-api.js'
import { ListPage, textOf } from '../support/list-page.js'
import { nothing, sampleApp, sampleApps, sampleConfig } from '../support/sample-data.js'

const reader = sampleApp({ client_id: 'reader-1', client_name: 'Docs Reader' })
const archive = sampleApp({ client_id: 'archive-2', client_name: 'Archive', status: 'disabled' })
const drawing =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='32' height='32'%3E%3Crect width='32' height='32'/%3E%3C/svg%3E"

describe('<oauth-app-list>', () => {
  afterEach(async () => {
    await setViewport({ width: 1000, height: 800 })
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
    await resetMouse()
    document.documentElement.lang = 'en'
    document.documentElement.dir = 'ltr'
    document.documentElement.removeAttribute('style')
  })

  describe('a row', () => {
    it('names the app, its client ID, its status and when it was created', async () => {
      const page = await ListPage.show([reader, archive])
      expect(page.names).to.deep.equal(['Docs Reader', 'Archive'])
      expect(textOf(page.in('Docs Reader', 'code'))).to.equal('reader-1')
      expect(textOf(page.in('Docs Reader', '.badge'))).to.equal('Active')
      expect(textOf(page.in('Archive', '.badge'))).to.equal('Disabled')
      const time = page.in('Docs Reader', 'time')
      expect(time.getAttribute('datetime')).to.equal(reader.created_at)
      expect(time.title).to.match(/January 31, 2026/)
      expect(textOf(time)).to.contain(time.title)
      expect(page.status).to.equal('2 applications shown')
    })

    it('says how long ago an app was created', async () => {
      const created_at = new Date(Date.now() - 3 * 86_400_000).toISOString()
      const page = await ListPage.show([sampleApp({ created_at })])
      expect(textOf(page.in('Docs Reader', 'time'))).to.contain('3 days ago')
    })

    it('shows the icon, and the first letter where there is none or it does not load', async () => {
      const page = await ListPage.show([
        sampleApp({ client_id: 'a', client_name: 'Drawn', logo_uri: drawing, logo_srcset: `${drawing} 2x` }),
        sampleApp({ client_id: 'b', client_name: '👩‍🚀 pad' }),
        sampleApp({ client_id: 'c', client_name: 'broken', logo_uri: 'data:image/png;base64,AAAA' }),
      ])
      const image = page.in('Drawn', 'img')
      expect(image.getAttribute('srcset')).to.equal(`${drawing} 2x`)
      expect(image.getBoundingClientRect().width).to.equal(32)
      expect(getComputedStyle(page.in('Drawn', '.letter')).display).to.equal('none')
      expect(textOf(page.in('👩‍🚀 pad', '.letter'))).to.equal('👩‍🚀')
      await page.has(() => page.in('broken', 'img').hasAttribute('hidden'), 'the broken image gives way')
      expect(textOf(page.in('broken', '.letter'))).to.equal('B')
      expect(getComputedStyle(page.in('broken', '.letter')).display).not.to.equal('none')
    })

    it('opens the app by its name, with the keyboard', async () => {
      const page = await ListPage.show([reader])
      page.in('Docs Reader', '.name').focus()
      await sendKeys({ press: 'Enter' })
      const [event] = page.eventsNamed('oauth-app-open')
      expect(event?.detail.app.client_id).to.equal('reader-1')
      expect([event?.bubbles, event?.composed]).to.deep.equal([true, true])
      expect(page.events).to.have.length(1)
    })

    it('opens the app by a click anywhere but on its controls', async () => {
      const page = await ListPage.show([reader])
      page.in('Docs Reader', '.created').click()
      expect(page.eventsNamed('oauth-app-open')).to.have.length(1)
      page.in('Docs Reader', '.copy').click()
      page.in('Docs Reader', '.menu-button').click()
      page.in('Docs Reader', '.switch').click()
      expect(page.eventsNamed('oauth-app-open')).to.have.length(1)
    })

    it('does not open the app when text in it is being selected', async () => {
      const page = await ListPage.show([reader])
      const { left, right, top, height } = page.in('Docs Reader', 'code').getBoundingClientRect()
      const y = Math.round(top + height / 2)
      await sendMouse({ type: 'move', position: [Math.round(left) + 1, y] })
      await sendMouse({ type: 'down' })
      await sendMouse({ type: 'move', position: [Math.round(right) - 1, y] })
      await sendMouse({ type: 'up' })
      expect(document.getSelection()?.toString()).to.contain('eader-')
      expect(page.events).to.deep.equal([])
      await sendMouse({ type: 'click', position: [Math.round(right) + 120, y] })
      expect(page.eventsNamed('oauth-app-open')).to.have.length(1)
    })

    it('shows its copy button on hover and on focus, and always where nothing can hover', async () => {
      const page = await ListPage.show([reader, archive])
      const opacity = () => getComputedStyle(page.in('Docs Reader', '.copy')).opacity
      expect(opacity()).to.equal('0')
      const { left, top } = page.in('Docs Reader', '.created').getBoundingClientRect()
      await sendMouse({ type: 'move', position: [Math.round(left) + 2, Math.round(top) + 2] })
      expect(opacity()).to.equal('1')
      await resetMouse()
      await sendMouse({ type: 'move', position: [0, 0] })
      expect(opacity()).to.equal('0')
      page.in('Docs Reader', '.name').focus()
      await sendKeys({ press: 'Tab' })
      expect(page.isFocused(page.in('Docs Reader', '.copy'))).to.equal(true)
      expect(opacity()).to.equal('1')
    })

    it('shows no control for what the caller may not do', async () => {
      const page = await ListPage.show([sampleApp({ can: nothing })])
      expect(page.all('.row :is(.switch, .menu-button, [type=checkbox])')).to.deep.equal([])
      expect(textOf(page.in('Docs Reader', '.badge'))).to.equal('Active')
      await expect(page.element).to.be.accessible()
    })
  })

  describe('as a table', () => {
    it('has a name, column headers and a header in each row, and says how it is sorted', async () => {
      const page = await ListPage.show([reader])
      const table = page.find('table')
      expect(table.getAttribute('aria-label')).to.equal('OAuth applications')
      const headers = page.all('th[scope=col]')
      expect(headers.map(textOf)).to.deep.equal(['Select all shown', 'Application', 'Status', 'Created', 'Actions'])
      expect(headers.map((header) => header.getAttribute('aria-sort'))).to.deep.equal([
        null,
        null,
        null,
        'descending',
        null,
      ])
      expect(textOf(page.find('th[scope=row] .name'))).to.equal('Docs Reader')
      page.element.sort = 'client_name'
      await page.has(() => page.find('th.app').getAttribute('aria-sort') === 'ascending')
    })

    it('becomes cards that keep the roles, and never scrolls sideways, at 320 pixels', async () => {
      const long = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselverwaltung'
      await setViewport({ width: 320, height: 800 })
      const page = await ListPage.show([reader, sampleApp({ client_id: long, client_name: long }), archive])
      expect(getComputedStyle(page.rows[0] ?? page.element).display).to.equal('grid')
      expect(document.documentElement.scrollWidth).to.equal(320)
      for (const part of page.all('.container *')) {
        if (part.matches('.visually-hidden')) continue
        expect(part.getBoundingClientRect().right, part.className).to.be.at.most(320)
      }
      const roles = [...(page.rows[0]?.children ?? [])].map((cell) => cell.getAttribute('role'))
      expect(roles).to.deep.equal(['cell', 'rowheader', 'cell', 'cell', 'cell'])
      await expect(page.element).to.be.accessible()
    })

    for (const [scheme, background] of [
      ['light', '#fff'],
      ['dark', '#15181c'],
    ] as const) {
      it(`is accessible in ${scheme}`, async () => {
        Object.assign(document.documentElement.style, { colorScheme: scheme, background })
        const page = await ListPage.show([reader, archive])
        expect(page.names).to.deep.equal(['Docs Reader', 'Archive'])
        await expect(page.element).to.be.accessible()
      })
    }

    it('reads from right to left', async () => {
      document.documentElement.dir = 'rtl'
      const page = await ListPage.show([reader, archive])
      const [icon, menu] = [page.in('Docs Reader', '.icon'), page.in('Docs Reader', '.menu-button')]
      expect(icon.getBoundingClientRect().left).to.be.greaterThan(menu.getBoundingClientRect().right)
      expect(getComputedStyle(page.in('Docs Reader', 'code')).direction).to.equal('ltr')
      await expect(page.element).to.be.accessible()
    })

    it('follows the language of the page', async () => {
      const created_at = new Date(Date.now() - 3 * 86_400_000).toISOString()
      const page = await ListPage.show([sampleApp({ created_at })])
      document.documentElement.lang = 'de'
      await page.has(() => textOf(page.in('Docs Reader', 'time')).includes('vor 3 Tagen'), 'German time is shown')
    })
  })

  describe('while it loads', () => {
    it('shows rows of the size of those that come, and says so', async () => {
      const api = new FakeApi([reader])
      api.hold('listApps')
      const page = await ListPage.ask(api)
      expect(page.status).to.equal('Loading')
      expect(page.find('table').getAttribute('aria-busy')).to.equal('true')
      const height = page.find('.skeleton').getBoundingClientRect().height
      await expect(page.element).to.be.accessible()
      api.letThrough('listApps')
      await page.has(() => page.rows.length === 1)
      expect(page.find('table').getAttribute('aria-busy')).to.equal('false')
      expect(height).to.be.closeTo(page.row('Docs Reader').getBoundingClientRect().height, 2)
    })

    it('starts again when it was taken out of the page and is put back', async () => {
      const api = new FakeApi([reader])
      const held = api.hold('listApps')
      const page = await ListPage.ask(api)
      await page.has(() => held.length === 1)
      const parent = page.element.parentElement
      page.element.remove()
      expect(held[0]?.signal?.aborted).to.equal(true)
      api.letThrough('listApps')
      parent?.append(page.element)
      await page.has(() => page.names.includes('Docs Reader'))
    })
  })

  describe('without apps', () => {
    it('says what an app is for and offers to register one, and links to the documentation of the host', async () => {
      const page = await ListPage.ask(new FakeApi())
      await page.has(() => page.text.includes('No applications yet'))
      expect(page.text).to.contain('An application lets other software act for people here')
      expect(page.all('.toolbar')).to.deep.equal([])
      expect(page.all('.container button').map(textOf)).to.deep.equal(['Register application'])
      page.element.innerHTML = '<a slot="empty" href="/docs">How apps work</a>'
      expect((page.find('slot[name=empty]') as HTMLSlotElement).assignedElements()).to.have.length(1)
      await expect(page.element).to.be.accessible()
      page.button('Register application').click()
      expect(page.eventsNamed('oauth-app-register')).to.have.length(1)
    })

    it('offers no registration to someone who may not register', async () => {
      const caller = { ...sampleConfig().caller, can_create: false }
      const page = await ListPage.ask(new FakeApi([], { caller }))
      await page.has(() => page.text.includes('No applications yet'))
      expect(page.all('.register')).to.deep.equal([])
    })
  })

  describe('when loading fails', () => {
    const cases = [
      ['network', 'The server could not be reached.'],
      ['not_signed_in', 'You are signed out.'],
      ['forbidden', 'You may not see the applications here.'],
      ['not_found', 'There is no list of applications at this address.'],
      ['internal', 'Something failed on the server.'],
    ] as const
    for (const [code, sentence] of cases) {
      it(`says in words what is wrong: ${code}`, async () => {
        const api = new FakeApi([reader])
        api.failNext('listApps', code)
        const page = await ListPage.ask(api)
        await page.has(() => page.alert.includes('The applications could not be loaded'))
        expect(page.alert).to.contain(sentence)
        expect(page.alert).not.to.contain('typed')
        await expect(page.element).to.be.accessible()
      })
    }

    it('tries again, and keeps the focus in the list', async () => {
      const api = new FakeApi([reader])
      api.failNext('listApps', 'unavailable')
      const page = await ListPage.ask(api)
      await page.has(() => page.alert !== '')
      page.button('Try again').focus()
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.names.includes('Docs Reader'))
      expect(page.isFocused(page.find('.results'))).to.equal(true)
      expect(page.alert).to.equal('')
    })

    it('fails as a whole when the rules of the host cannot be read, and reads them when it tries again', async () => {
      const api = new FakeApi([reader])
      api.failNext('getConfig', 'unavailable')
      const page = await ListPage.ask(api)
      await page.has(() => page.alert !== '')
      page.button('Try again').click()
      await page.has(() => page.all('.register').length === 1)
      expect(page.names).to.deep.equal(['Docs Reader'])
    })
  })

  describe('without a server', () => {
    it('shows the apps that it is fed, and only tells what a person wants', async () => {
      const page = await ListPage.ask(new FakeApi(), { api: undefined, apps: [reader, archive] })
      expect(page.names).to.deep.equal(['Docs Reader', 'Archive'])
      expect(page.all('.register')).to.deep.equal([])
      page.element.config = sampleConfig()
      await page.element.updateComplete
      page.button('Register application').click()
      page.in('Archive', '.switch').click()
      expect(page.events.map(({ type }) => type)).to.deep.equal(['oauth-app-register', 'oauth-app-enable'])
      expect(page.api.requests).to.deep.equal([])
    })
  })

  describe('for the page around it', () => {
    it('loads again when it is told to', async () => {
      const page = await ListPage.show([reader])
      page.api.apps = [archive]
      await page.element.reload()
      expect(page.api.requestsTo('listApps')).to.have.length(2)
      await page.has(() => page.names.join() === 'Archive')
    })

    it('keeps an app that was edited in its place, and puts a new one first', async () => {
      const page = await ListPage.show(sampleApps(3))
      const [, second] = page.api.apps
      page.element.keepApp({ ...(second ?? reader), client_name: 'Renamed' })
      await page.element.updateComplete
      expect(page.names).to.deep.equal(['App 003', 'Renamed', 'App 001'])
      page.element.keepApp(reader)
      await page.element.updateComplete
      expect(page.names).to.deep.equal(['Docs Reader', 'App 003', 'Renamed', 'App 001'])
    })

    it('puts the focus on an app, or on the first control when the app is not there', async () => {
      const page = await ListPage.show(sampleApps(3))
      await page.element.focusApp('client-002')
      expect(page.focusedText).to.equal('App 002')
      await page.element.focusApp('gone')
      expect(page.focusedText).to.equal('Register application')
    })

    it('asks the rules of the host once', async () => {
      const page = await ListPage.show([reader])
      await page.element.reload()
      expect(page.api.requestsTo('getConfig')).to.have.length(1)
      expect(page.element.config?.caller.name).to.equal('Ada')
    })
  })
})
