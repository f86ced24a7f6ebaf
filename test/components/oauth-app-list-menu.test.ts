import { expect } from '@open-wc/testing'
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands'
import { accessibleNodes } from '../support/accessible-nodes.js'
import { ListPage } from '../support/list-page.js'
import { nothing, sampleApp, sampleApps } from '../support/sample-data.js'

const reader = sampleApp({ client_id: 'reader-1', client_name: 'Docs Reader' })
const archive = sampleApp({ client_id: 'archive-2', client_name: 'Archive', status: 'disabled' })

describe('<oauth-app-list>: the menu of a row', () => {
  afterEach(async () => {
    await setViewport({ width: 1000, height: 800 })
    document.documentElement.dir = 'ltr'
  })

  it('offers what can be done to the app', async () => {
    const page = await ListPage.show([reader, archive])
    await page.openMenu('Docs Reader')
    expect(page.menuItems).to.deep.equal(['Edit', 'Rotate secret', 'Disable', 'Delete'])
    await sendKeys({ press: 'Escape' })
    await page.openMenu('Archive')
    expect(page.menuItems).to.deep.equal(['Edit', 'Rotate secret', 'Enable', 'Delete'])
  })

  it('offers only what the caller may do, and no secret to a client that has none', async () => {
    const page = await ListPage.show([
      sampleApp({ client_id: 'a', client_name: 'Public', token_endpoint_auth_method: 'none' }),
      sampleApp({ client_id: 'b', client_name: 'Signing', token_endpoint_auth_method: 'private_key_jwt' }),
      sampleApp({
        client_id: 'c',
        client_name: 'Foreign',
        can: { ...nothing, edit: true },
      }),
    ])
    await page.openMenu('Public')
    expect(page.menuItems).to.deep.equal(['Edit', 'Disable', 'Delete'])
    await sendKeys({ press: 'Escape' })
    await page.openMenu('Signing')
    expect(page.menuItems).to.deep.equal(['Edit', 'Disable', 'Delete'])
    await sendKeys({ press: 'Escape' })
    await page.openMenu('Foreign')
    expect(page.menuItems).to.deep.equal(['Edit'])
  })

  it('is a menu to assistive technology, and its button says whether it is open', async () => {
    const page = await ListPage.show([reader])
    const button = page.in('Docs Reader', '.menu-button')
    expect(button.getAttribute('aria-label')).to.equal('Actions for Docs Reader')
    expect(button.getAttribute('aria-haspopup')).to.equal('menu')
    const expanded = async () =>
      (await accessibleNodes('button')).find(({ name }) => name === 'Actions for Docs Reader')?.properties['expanded']
    expect(await expanded()).to.equal(false)
    await page.openMenu('Docs Reader')
    expect(await expanded()).to.equal(true)
    const menu = page.in('Docs Reader', '[role=menu]')
    expect(menu.getAttribute('aria-label')).to.equal('Actions for Docs Reader')
    await expect(page.element).to.be.accessible()
  })

  it('goes round with the arrow keys, to the ends with Home and End, and to an item by its letters', async () => {
    const page = await ListPage.show([reader])
    await page.openMenu('Docs Reader')
    const keys = ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'End', 'Home', 'd', 'd']
    const reached: string[] = []
    for (const press of keys) {
      await sendKeys({ press })
      reached.push(page.focusedText)
    }
    expect(reached).to.deep.equal(['Rotate secret', 'Edit', 'Delete', 'Edit', 'Delete', 'Edit', 'Disable', 'Delete'])
  })

  it('opens with the arrow keys at its first or last item', async () => {
    const page = await ListPage.show([reader])
    page.in('Docs Reader', '.menu-button').focus()
    await sendKeys({ press: 'ArrowUp' })
    await page.has(() => page.focusedText === 'Delete')
    await sendKeys({ press: 'Escape' })
    await sendKeys({ press: 'ArrowDown' })
    await page.has(() => page.focusedText === 'Edit')
  })

  it('stays open when an arrow key comes before the browser has said that it is open', async () => {
    const page = await ListPage.show([reader])
    const button = page.in('Docs Reader', '.menu-button')
    button.click()
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }))
    expect(page.menuItems).to.contain('Edit')
    expect(page.focusedText).to.equal('Edit')
  })

  it('gives the focus back to its button on Escape and when an item is taken', async () => {
    const page = await ListPage.show([reader])
    const button = page.in('Docs Reader', '.menu-button')
    await page.openMenu('Docs Reader')
    await sendKeys({ press: 'Escape' })
    expect(page.menuItems).to.deep.equal([])
    expect(page.isFocused(button)).to.equal(true)
    await page.openMenu('Docs Reader')
    await sendKeys({ press: 'Enter' })
    expect(page.isFocused(button)).to.equal(true)
    expect(page.eventsNamed('oauth-app-edit')[0]?.detail.app.client_id).to.equal('reader-1')
  })

  it('goes on to what comes after its button on Tab', async () => {
    const page = await ListPage.show([reader, archive])
    await page.openMenu('Docs Reader')
    await sendKeys({ press: 'Tab' })
    expect(page.menuItems).to.deep.equal([])
    expect(page.isFocused(page.in('Archive', '[type=checkbox]'))).to.equal(true)
  })

  it('closes on a press outside, and on another press of its button', async () => {
    const page = await ListPage.show([reader])
    const button = page.in('Docs Reader', '.menu-button')
    await clickAt(button)
    await page.has(() => page.menuItems.length === 4)
    await clickAt(button)
    await page.has(() => page.menuItems.length === 0)
    await clickAt(button)
    await page.has(() => page.menuItems.length === 4)
    await clickAt(page.find('.summary'))
    await page.has(() => page.menuItems.length === 0)
    expect(page.eventsNamed('oauth-app-open')).to.deep.equal([])
  })

  it('closes when its row goes', async () => {
    const page = await ListPage.show([reader])
    await page.openMenu('Docs Reader')
    page.api.apps = [archive]
    await page.element.reload()
    await page.has(() => page.names.join() === 'Archive' && page.menuItems.length === 0)
  })

  for (const dir of ['ltr', 'rtl']) {
    for (const width of [320, 1000]) {
      it(`lies inside the viewport and beside its button: ${dir}, ${width} pixels wide, first and last row`, async () => {
        await setViewport({ width, height: 500 })
        document.documentElement.dir = dir
        const page = await ListPage.show(sampleApps(12))
        for (const name of ['App 012', 'App 001']) {
          const button = page.in(name, '.menu-button')
          button.scrollIntoView({ block: name === 'App 001' ? 'end' : 'center' })
          await page.openMenu(name)
          expectBeside(page.in(name, '.menu'), button)
          await sendKeys({ press: 'Escape' })
        }
      })
    }
  }
})

