import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it, mock } from 'node:test'
import type { Interaction } from '../../../plugin/authorization-server/index.js'
import { AuthorizationHost, callback, codeVerifier } from '../../support/authorization-host.js'
import { databaseKinds, sqliteKind, type DatabaseKind } from '../../support/databases.js'
import { DocumentServer } from '../../support/document-server.js'

interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
  readonly scope: string
}

function open(kind: DatabaseKind, options: { allow?: (clientId: string) => boolean } = {}): Promise<AuthorizationHost> {
  return AuthorizationHost.open(kind, {
    apps: { authenticate: () => ({ id: 'ada', name: 'Ada Lovelace', organizations: [] }) },
    server: { clientIdMetadataDocuments: { scopes: ['files:write'], ...options } },
  })
}

const answer = { redirect_uris: [callback], token_endpoint_auth_method: 'none', client_name: 'Ada’s agent' }
const withRefresh = { ...answer, grant_types: ['authorization_code', 'refresh_token'] }

/** What the consent page of the host is told; else, the page that stands in its place. */
async function ask(host: AuthorizationHost, parameters: Record<string, string>): Promise<Interaction | string> {
  const browser = host.browser()
  const { url, response } = await browser.visit(host.authorizeAddress(parameters))
  if (!response) return `to ${url.href}`
  if (!url.pathname.startsWith('/consent/')) return `${response.status} ${await response.text()}`
  return JSON.parse(await response.text()) as Interaction
}

async function refusal(host: AuthorizationHost, parameters: Record<string, string>): Promise<string> {
  const page = await ask(host, parameters)
  return typeof page === 'string' ? page : assert.fail(JSON.stringify(page))
}

async function consent(host: AuthorizationHost, parameters: Record<string, string>): Promise<Interaction> {
  const page = await ask(host, parameters)
  return typeof page === 'string' ? assert.fail(page) : page
}

async function signIn(host: AuthorizationHost, client_id: string, scope = 'files:read'): Promise<Tokens> {
  const address = await host.authorize(host.authorizeAddress({ client_id, scope }))
  const code = address.searchParams.get('code') ?? assert.fail(address.href)
  const body = { grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: codeVerifier }
  const response = await host.token({ ...body, client_id })
  assert.equal(response.status, 200)
  return (await response.json()) as Tokens
}

for (const kind of databaseKinds) {
  describe(`${kind.name}: an app that nobody has registered and its document introduces`, () => {
    let host: AuthorizationHost
    let documents: DocumentServer
    before(async () => {
      documents = await DocumentServer.open()
      documents.openGuard()
      host = await open(kind)
    })
    after(async () => {
      mock.restoreAll()
      await host.close()
      await documents.close()
    })

    it('shows its host on the consent screen, and that nobody has registered it', async () => {
      const client_id = documents.publish({
        ...answer,
        client_uri: 'https://ada.example',
        logo_uri: 'https://ada.example/spy.png',
      })
      const { app, registered, scopes, redirect_uri } = await consent(host, { client_id })
      assert.equal(registered, false)
      assert.equal(app.client_name, 'Ada’s agent')
      assert.deepEqual(app.publisher, { name: documents.host })
      assert.deepEqual([app.client_uri, app.logo_uri], ['https://ada.example', null])
      assert.deepEqual(
        scopes.map(({ name }) => name),
        ['files:read'],
      )
      assert.equal(redirect_uri, callback)
      const unnamed = await consent(host, { client_id: documents.publish({ ...answer, client_name: undefined }) })
      assert.equal(unnamed.app.client_name, documents.host)
    })

    it('uses the API for whoever allows it, and gets new tokens', async () => {
      const client_id = documents.publish(withRefresh)
      const { access_token, refresh_token } = await signIn(host, client_id, 'files:write')
      const used = (await (await host.api(access_token)).json()) as object
      assert.deepEqual(
        { ...used, tokenId: '' },
        { app: client_id, user: 'Ada Lovelace', scopes: ['files:read', 'files:write'], tokenId: '' },
      )
      const next = await host.token({ grant_type: 'refresh_token', refresh_token, client_id })
      assert.equal(next.status, 200)
      const fresh = (await next.json()) as Tokens
      assert.equal((await host.api(fresh.access_token)).status, 200)
    })

    it('stands with the other apps on the page of whoever allowed it, is narrowed and revoked there', async () => {
      const client_id = documents.publish(answer)
      const { access_token } = await signIn(host, client_id, 'files:write')
      const call = async (method: string, path: string, body?: object) => {
        const headers = { 'Content-Type': 'application/json' }
        const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
        const response = await fetch(`${host.origin}/api/oauth-apps${path}`, init)
        return (await response.json()) as { items: { id: string; app: Record<string, unknown>; scopes: string[] }[] }
      }
      const grant = (await call('GET', '/grants')).items.find(({ app }) => app['client_id'] === client_id)
      assert.ok(grant)
      assert.deepEqual([grant.app['client_name'], grant.app['status']], [documents.host, 'active'])
      await call('PATCH', `/grants/${grant.id}`, { scopes: ['files:read'] })
      assert.deepEqual(((await (await host.api(access_token)).json()) as Interaction).scopes, ['files:read'])
      await call('DELETE', `/grants/${grant.id}`)
      assert.equal((await host.api(access_token)).status, 401)
    })
  })
}

