import assert from 'node:assert/strict'
import { after, before, describe, it, mock } from 'node:test'
import { ensureBuild } from '../../demo/ensure-build.js'
import { challenge, codeVerifier } from '../support/authorization-host.js'
import { axeViolations } from '../support/axe.js'
import { ClientSite } from '../support/client-libraries/client-site.js'
import { sqliteKind, type TestDatabase } from '../support/databases.js'
import { DocumentServer } from '../support/document-server.js'
import { PortalPage } from '../support/portal-page.js'
import { RunningDemo } from '../support/running-demo.js'

describe('SQLite: an app that introduces itself to DocSpace by a document', () => {
  let database: TestDatabase
  let demo: RunningDemo
  let documents: DocumentServer
  let site: ClientSite
  let page: PortalPage
  before(async () => {
    ensureBuild()
    database = await sqliteKind.create()
    documents = await DocumentServer.open()
    documents.openGuard()
    demo = await RunningDemo.start(database)
    site = await ClientSite.open()
    page = await PortalPage.open(demo, 'docspace')
  })
  after(async () => {
    mock.restoreAll()
    await page.close()
    await site.close()
    await demo.stop()
    await documents.close()
    await database.drop()
  })

  it('is shown with its host, as one that nobody has registered, and is among the applications of whoever allows it', async () => {
    const redirect_uri = `${site.origin}/`
    const client_id = documents.publish({
      client_name: 'Agent Ada',
      redirect_uris: [redirect_uri],
      token_endpoint_auth_method: 'none',
    })
    const parameters = { client_id, redirect_uri, response_type: 'code', scope: 'files:read', ...challenge }
    const issuer = `${demo.url}docspace/oauth`
    await page.page.goto(`${issuer}/authorize?${new URLSearchParams(parameters).toString()}`)
    const consent = page.page.locator('oauth-consent')
    await consent.getByRole('heading', { name: /Agent Ada/ }).waitFor()
    await consent.getByText(documents.host).waitFor()
    await consent.getByText('Nobody has registered this app with DocSpace').waitFor()
    assert.deepEqual(await axeViolations(page.page), [])

    await consent.getByRole('button', { name: 'Allow' }).click()
    await page.page.getByRole('status').filter({ hasText: 'Welcome' }).waitFor()
    const code = new URL(page.page.url()).searchParams.get('code') ?? assert.fail(page.page.url())
    const body = { grant_type: 'authorization_code', code, code_verifier: codeVerifier, client_id, redirect_uri }
    const tokens = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(body) })
    const { access_token } = (await tokens.json()) as { access_token: string }
    const api = `${demo.url}docspace/api/v1/me`
    const answer = await fetch(api, { headers: { Authorization: `Bearer ${access_token}` } })
    assert.deepEqual(await answer.json(), { app: documents.host, user: 'Mia Member', scopes: ['files:read'] })

    await page.page.goto(`${demo.url}docspace/authorized`)
    await page.page.locator('oauth-grant-list').getByText(documents.host).first().waitFor()
  })
})
