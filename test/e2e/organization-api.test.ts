import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { databaseKinds, type TestDatabase } from '../support/databases.js'
import { exampleApp, exampleIconUrl } from '../support/example-app.js'
import { RunningDemo } from '../support/running-demo.js'

const app = { client_name: 'My Integration', scopes: ['read:organization', 'write:organization'] }

for (const kind of databaseKinds) {
  describe(`${kind.name}: the organization portal, over HTTP`, () => {
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

    const create = (role: string | undefined, body: object): Promise<Response> =>
      demo.call('organization', 'POST', '/apps', role, body)

    it('answers 401 to whoever is not signed in, and 403 to members, whatever they send', async () => {
      for (const body of [app, { client_name: '' }]) {
        assert.equal((await create(undefined, body)).status, 401)
        assert.equal((await create('member', body)).status, 403)
      }
    })

    it('registers what owners and admins send, with the secret in that answer only', async () => {
      for (const role of ['owner', 'admin']) {
        const created = await create(role, app)
        assert.equal(created.status, 201)
        assert.equal(created.headers.get('cache-control'), 'no-store')
        const { client_id, client_secret, organization_id } = await fields(created)
        assert.match(String(client_secret), /^oak_/)
        assert.equal(organization_id, 'acme')
        const read = await demo.call('organization', 'GET', `/apps/${String(client_id)}`, role)
        assert.equal(read.status, 200)
        assert.ok(!(await read.text()).includes(String(client_secret)))
      }
    })

    it('names every fault of a body at once', async () => {
      const response = await create('admin', {
        client_name: 'x'.repeat(101),
        description: 'x'.repeat(501),
        redirect_uris: ['https://a.example.com/cb', 'https://b.example.com/cb'],
        scopes: ['read:everything'],
        client_uri: 'https://example.com',
      })
      assert.equal(response.status, 400)
      assert.deepEqual(await faults(response), [
        '/client_name text_too_long',
        '/client_uri hidden_member',
        '/description text_too_long',
        '/redirect_uris too_many',
        '/scopes/0 scope_unknown',
      ])
    })

    it('takes a name of 1 to 100 characters, a description of 500 and one redirect URI, and needs name and scopes', async () => {
      assert.deepEqual(await faults(await create('admin', {})), [
        '/client_name text_required',
        '/scopes scope_required',
      ])
      const longest = {
        client_name: 'x'.repeat(100),
        description: 'x'.repeat(500),
        redirect_uris: ['https://example.com/callback'],
        scopes: ['read:user'],
      }
      assert.equal((await create('admin', longest)).status, 201)
      assert.equal((await create('admin', { ...longest, client_name: 'x', description: '' })).status, 201)
    })

    it('asks for the organization where somebody administers several', async () => {
      assert.deepEqual(await faults(await create('multi', app)), ['/organization_id required'])
      const created = await create('multi', { ...app, organization_id: 'globex' })
      assert.equal((await fields(created))['organization_id'], 'globex')
    })

    it('shows the apps of an organization to its admins, and hides them from those of another', async () => {
      const { client_id } = await fields(await create('owner', app))
      const path = `/apps/${String(client_id)}`
      assert.equal((await demo.call('organization', 'GET', path, 'admin')).status, 200)
      assert.equal((await demo.call('organization', 'GET', path, 'member')).status, 404)
      assert.equal((await demo.call('organization', 'GET', path, 'other-owner')).status, 404)
    })

    it('offers ten scopes, of which the dangerous ones contain others', async () => {
      const { scopes, capabilities } = (await (await demo.call('organization', 'GET', '/config', 'member')).json()) as {
        scopes: { name: string; risk?: string; implies?: string[] }[]
        capabilities: { restore_days: number }
      }
      const contained = (name: string): string[] => [
        name,
        ...(scopes.find((scope) => scope.name === name)?.implies ?? []).flatMap(contained),
      ]
      assert.equal(scopes.length, 10)
      assert.deepEqual(
        scopes.filter(({ risk }) => risk === 'dangerous').map(({ name }) => name),
        ['admin:organization', 'admin:all'],
      )
      assert.equal(new Set(contained('admin:all')).size, 10)
      assert.ok(!contained('admin:organization').some((name) => name.endsWith(':user')))
      assert.equal(new Set(contained('admin:organization')).size, 7)
      assert.equal(capabilities.restore_days, 30)
    })

    it('keeps its apps apart from those of DocSpace while both are written to', async () => {
      const icon = await exampleIconUrl()
      const made = await Promise.all(
        Array.from({ length: 20 }, async (_, index) => [
          (await create('admin', { ...app, client_name: `Both at once ${index}` })).status,
          (await demo.call('docspace', 'POST', '/apps', 'admin', { ...exampleApp, icon })).status,
        ]),
      )
      assert.deepEqual(new Set(made.flat()), new Set([201]))
      assert.equal(await count('organization', 'both'), 20)
      assert.equal(await count('docspace', 'both'), 0)
      assert.equal(await count('docspace', 'quarterly'), 20)
    })

    async function count(portal: string, word: string): Promise<number> {
      const response = await demo.call(portal, 'GET', `/apps?limit=100&q=${word}`, 'admin')
      const { items } = (await response.json()) as { items: unknown[] }
      return items.length
    }
  })
}

async function fields(response: Response): Promise<Record<string, unknown>> {
  return (await response.json()) as Record<string, unknown>
}

async function faults(response: Response): Promise<string[]> {
  const { errors } = (await response.json()) as { errors: { pointer: string; code: string }[] }
  return errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()
}
