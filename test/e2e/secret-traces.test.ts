import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { DemoProcess } from '../support/demo-process.js'
import { DocspacePage } from '../support/docspace-page.js'
import { exampleApp, exampleIcons, exampleIconUrl } from '../support/example-app.js'

describe('SQLite: a secret, once it was shown', () => {
  let demo: DemoProcess
  let portal: DocspacePage
  const secrets: string[] = []
  let clientId: string
  before(async () => {
    demo = await DemoProcess.start()
    portal = await DocspacePage.open(demo)
    const created = await send('POST', '/apps', { ...exampleApp, icon: await exampleIconUrl() })
    clientId = created.client_id
    secrets.push(created.client_secret)
    secrets.push((await send('POST', `/apps/${clientId}/secrets`, { name: 'second' })).client_secret)
    await send('PATCH', `/apps/${clientId}`, { token_endpoint_auth_method: 'none' })
    secrets.push(
      (await send('PATCH', `/apps/${clientId}`, { token_endpoint_auth_method: 'client_secret_post' })).client_secret,
    )
    await portal.startRegistering()
    await portal.fill('Shown in a page', { name: 'i.png', mimeType: 'image/png', buffer: await exampleIcons.png() })
    await portal.save()
    secrets.push(await portal.copyAndStoreSecret())
  })
  after(async () => {
    await portal.close()
    await demo.remove()
  })

  it('is one of four that were really made', () => {
    assert.equal(new Set(secrets).size, 4)
    for (const secret of secrets) assert.match(secret, /^oak_[0-9A-Za-z]{40,}$/)
  })

  it('is in no file of the database', () => {
    const files = readdirSync(demo.folder)
    assert.ok(files.some((file) => file.endsWith('-wal')))
    for (const file of files) assertAbsent(readFileSync(join(demo.folder, file)).toString('latin1'), file)
    const database = files.map((file) => readFileSync(join(demo.folder, file)).toString('latin1')).join('')
    assert.ok(database.includes(clientId), 'the search does not see what is in the files')
  })

  it('is not in the log', () => {
    assert.ok(demo.log.includes(clientId), 'the log says nothing of the app')
    assertAbsent(demo.log, 'the log')
  })

  it('is in no answer to a GET', async () => {
    const hint = secrets[2]?.slice(-4) ?? ''
    const app = await (await demo.api(`/apps/${clientId}`)).text()
    assert.ok(app.includes(`"hint":"${hint}"`))
    for (const path of ['/config', '/apps', `/apps/${clientId}`, '/openapi.json', '/apps?q=quarterly', '/no-such']) {
      const response = await demo.api(path)
      assertAbsent((await response.text()) + JSON.stringify([...response.headers]), path)
    }
  })

  it('is nowhere in the page after it was dismissed', async () => {
    const page = await portal.everything()
    assert.ok(page.includes('Shown in a page'))
    assertAbsent(page, 'the page')
    assertAbsent(portal.page.url(), 'the address')
    assertAbsent(await portal.page.evaluate(() => JSON.stringify([localStorage, sessionStorage])), 'the storage')
  })

  function assertAbsent(text: string, where: string): void {
    for (const secret of secrets) {
      // The prefix is no secret; what follows it is.
      const body = secret.slice('oak_'.length)
      for (const form of [body, ...base64Forms(body), ...base64Forms(secret), encodeURIComponent(secret), hex(body)]) {
        assert.ok(!text.includes(form), `${where} holds a secret`)
      }
    }
  }

  async function send(
    method: string,
    path: string,
    body: object,
  ): Promise<{ client_id: string; client_secret: string }> {
    const headers = new Headers({ 'content-type': 'application/json' })
    if (method === 'PATCH') headers.set('if-match', (await demo.api(path)).headers.get('etag') ?? '')
    const response = await demo.api(path, { method, headers, body: JSON.stringify(body) })
    assert.ok(response.ok, `${method} ${path}: ${response.status}`)
    return (await response.json()) as { client_id: string; client_secret: string }
  }
})

/** What stays the same in base64 wherever the text begins, in both alphabets. */
function base64Forms(text: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.from(' '.repeat(offset) + text)
      .toString('base64')
      .replace(/=+$/, '')
    const stable = encoded.slice(offset === 0 ? 0 : offset + 1, -2)
    return [stable, stable.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

function hex(text: string): string {
  return Buffer.from(text).toString('hex')
}
