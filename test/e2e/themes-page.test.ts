import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { axeViolations } from '../support/axe.js'
import { DemoProcess } from '../support/demo-process.js'
import { PortalPage } from '../support/portal-page.js'

describe('SQLite: a designer on the page of ready themes', () => {
  let demo: DemoProcess
  before(async () => {
    demo = await DemoProcess.start()
  })
  after(() => demo.remove())

  for (const [name, radius] of [
    ['Default', '6px'],
    ['Neutral', '6px'],
    ['Indigo', '8px'],
    ['Ink', '0px'],
  ] as const) {
    it(`goes to ${name}, sees the elements in it, and reads its link`, async () => {
      const portal = await PortalPage.open(demo, 'themes')
      try {
        await portal.page.getByRole('link', { name, exact: true }).click()
        await portal.page.locator('nav [aria-current]', { hasText: name }).waitFor()
        const register = portal.button('Register application').first()
        await register.waitFor()
        assert.equal(await register.evaluate((button) => getComputedStyle(button).borderRadius), radius)
        const link = (await portal.page.locator('#link').textContent()) ?? ''
        assert.equal(link.includes(`themes/${name.toLowerCase()}.css`), name !== 'Default')
        assert.deepEqual(await axeViolations(portal.page), [])
      } finally {
        await portal.close()
      }
    })
  }
})
