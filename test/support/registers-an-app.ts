import assert from 'node:assert/strict'
import { PortalPage } from './portal-page.js'

/** Registers an app as a person does, in a browser that has nothing to complain about. */
export async function registersAnApp(origin: string): Promise<void> {
  const portal = await PortalPage.open({ url: `${origin}/` }, '')
  const complaints: string[] = []
  portal.page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  portal.page.on('pageerror', ({ message }) => complaints.push(message))
  try {
    await portal.page.reload()
    await portal.startRegistering()
    await portal.form.getByRole('textbox', { name: 'App name' }).fill('Reports')
    await portal.save()
    assert.match(await portal.copyAndStoreSecret(), /^oak_/)
    await portal.row('Reports').waitFor()
    assert.equal(await portal.page.locator('output').textContent(), 'Reports was registered.')
    assert.deepEqual(complaints, [])
  } finally {
    await portal.close()
  }
}
