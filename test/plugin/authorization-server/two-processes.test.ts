import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { basic, callback, challenge } from '../../support/authorization-host.js'
import { DatabaseProxy } from '../../support/database-proxy.js'
import { databaseKinds, type TestDatabase } from '../../support/databases.js'
import { HostProcess } from '../../support/host-process.js'

interface Registered {
  readonly client_id: string
  readonly client_secret: string
}

async function register(host: HostProcess): Promise<Registered> {
  const members = { client_name: 'Reports', redirect_uris: [callback], scopes: ['files:read', 'rooms:read'] }
  const { client_id = '', client_secret = '' } = await host.manage('POST', '/apps', members)
  return { client_id, client_secret }
}

/** Status and error of what an app is answered that asks for a token of its own. */
async function ask(host: HostProcess, app: Registered, scope = 'files:read'): Promise<string> {
  const answer = await host.post('/token', { grant_type: 'client_credentials', scope }, basic(app))
  const { error = '' } = (await answer.json()) as { error?: string }
  return `${answer.status} ${error}`.trim()
}

async function tokenOf(host: HostProcess, app: Registered): Promise<string> {
  const answer = await host.post('/token', { grant_type: 'client_credentials', scope: 'files:read' }, basic(app))
  return ((await answer.json()) as { access_token: string }).access_token
}

/** A request that is sent more than a second after the change has to be answered by it, however slow the machine is. */
async function withinASecond(expected: string | number, answer: () => Promise<string | number>): Promise<void> {
  const changed = performance.now()
  for (;;) {
    const sent = performance.now()
    const found = await answer()
    if (found === expected) return
    assert.ok(sent - changed <= 1000, `${found} after ${Math.round(sent - changed)} ms, and not ${expected}`)
  }
}

for (const kind of databaseKinds) {
  describe(`${kind.name}: two processes of a host`, () => {
    let database: TestDatabase
    let one: HostProcess
    let other: HostProcess
    let app: Registered
    before(async () => {
      database = await kind.create()
      one = await HostProcess.start(database.config)
      other = await HostProcess.start(database.config)
    })
    after(async () => {
      await Promise.all([one.stop(), other.stop()])
      await database.drop()
    })
    beforeEach(async () => {
      app = await register(one)
      assert.equal(await ask(other, app), '200')
    })

    it('honour an edit that the other one made', async () => {
      const token = await tokenOf(other, app)
      await one.manage('PATCH', `/apps/${app.client_id}`, { scopes: ['rooms:read'] })
      await withinASecond('400 invalid_scope', () => ask(other, app))
      await withinASecond(403, async () => (await other.get('/api/files', token)).status)
      assert.equal(await ask(other, app, 'rooms:read'), '200')
    })

    it('honour a secret that the other one made, and its end of the one before', async () => {
      const { client_secret = '' } = await one.manage('POST', `/apps/${app.client_id}/secrets`, { expire_others_in: 0 })
      await withinASecond('200', () => ask(other, { ...app, client_secret }))
      await withinASecond('401 invalid_client', () => ask(other, app))
    })

    it('honour no app that the other one has disabled, until that is enabled', async () => {
      const token = await tokenOf(other, app)
      await one.manage('POST', `/apps/${app.client_id}/disable`)
      await withinASecond('401 invalid_client', () => ask(other, app))
      await withinASecond(401, async () => (await other.get('/api/files', token)).status)
      await one.manage('POST', `/apps/${app.client_id}/enable`)
      await withinASecond('200', () => ask(other, app))
      await withinASecond(200, async () => (await other.get('/api/files', token)).status)
    })

    it('honour no token that the other one has revoked, from the very next request', async () => {
      const token = await tokenOf(other, app)
      assert.equal((await other.get('/api/files', token)).status, 200)
      await one.manage('POST', `/apps/${app.client_id}/revoke-tokens`)
      assert.equal((await other.get('/api/files', token)).status, 401)
    })

    it('honour no app that the other one has deleted', async () => {
      const token = await tokenOf(other, app)
      await one.manage('DELETE', `/apps/${app.client_id}`)
      await withinASecond('401 invalid_client', () => ask(other, app))
      await withinASecond(401, async () => (await other.get('/api/files', token)).status)
    })
  })
}

/** A database that is a file cannot be cut off. */
for (const kind of databaseKinds.filter(({ name }) => name !== 'SQLite')) {
  describe(`${kind.name}: a process whose database is gone`, () => {
    let database: TestDatabase
    let proxy: DatabaseProxy
    let host: HostProcess
    before(async () => {
      database = await kind.create()
      proxy = await DatabaseProxy.before(database)
      host = await HostProcess.start(proxy.config)
    })
    after(async () => {
      await host.stop()
      await proxy.stop()
      await database.drop()
    })

    it('answers 503 to everything, does not guess, and goes on when the database is back', async () => {
      const app = await register(host)
      const token = await tokenOf(host, app)
      assert.equal((await host.get('/api/files', token)).status, 200)
      await proxy.stop()
      const parameters = { client_id: app.client_id, response_type: 'code', redirect_uri: callback, ...challenge }
      const questions = {
        'a token': () => host.post('/token', { grant_type: 'client_credentials' }, basic(app)),
        'a token, from somebody unknown': () =>
          host.post('/token', { grant_type: 'client_credentials' }, basic({ ...app, client_id: 'nobody' })),
        'the API': () => host.get('/api/files', token),
        introspection: () => host.post('/introspect', { token }, basic(app)),
        revocation: () => host.post('/revoke', { token }, basic(app)),
        authorization: () => host.get(`/oauth/authorize?${new URLSearchParams(parameters).toString()}`),
      }
      // Twice: what was known a moment ago, and what is known no more.
      for (let round = 0; round < 2; round++) {
        for (const [what, question] of Object.entries(questions)) {
          const answer = await question()
          assert.deepEqual([answer.status, answer.headers.get('Retry-After')], [503, '5'], what)
        }
      }
      // It may be one that was made a moment ago, by another process.
      await withinASecond('503 temporarily_unavailable', () => ask(host, { ...app, client_secret: 'oak_wrong' }))
      await proxy.start()
      assert.equal(await ask(host, app), '200')
      assert.equal((await host.get('/api/files', token)).status, 200)
    })
  })
}