describe('Documents that introduce apps', () => {
  let host: AuthorizationHost
  let documents: DocumentServer
  const banned = new Set<string>()
  before(async () => {
    documents = await DocumentServer.open()
    host = await open(sqliteKind, { allow: (clientId) => !banned.has(clientId) })
  })
  afterEach(() => {
    mock.restoreAll()
  })
  after(async () => {
    await host.close()
    await documents.close()
  })

  it('are not fetched from private addresses, whatever is there', async () => {
    documents.keepGuard()
    const client_id = documents.publish(answer)
    assert.match(await refusal(host, { client_id }), /^400 .*not known here/s)
    assert.equal(documents.requests, 0)
    // With the guard out of the way, it is this very document that would have been taken.
    documents.openGuard()
    assert.equal((await consent(host, { client_id })).app.client_id, client_id)
    assert.equal(documents.requests, 1)
  })

  it('mean nothing where the host has not switched them on', async (test) => {
    const other = await AuthorizationHost.open(sqliteKind)
    test.after(() => other.close())
    documents.openGuard()
    const before = documents.requests
    assert.match(await refusal(other, { client_id: documents.publish(answer) }), /^400 .*not known here/s)
    assert.equal(documents.requests, before)
  })

  it('are announced in the metadata of the server', async () => {
    const response = await fetch(`${host.issuer}/.well-known/oauth-authorization-server`)
    assert.equal(((await response.json()) as Record<string, unknown>)['client_id_metadata_document_supported'], true)
  })

  it('have addresses that can be written in one way only, and are not asked for at others', async () => {
    documents.openGuard()
    const before = documents.requests
    const known = documents.publish(answer)
    for (const client_id of [
      known.replace('https', 'http'),
      known.replace('https://', 'https://user@'),
      `${known}#part`,
      `https://${documents.host}`,
      `https://${documents.host}/`,
      known.replace(/\/([^/]*)$/, '/a/../$1'),
      known.replace('https', 'HTTPS'),
      `${known}?${'x'.repeat(255)}`,
    ]) {
      assert.match(await refusal(host, { client_id }), /^400 /, client_id)
    }
    assert.equal(documents.requests, before)
  })

  it('are judged by the rules for what is registered, with a page and no redirect', async () => {
    documents.openGuard()
    for (const wrong of [
      { redirect_uris: ['https://app.example/*'] },
      { redirect_uris: ['http://app.example/callback'] },
      { client_name: 'Ada\u202Egap' },
      { client_name: 'a'.repeat(101) },
      { client_uri: 'https://user@ada.example' },
      { token_endpoint_auth_method: 'client_secret_basic' },
      { token_endpoint_auth_method: undefined },
      { client_secret: 'secret' },
      { client_id: 'https://somebody.else.example/client' },
    ]) {
      const client_id = documents.publish({ ...answer, ...wrong })
      const redirect_uri = wrong.redirect_uris?.[0] ?? callback
      assert.match(await refusal(host, { client_id, redirect_uri }), /^400 /, JSON.stringify(wrong))
    }
  })

  it('let an app ask for what the host gives such apps, and no more', async () => {
    documents.openGuard()
    const client_id = documents.publish(answer)
    assert.match(await refusal(host, { client_id, scope: 'rooms:read' }), /^400 .*no scope rooms:read/s)
    const names = ({ scopes }: Interaction) => scopes.map(({ name }) => name)
    assert.deepEqual(names(await consent(host, { client_id, scope: '' })), ['files:read', 'files:write'])
    const modest = documents.publish({ ...answer, scope: 'files:read' })
    assert.deepEqual(names(await consent(host, { client_id: modest, scope: '' })), ['files:read'])
    assert.match(await refusal(host, { client_id: modest, scope: 'files:write' }), /^400 .*no scope files:write/s)
  })

  it('need PKCE, and have redirects compared character for character', async () => {
    documents.openGuard()
    const client_id = documents.publish(answer)
    const url = await host.authorize(host.authorizeAddress({ client_id, code_challenge: undefined }))
    assert.equal(url.searchParams.get('error'), 'invalid_request')
    assert.match(await refusal(host, { client_id, redirect_uri: `${callback}/` }), /^400 .*has not registered/s)
  })

  it('let no app act for itself', async () => {
    documents.openGuard()
    const client_id = documents.publish({ ...answer, grant_types: ['authorization_code', 'client_credentials'] })
    const response = await host.token({ grant_type: 'client_credentials', client_id, scope: 'files:read' })
    assert.equal(response.status, 400)
  })

  it('are worth nothing from the moment that the host takes the app no more, and neither are its tokens', async () => {
    documents.openGuard()
    const client_id = documents.publish(withRefresh)
    const { access_token, refresh_token } = await signIn(host, client_id)
    assert.equal((await host.api(access_token)).status, 200)
    banned.add(client_id)
    assert.equal((await host.api(access_token)).status, 401)
    assert.equal((await host.token({ grant_type: 'refresh_token', refresh_token, client_id })).status, 400)
    assert.match(await refusal(host, { client_id }), /^400 /)
    banned.delete(client_id)
    assert.equal((await host.api(access_token)).status, 200)
  })
})
