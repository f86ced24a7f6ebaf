import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumLaunchOptions } from '../support/chromium.js'
import { DemoProcess } from '../support/demo-process.js'
import { exampleApp } from '../support/example-app.js'

/** Takes the README's pictures of the demo as it is now: `npm run screenshots [folder]`. */
const folder = process.argv[2] ?? join(import.meta.dirname, '../../demo/screenshots')
mkdirSync(folder, { recursive: true })

interface Example {
  readonly client_name: string
  readonly description: string
  readonly color: string
  readonly scopes: readonly string[]
  readonly disabled?: true
}

const examples: readonly Example[] = [
  { client_name: 'Quarterly reports', description: 'Collects the numbers.', color: '#2b5fd9', scopes: ['files:read'] },
  { client_name: 'Mail merge', description: 'Letters to many.', color: '#b4561d', scopes: ['accounts:read'] },
  { client_name: 'Room display', description: 'Signs at the door.', color: '#1d7a46', scopes: ['rooms:read'] },
  { client_name: 'Archive export', description: 'Backups.', color: '#7a3fb8', scopes: ['files:write'], disabled: true },
  { client_name: 'Sketch sync', description: 'Drawings.', color: '#c62a5f', scopes: ['files:write', 'openid'] },
]

interface Picture {
  readonly view: 'list' | 'details' | 'form'
  readonly theme: 'light' | 'dark'
  readonly language: 'en' | 'ar' | 'de'
  readonly width: number
}

const pictures: readonly Picture[] = [
  { view: 'list', theme: 'light', language: 'en', width: 1200 },
  { view: 'details', theme: 'light', language: 'en', width: 1200 },
  { view: 'form', theme: 'dark', language: 'en', width: 1200 },
  { view: 'list', theme: 'light', language: 'ar', width: 1200 },
  { view: 'list', theme: 'dark', language: 'de', width: 320 },
]

const demo = await DemoProcess.start()
const browser = await chromium.launch(chromiumLaunchOptions())
try {
  for (const example of examples) await register(example)
  for (const picture of pictures) await shoot(picture)
} finally {
  await browser.close()
  await demo.remove()
}

async function shoot({ view, theme, language, width }: Picture): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 860 }, deviceScaleFactor: 2 })
  await page.goto(`${demo.url}docspace?lang=${language}&theme=${theme}`)
  const app = page.locator('oauth-app-list').getByText('Sketch sync')
  await app.waitFor()
  if (view !== 'list') {
    await app.click()
    await page.locator('oauth-app-details h2').first().waitFor()
  }
  if (view === 'form') {
    await page.locator('oauth-app-details .edit').click()
    await page.locator('oauth-app-form input').first().waitFor()
  }
  await page.mouse.move(0, 0)
  await page.screenshot({
    path: join(folder, `${view}-${theme}-${language}-${width}.png`),
    fullPage: width < 640,
    animations: 'disabled',
  })
  await page.close()
}

async function register({ color, disabled, ...members }: Example): Promise<void> {
  const initial = members.client_name.charAt(0)
  const icon =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${color}"/>` +
    `<text x="16" y="22" font-family="sans-serif" font-size="17" font-weight="700" text-anchor="middle" fill="#fff">${initial}</text></svg>`
  const response = await demo.api('/apps', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...exampleApp,
      ...members,
      icon: `data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}`,
    }),
  })
  if (!response.ok) throw new Error(`Registering ${members.client_name}: ${await response.text()}`)
  const { client_id } = (await response.json()) as { client_id: string }
  if (disabled) await demo.api(`/apps/${client_id}/disable`, { method: 'POST' })
}
