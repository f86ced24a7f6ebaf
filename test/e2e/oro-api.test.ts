import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { databaseKinds, type TestDatabase } from '../support/databases.js'
import { RunningDemo } from '../support/running-demo.js'

interface Created {
  readonly client_id: string
  readonly client_secret: string
  readonly status: string
  readonly organization_id: string | null
}

for (const kind of databaseKinds) {
  describe(`${kind.name}: the Oro portal, over HTTP`, () => {
    let database: TestDatabase
    let demo: RunningDemo
    before(async () => {
      database = await kind.create()
      demo = await RunningDemo.start(database)
    })
    after(async () => {
      await demo.stop()
      await database.drop()
    })

    const call = (role: string, method: string, path: string, body?: object): Promise<Response> =>
      demo.call('oro', method, path, role, body)

    async function create(role: string, body: object): Promise<Created> {
      const response = await call(role, 'POST', '/apps', body)
      assert.equal(response.status, 201, await response.clone().text())
      return (await response.json()) as Created
    }

    it('takes a name, and puts the app into the only organization of its owner, active', async () => {
      const { status, organization_id } = await create('member', { client_name: 'ERP connector' })
      assert.deepEqual({ status, organization_id }, { status: 'active', organization_id: 'acme' })
    })

    it('asks whoever has several organizations for one of theirs', async () => {
      const body = { client_name: 'Price sync' }
      assert.deepEqual(await faults(await call('multi', 'POST', '/apps', body)), ['/organization_id required'])
      assert.deepEqual(await faults(await call('multi', 'POST', '/apps', { ...body, organization_id: 'initech' })), [
        '/organization_id organization_unknown',
      ])
      assert.equal((await create('multi', { ...body, organization_id: 'globex' })).organization_id, 'globex')
    })

    it('lets root, who is in no organization, add an app of none', async () => {
      assert.equal((await create('root', { client_name: 'Watchdog' })).organization_id, null)
    })

    it('knows no other fields, and names every fault at once', async () => {
      const body = {
        client_name: ' ',
        redirect_uris: [],
        scopes: [],
        client_uri: 'https://example.com',
        status: 'draft',
      }
      assert.deepEqual(await faults(await call('member', 'POST', '/apps', body)), [
        '/client_name text_required',
        '/client_uri hidden_member',
        '/redirect_uris hidden_member',
        '/scopes hidden_member',
        '/status not_allowed',
      ])
    })

    it('adds an app that is not active, which gets no token before it is activated', async () => {
      const app = await create('member', { client_name: 'Later', status: 'disabled' })
      assert.equal(app.status, 'disabled')
      assert.equal((await token(app)).status, 401)
      assert.equal((await call('member', 'POST', `/apps/${app.client_id}/enable`)).status, 200)
      assert.equal((await token(app)).status, 200)
    })

    it('gives an access token for ID and secret, which ends with the app being active', async () => {
      const app = await create('member', { client_name: 'Stock levels' })
      const { access_token } = (await (await token(app)).json()) as { access_token: string }
      const me = (): Promise<Response> =>
        fetch(`${demo.url}oro/api/v1/me`, { headers: { authorization: `Bearer ${access_token}` } })
      assert.deepEqual(await (await me()).json(), { app: 'Stock levels', user: null, scopes: [] })
      const read = await call('member', 'GET', `/apps/${app.client_id}`)
      const edited = await fetch(`${demo.url}oro/api/oauth-apps/apps/${app.client_id}`, {
        method: 'PATCH',
        headers: {
          authorization: 'Bearer demo-member',
          'content-type': 'application/json',
          'if-match': read.headers.get('etag') ?? '',
        },
        body: JSON.stringify({ status: 'disabled' }),
      })
      assert.equal(edited.status, 200)
      assert.equal((await me()).status, 401)
      assert.equal((await token({ ...app, client_secret: 'oak_wrong' })).status, 401)
    })

    it('shows everybody their own apps, and root those of all users, filtered', async () => {
      const names = async (role: string, query = ''): Promise<string[]> => {
        const { items } = (await (await call(role, 'GET', `/apps?sort=client_name${query}`)).json()) as {
          items: { client_name: string }[]
        }
        return items.map(({ client_name }) => client_name)
      }
      assert.deepEqual(await names('member'), ['ERP connector', 'Later', 'Stock levels'])
      assert.deepEqual(await names('owner'), [], 'an owner of the organization sees no app of somebody else')
      assert.deepEqual(await names('multi', '&organization_id=acme'), [])
      assert.deepEqual(await names('root'), ['ERP connector', 'Later', 'Price sync', 'Stock levels', 'Watchdog'])
      assert.deepEqual(await names('root', '&organization_id=globex'), ['Price sync'])
      assert.deepEqual(await names('root', '&status=disabled&q=stock'), ['Stock levels'])
      assert.deepEqual(await names('root', '&created_by=me'), ['Watchdog'])
    })

    it('keeps the apps of others from whoever is not root', async () => {
      const { client_id } = await create('member', { client_name: 'Mine alone' })
      for (const role of ['owner', 'multi', 'other-owner']) {
        for (const method of ['GET', 'DELETE']) {
          assert.equal((await call(role, method, `/apps/${client_id}`)).status, 404, `${method} as ${role}`)
        }
      }
      assert.equal((await call('root', 'DELETE', `/apps/${client_id}`)).status, 204)
    })

    function token({ client_id, client_secret }: Created): Promise<Response> {
      return fetch(`${demo.url}oro/oauth/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      })
    }
  })
}

async function faults(response: Response): Promise<string[]> {
  assert.equal(response.status, 400)
  const { errors } = (await response.json()) as { errors: { pointer: string; code: string }[] }
  return errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()
}
