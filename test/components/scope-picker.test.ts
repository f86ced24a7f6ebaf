import { expect } from '@open-wc/testing'
import { emulateMedia, resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands'
import type { Strings } from '../../components/locales/en.js'
import { en } from '../../components/locales/en.js'
import { registerLocale } from '../../components/internal/locale-registry.js'
import { accessibleNodes } from '../support/accessible-nodes.js'
import { FakeApi } from '../support/fake-api.js'
import { PickerPage } from '../support/picker-page.js'
import { areas, singles } from '../support/scope-catalogues.js'

describe('<scope-picker>', () => {
  afterEach(async () => {
    await resetMouse()
    document.documentElement.lang = 'en'
    document.documentElement.dir = 'ltr'
    document.documentElement.style.colorScheme = ''
    await setViewport({ width: 1000, height: 800 })
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  })

  describe('choosing', () => {
    it('switches Read on with Write, locks it and says why', async () => {
      const page = await PickerPage.show({ catalogue: areas })
      await page.click('files:write')
      expect(page.ticked).to.deep.equal(['files:read', 'files:write'])
      expect(page.about('files:read')).to.equal('View files. Included in Write')
      expect(page.box('files:read').getAttribute('aria-disabled')).to.equal('true')
      expect(page.picker.value).to.deep.equal(['files:write'])
    })

    it('keeps a locked scope ticked when it is clicked, and tells nobody of a change', async () => {
      const page = await PickerPage.show({ catalogue: areas, value: ['files:write'] })
      await page.click('files:read')
      expect(page.ticked).to.deep.equal(['files:read', 'files:write'])
      expect(page.events).to.deep.equal([])
    })

    it('unticks Read with Write, unless it was chosen by hand', async () => {
      const page = await PickerPage.show({ catalogue: areas })
      await page.click('rooms:read')
      await page.click('rooms:write')
      await page.click('files:write')
      await page.click('rooms:write')
      await page.click('files:write')
      expect(page.ticked).to.deep.equal(['rooms:read'])
      expect(page.picker.value).to.deep.equal(['rooms:read'])
    })

    it('ticks what follows over several steps, and names only what can be unticked as the reason', async () => {
      const page = await PickerPage.show({ catalogue: singles })
      await page.click('write:user')
      expect(page.about('read:user')).to.equal('Read user information Included in write:user')
      await page.click('admin:all')
      expect(page.ticked).to.deep.equal(['read:user', 'write:user', 'admin:all'])
      expect(page.about('read:user')).to.equal('Read user information Included in admin:all')
      expect(page.about('write:user')).to.equal('Modify user information Included in admin:all')
      await page.click('admin:all')
      expect(page.picker.value).to.deep.equal(['write:user'])
    })

    it('leaves both free of two scopes that imply each other', async () => {
      const catalogue = [
        { name: 'a', implies: ['b'] },
        { name: 'b', implies: ['a'] },
      ]
      const page = await PickerPage.show({ catalogue, value: ['a', 'b'] })
      expect(page.boxes.map((box) => box.getAttribute('aria-disabled'))).to.deep.equal([null, null])
      await page.click('a')
      await page.click('b')
      expect(page.picker.value).to.deep.equal([])
    })

    it('lists the chosen scopes in the order of the catalogue', async () => {
      const page = await PickerPage.show({ catalogue: areas })
      await page.click('openid')
      await page.click('files:read')
      expect(page.picker.value).to.deep.equal(['files:read', 'openid'])
    })

    it('fires input and change as a native control does, once the value has changed', async () => {
      const page = await PickerPage.show({ catalogue: areas })
      const composed: [string, boolean][] = []
      for (const type of ['input', 'change']) {
        page.picker.addEventListener(type, (event) => composed.push([event.type, event.composed]))
      }
      await page.click('openid')
      expect(page.events).to.deep.equal(['input of scope-picker: openid', 'change of scope-picker: openid'])
      expect(composed).to.deep.equal([
        ['input', true],
        ['change', false],
      ])
    })

    it('fires nothing when the page sets the value', async () => {
      const page = await PickerPage.show({ catalogue: areas })
      page.picker.value = ['openid']
      await page.picker.updateComplete
      expect(page.ticked).to.deep.equal(['openid'])
      expect(page.events).to.deep.equal([])
    })

    it('shows what the value says, also when a listener takes a change back', async () => {
      const page = await PickerPage.show({ catalogue: areas })
      page.picker.addEventListener('change', () => (page.picker.value = []))
      await page.click('openid')
      expect(page.ticked).to.deep.equal([])
    })

    it('keeps scopes that the catalogue does not hold until they are unticked, and lets them be ticked again', async () => {
      const page = await PickerPage.show({ catalogue: areas, value: ['gone', 'openid'] })
      expect(page.about('gone')).to.equal('This scope is no longer offered. Untick it to remove it.')
      expect(page.submitted).to.deep.equal(['gone', 'openid'])
      await page.click('gone')
      expect(page.picker.value).to.deep.equal(['openid'])
      await page.click('gone')
      expect(page.picker.value).to.deep.equal(['openid', 'gone'])
    })
  })

  describe('in a form', () => {
    it('submits one entry per chosen scope, and none for what comes with it', async () => {
      const page = await PickerPage.show({ catalogue: areas, value: ['files:write', 'openid'] })
      expect(page.submitted).to.deep.equal(['files:write', 'openid'])
      page.picker.value = []
      expect(page.submitted).to.deep.equal([])
    })

    it('submits under its name, and nothing without one', async () => {
      const page = await PickerPage.show({ catalogue: areas, value: ['openid'] })
      page.picker.name = 'wanted'
      expect([...new FormData(page.form)]).to.deep.equal([['wanted', 'openid']])
      expect(page.form.elements.namedItem('wanted')).to.equal(page.picker)
      page.picker.removeAttribute('name')
      expect([...new FormData(page.form)]).to.deep.equal([])
      expect(page.picker.form).to.equal(page.form)
    })

    it('begins with the value attribute and goes back to it on reset', async () => {
      const page = await PickerPage.show({ catalogue: areas }, { value: ' files:read  openid ' })
      expect(page.picker.value).to.deep.equal(['files:read', 'openid'])
      await page.click('openid')
      page.picker.setAttribute('value', 'rooms:write')
      expect(page.submitted).to.deep.equal(['files:read'])
      page.form.reset()
      await page.picker.updateComplete
      expect(page.picker.value).to.deep.equal(['rooms:write'])
      expect(page.ticked).to.deep.equal(['rooms:read', 'rooms:write'])
    })

    it('cannot be submitted empty when it is required', async () => {
      const page = await PickerPage.show({ catalogue: areas, required: true })
      expect(page.picker.matches(':invalid')).to.equal(true)
      expect(page.picker.validity.valueMissing).to.equal(true)
      expect(page.picker.validationMessage).to.equal('Choose at least one scope.')
      page.form.requestSubmit()
      expect(page.events).to.deep.equal([])
      expect(page.focused).to.equal(page.box('files:read'))
      await page.click('openid')
      page.form.requestSubmit()
      expect(page.events.at(-1)).to.equal('submit')
    })

    it('shows its fault only after a person has been there or somebody asked for it', async () => {
      const page = await PickerPage.show({ catalogue: areas, required: true })
      expect(page.picker.checkValidity()).to.equal(false)
      await page.picker.updateComplete
      expect(page.fault).to.equal('')
      expect(page.picker.matches(':state(invalid)')).to.equal(false)
      page.picker.focus()
      page.form.querySelector('button')?.focus()
      await page.picker.updateComplete
      expect(page.fault).to.equal('Choose at least one scope.')
      expect(page.picker.matches(':state(invalid)')).to.equal(true)
      await page.click('openid')
      expect(page.fault).to.equal('')
      page.form.reset()
      await page.picker.updateComplete
      expect(page.fault).to.equal('')
    })

    it('shows its fault when it is reported, or revealed without the focus', async () => {
      const reported = await PickerPage.show({ catalogue: areas, required: true })
      expect(reported.picker.reportValidity()).to.equal(false)
      await reported.picker.updateComplete
      expect(reported.fault).to.equal('Choose at least one scope.')
      expect(reported.focused).to.equal(reported.box('files:read'))
      const revealed = await PickerPage.show({ catalogue: areas, required: true })
      revealed.picker.revealValidity()
      await revealed.picker.updateComplete
      expect(revealed.fault).to.equal('Choose at least one scope.')
      expect(revealed.focused).to.equal(null)
    })

    it('takes a message of the page’s own', async () => {
      const page = await PickerPage.show({ catalogue: areas, value: ['openid'] })
      page.picker.setCustomValidity('The server refused it.')
      page.picker.revealValidity()
      await page.picker.updateComplete
      expect(page.picker.validity.customError).to.equal(true)
      expect(page.fault).to.equal('The server refused it.')
      page.picker.setCustomValidity('')
      await page.picker.updateComplete
      expect(page.picker.checkValidity()).to.equal(true)
      expect(page.fault).to.equal('')
    })

    it('is disabled by its attribute or a fieldset around it, and then neither submitted nor at fault', async () => {
      const page = await PickerPage.show({ catalogue: areas, value: ['openid'], required: true })
      const fieldset = page.form.querySelector('fieldset')
      if (!fieldset) throw new Error('There is no fieldset')
      for (const control of [page.picker, fieldset]) {
        control.disabled = true
        await page.picker.updateComplete
        expect(page.boxes.every((box) => box.disabled)).to.equal(true)
        expect(page.submitted).to.deep.equal([])
        expect(page.picker.willValidate).to.equal(false)
        control.disabled = false
        await page.picker.updateComplete
        expect(page.boxes.some((box) => box.disabled)).to.equal(false)
        expect(page.submitted).to.deep.equal(['openid'])
      }
    })

    it('takes back what the browser kept of it', async () => {
      const page = await PickerPage.show({ catalogue: areas })
      page.picker.formStateRestoreCallback('files:write openid')
      await page.picker.updateComplete
      expect(page.ticked).to.deep.equal(['files:read', 'files:write', 'openid'])
      expect(page.events).to.deep.equal([])
    })

    it('is named by its label, which leads to its first box', async () => {
      const page = await PickerPage.show({ catalogue: areas })
      expect((await accessibleNodes('group')).map(({ name }) => name)).to.include('What it may do')
      page.form.querySelector('label')?.click()
      expect(page.focused).to.equal(page.box('files:read'))
      expect(page.ticked).to.deep.equal([])
    })
  })

  describe('with a keyboard and a screen reader', () => {
    it('is gone through with Tab, locked boxes too, and ticked with Space', async () => {
      const page = await PickerPage.show({ catalogue: areas, value: ['files:write'] })
      page.picker.focus()
      expect(page.focused).to.equal(page.box('files:read'))
      await sendKeys({ press: 'Space' })
      expect(page.picker.value).to.deep.equal(['files:write'])
      await sendKeys({ press: 'Tab' })
      await sendKeys({ press: 'Space' })
      await page.picker.updateComplete
      expect(page.focused).to.equal(page.box('files:write'))
      expect(page.ticked).to.deep.equal([])
      for (const scope of ['rooms:read', 'rooms:write', 'openid']) {
        await sendKeys({ press: 'Tab' })
        expect(page.focused).to.equal(page.box(scope))
      }
    })

    it('does not take the focus, and the page elsewhere, when somebody clicks between its boxes', async () => {
      const page = await PickerPage.show({ catalogue: areas })
      const heading = [...page.picker.renderRoot.querySelectorAll('tbody th')].at(-1)?.getBoundingClientRect()
      await sendMouse({ type: 'click', position: [Math.round(heading?.x ?? 0) + 8, Math.round(heading?.y ?? 0) + 8] })
      expect(page.focused).to.equal(null)
    })

    it('names each box by its area and column, and describes it', async () => {
      await PickerPage.show({ catalogue: areas, value: ['files:write'] })
      const boxes = await accessibleNodes('checkbox')
      expect(boxes.map(({ name }) => name)).to.deep.equal([
        'Files & Folders, Read',
        'Files & Folders, Write',
        'Rooms, Read',
        'Rooms, Write',
        'Open ID, Read',
      ])
      expect(boxes[0]?.description).to.equal('files:read View files. Included in Write')
      expect(boxes[0]?.properties).to.include({ disabled: true, checked: 'true', focusable: true })
      expect((await accessibleNodes('rowheader')).map(({ name }) => name)).to.include('Files & Folders')
      expect((await accessibleNodes('columnheader')).map(({ name }) => name)).to.include.members(['Read', 'Write'])
    })

    it('tells several scopes in one cell apart', async () => {
      const scopes = [{ name: 'files:list' }, { name: 'files:read' }]
      await PickerPage.show({ catalogue: [{ group: 'files', label: 'Files', scopes }] })
      const names = (await accessibleNodes('checkbox')).map(({ name }) => name)
      expect(names).to.deep.equal(['Files, Read, files:list', 'Files, Read, files:read'])
    })

    it('marks a dangerous scope in words', async () => {
      const page = await PickerPage.show({ catalogue: singles })
      expect(page.text).to.contain('Dangerous')
      expect((await accessibleNodes('checkbox')).at(-1)?.name).to.equal('admin:all Dangerous')
    })

    it('says how many scopes are chosen after a change, and ties a fault to the box that has the focus', async () => {
      const page = await PickerPage.show({ catalogue: areas, required: true })
      page.picker.reportValidity()
      await page.picker.updateComplete
      const [first] = await accessibleNodes('checkbox')
      expect(first?.description).to.contain('Choose at least one scope.')
      await page.click('files:write')
      expect(page.text).to.contain('2 scopes chosen')
    })
  })

  describe('its catalogue', () => {
    it('comes from the config of the page', async () => {
      const page = await PickerPage.show({ config: new FakeApi([], { scopes: singles }).config })
      expect(page.boxes.length).to.equal(3)
    })

    it('comes from the server, and keeps the value that was set before', async () => {
      const api = new FakeApi([], { scopes: areas })
      const held = api.hold('getConfig')
      const page = await PickerPage.show({ api: '/api/oauth-apps', fetch: api.fetch, value: ['files:write'] })
      expect(page.text).to.equal('Loading scopes')
      expect(page.submitted).to.deep.equal(['files:write'])
      await expect(page.picker).to.be.accessible()
      expect(held.length).to.equal(1)
      api.letThrough('getConfig')
      await page.shows('Files & Folders')
      expect(page.ticked).to.deep.equal(['files:read', 'files:write'])
    })

    it('is asked for again after a failure', async () => {
      const api = new FakeApi([], { scopes: areas })
      api.failNext('getConfig', 'unavailable')
      const page = await PickerPage.show({ api: '/api/oauth-apps', fetch: api.fetch })
      await page.shows('The scopes could not be loaded.')
      await expect(page.picker).to.be.accessible()
      page.picker.renderRoot.querySelector('button')?.click()
      await page.shows('Files & Folders')
      expect(page.focused).to.equal(page.box('files:read'))
    })

    it('may be empty', async () => {
      const page = await PickerPage.show({ catalogue: [] })
      expect(page.text).to.equal('There are no scopes to choose from.')
      await expect(page.picker).to.be.accessible()
    })

    it('may mix areas and single scopes, and keeps their order', async () => {
      const page = await PickerPage.show({ catalogue: [...singles.slice(0, 1), ...areas, ...singles.slice(1)] })
      expect(page.boxes.map((box) => box.closest('label')?.querySelector('code')?.textContent)).to.deep.equal([
        'read:user',
        'files:read',
        'files:write',
        'rooms:read',
        'rooms:write',
        'openid',
        'write:user',
        'admin:all',
      ])
    })

    it('speaks the language of the page', async () => {
      const scopes: Strings['scopes'] = { ...en.scopes, read: 'Lesen', required: 'Wählen Sie etwas aus.' }
      registerLocale('de', { ...en, scopes })
      document.documentElement.lang = 'de'
      const catalogue = [{ group: 'f', label: { en: 'Files', de: 'Dateien' }, scopes: [{ name: 'files' }] }]
      const page = await PickerPage.show({ catalogue, required: true })
      expect(page.text).to.contain('Dateien')
      expect(page.text).to.contain('Lesen')
      expect(page.picker.validationMessage).to.equal('Wählen Sie etwas aus.')
    })
  })

  describe('its looks', () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has nothing for axe to find, ${colorScheme}`, async () => {
        document.documentElement.style.colorScheme = colorScheme
        document.body.style.background = 'Canvas'
        const given = { catalogue: [...areas, ...singles], value: ['files:write', 'admin:all', 'gone'] }
        const page = await PickerPage.show(given)
        expect(page.text).to.contain('Included in Write').and.to.contain('no longer offered')
        await expect(page.picker).to.be.accessible()
        page.picker.setCustomValidity('The server refused it.')
        page.picker.revealValidity()
        await page.shows('The server refused it.')
        await expect(page.picker).to.be.accessible()
        page.picker.disabled = true
        await page.picker.updateComplete
        await expect(page.picker).to.be.accessible()
        document.body.style.background = ''
      })
    }

    for (const dir of ['ltr', 'rtl']) {
      it(`becomes cards at 320 px that name their columns and need no sideways scrolling, ${dir}`, async () => {
        document.documentElement.dir = dir
        await setViewport({ width: 320, height: 800 })
        const long = { name: `https://example.com/auth/${'very.'.repeat(20)}long`, description: 'x'.repeat(90) }
        const page = await PickerPage.show({ catalogue: [...areas, long], value: ['files:write'] })
        expect(page.text).to.contain('Files & Folders')
        expect(document.documentElement.scrollWidth).to.equal(320)
        const column = page.box('files:read').closest('label')?.querySelector('.column')
        expect(column?.checkVisibility()).to.equal(true)
        await expect(page.picker).to.be.accessible()
      })
    }

    it('stays wide enough where a page gives it that of its content', async () => {
      const page = await PickerPage.show({ catalogue: areas })
      page.form.querySelector('fieldset')?.style.setProperty('display', 'inline-flex')
      expect(page.picker.getBoundingClientRect().width).to.be.at.least(240)
    })
  })
})