describe('<oauth-app-list>: a menu where CSS cannot anchor it', () => {
  const { supports } = CSS

  beforeEach(() => {
    CSS.supports = (...query: [string] | [string, string]) =>
      query[0] !== 'position-area' && supports.call(CSS, query.join(':'))
  })

  afterEach(async () => {
    CSS.supports = supports
    await setViewport({ width: 1000, height: 800 })
    document.documentElement.dir = 'ltr'
  })

  /** As such a browser places it: in the middle of the window. */
  function unanchor(page: ListPage): void {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('.menu { position-area: none; position-try-fallbacks: none; inset: 0; margin: auto }')
    const root = page.element.shadowRoot
    if (root) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }

  for (const dir of ['ltr', 'rtl']) {
    it(`lies beside its button and goes with it: ${dir}`, async () => {
      await setViewport({ width: 320, height: 500 })
      document.documentElement.dir = dir
      const page = await ListPage.show(sampleApps(12))
      unanchor(page)
      for (const name of ['App 012', 'App 001']) {
        const button = page.in(name, '.menu-button')
        button.scrollIntoView({ block: name === 'App 001' ? 'end' : 'center' })
        await page.openMenu(name)
        expectBeside(page.in(name, '.menu'), button)
        scrollBy(0, -20)
        await page.has(() => isBeside(page.in(name, '.menu'), button), 'it goes with its button')
        await sendKeys({ press: 'Escape' })
      }
    })
  }
})

async function clickAt(element: Element): Promise<void> {
  const { left, top, width, height } = element.getBoundingClientRect()
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] })
}

function expectBeside(menu: Element, button: Element): void {
  const box = menu.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  expect(box.height, 'it is shown').to.be.greaterThan(100)
  expect(box.left).to.be.at.least(0)
  expect(box.right).to.be.at.most(clientWidth)
  expect(box.top).to.be.at.least(0)
  expect(box.bottom).to.be.at.most(clientHeight)
  expect(isBeside(menu, button), 'it is beside its button').to.equal(true)
}

function isBeside(menu: Element, button: Element): boolean {
  const [box, anchor] = [menu.getBoundingClientRect(), button.getBoundingClientRect()]
  const gap = Math.max(box.top - anchor.bottom, anchor.top - box.bottom)
  return gap >= 0 && gap <= 8
}
