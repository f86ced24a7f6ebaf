import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ownApps, ProblemError } from '../../../plugin/index.js'
import {
  AuthorizationHost,
  basic,
  callback,
  codeVerifier,
  developer,
  type Registered,
} from '../../support/authorization-host.js'
import { databaseKinds } from '../../support/databases.js'
import { person } from '../../support/open-registry.js'

const root = { ...person('root'), administrator: true }
const origin = 'https://app.example'

interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
}

for (const kind of databaseKinds) {
  describe(`${kind.name}: an app that nobody has approved`, () => {
    let host: AuthorizationHost
    let app: Registered
    before(async () => {
      host = await AuthorizationHost.open(kind, {
        apps: {
          review: true,
          policy: ownApps(),
          findPrincipal: (id) => [developer, person('ada')].find((known) => known.id === id) ?? null,
        },
      })
      host.people.set('dev', { id: 'dev', name: 'Dev Eloper', claims: { name: 'Dev Eloper' } })
      app = await host.register({ allowed_origins: [origin] })
    })
    after(() => host.close())

    async function signIn(as: string): Promise<Tokens> {
      const answer = await host.authorize(host.authorizeAddress({ client_id: app.client_id, scope: 'files:write' }), {
        as,
      })
      const code = answer.searchParams.get('code') ?? assert.fail(answer.href)
      const body = { grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: codeVerifier }
      const response = await host.token(body, basic(app))
      assert.equal(response.status, 200)
      return (await response.json()) as Tokens
    }

    it('works for its owner, through to the API and in a browser', async () => {
      const { access_token, refresh_token } = await signIn('dev')
      assert.equal(((await (await host.api(access_token)).json()) as { user: string }).user, 'Dev Eloper')
      const again = await host.token({ grant_type: 'refresh_token', refresh_token }, basic(app))
      assert.equal(again.status, 200)
      const preflight = await fetch(`${host.issuer}/token`, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      })
      assert.equal(preflight.headers.get('Access-Control-Allow-Origin'), origin)
    })

    it('is tried by its owner, with a token of their own, and by nobody else', async () => {
      const { registry } = host.apps
      const submission = { members: {}, faults: [] }
      const { access_token } = await registry.issueAccessToken(developer, app.client_id, submission)
      assert.equal((await host.api(access_token)).status, 200)
      const refused = (error: ProblemError): boolean => error.code === 'not_approved'
      await assert.rejects(registry.issueAccessToken(root, app.client_id, submission), refused)
    })

    it('is among what its owner allowed as one that works', async () => {
      await signIn('dev')
      const headers = { Authorization: 'Bearer developer' }
      const answer = await fetch(`${host.origin}/api/oauth-apps/grants`, { headers })
      const { items } = (await answer.json()) as { items: readonly { app: { status: string } }[] }
      assert.deepEqual(new Set(items.map((grant) => grant.app.status)), new Set(['active']))
    })

    it('is a page that says so for everybody else, and never a redirect', async () => {
      for (const as of ['ada', '']) {
        const browser = host.browser()
        const { url } = await browser.visit(host.authorizeAddress({ client_id: app.client_id, scope: 'files:read' }))
        for (const method of ['GET', 'POST']) {
          const body = method === 'POST' ? '{}' : null
          const headers = { 'X-User': as, 'Content-Type': 'application/json' }
          const answer = await browser.fetch(url.href, { method, headers, body })
          assert.equal(answer.headers.get('Location'), null)
          assert.match(await answer.text(), /has not been approved yet/)
        }
      }
      assert.equal((await host.tokens.count({ userId: 'ada' })).grants, 0)
    })

    it('gets no token for itself, whoever registered it', async () => {
      const answer = await host.token({ grant_type: 'client_credentials', scope: 'files:read' }, basic(app))
      assert.deepEqual(
        [answer.status, ((await answer.json()) as { error: string }).error],
        [400, 'unauthorized_client'],
      )
    })

    it('works for whoever has it now, and for whoever had it no longer', async () => {
      const { access_token } = await signIn('dev')
      const give = (owner_id: string) =>
        host.apps.registry.reassignApp(root, app.client_id, { members: { owner_id }, faults: [] })
      await give('ada')
      assert.equal((await host.api(access_token)).status, 401)
      const ofAda = await signIn('ada')
      assert.equal((await host.api(ofAda.access_token)).status, 200)
      await give('dev')
      assert.deepEqual([(await host.api(access_token)).status, (await host.api(ofAda.access_token)).status], [200, 401])
    })

    it('works for everybody from the moment it is approved, and so do changes of it', async () => {
      const { registry } = host.apps
      await registry.approveApp(root, app.client_id)
      const { access_token } = await signIn('ada')
      assert.equal((await host.api(access_token)).status, 200)
      const own = await host.token({ grant_type: 'client_credentials', scope: 'files:read' }, basic(app))
      assert.equal(own.status, 200)

      const { version } = await registry.getApp(developer, app.client_id)
      const members = { scopes: ['files:write', 'rooms:read'], redirect_uris: ['https://app.example/new'] }
      await registry.updateApp(developer, app.client_id, version, { members, faults: [] })
      const wanted = { client_id: app.client_id, scope: 'rooms:read', redirect_uri: 'https://app.example/new' }
      const refused = await fetch(host.authorizeAddress(wanted), { redirect: 'manual' })
      assert.deepEqual([refused.status, refused.headers.get('Location')], [400, null])
      assert.equal((await host.api(access_token)).status, 200)
      await registry.approveApp(root, app.client_id)
      const answer = await host.authorize(host.authorizeAddress(wanted))
      assert.equal(answer.pathname, '/new')
    })

    it('is refused to others by a problem that a host can tell from all else', async () => {
      const waiting = await host.register()
      const browser = host.browser()
      const { url } = await browser.visit(host.authorizeAddress({ client_id: waiting.client_id }))
      const { status } = await browser.fetch(url.href, { headers: { 'X-User': 'ada' } })
      assert.equal(status, new ProblemError('not_approved').status)
    })
  })
}
