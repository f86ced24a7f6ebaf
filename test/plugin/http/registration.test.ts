import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import makeKnex from 'knex'
import { ClientInformationSchema } from '../../../plugin/contract/registration.js'
import { databaseKinds } from '../../support/databases.js'
import { exampleIconUrl } from '../../support/example-app.js'
import { mountPath } from './portal.js'
import { RegistrationHost } from './registration-host.js'

const metadata = {
  client_name: 'A tool',
  redirect_uris: ['https://tool.example/cb', 'http://localhost:8080/cb'],
  client_uri: 'https://tool.example/',
  policy_uri: 'https://tool.example/privacy',
  tos_uri: 'https://tool.example/terms',
  scope: 'files:write files:read',
  description: 'Made by a tool.',
  allowed_origins: ['https://tool.example'],
}

for (const database of databaseKinds) {
  describe(`${database.name}: a client that registers itself`, () => {
    let host: RegistrationHost
    before(async () => {
      host = await RegistrationHost.open({ database })
    })
    after(() => host.close())

    it('gets what it is, its secret and the token for its registration, as RFC 7591 has it', async () => {
      const before = Math.floor(Date.now() / 1000)
      const { body, headers } = await host.post(metadata).expect(201)
      const information = ClientInformationSchema.parse(body)
      assert.equal(headers['cache-control'], 'no-store')
      const { client_id, client_secret, registration_access_token, client_id_issued_at, ...rest } = information
      assert.ok(client_id_issued_at >= before && client_id_issued_at <= Date.now() / 1000)
      assert.match(client_secret ?? '', /^oak_/)
      assert.match(registration_access_token ?? '', /^oak_reg_/)
      assert.deepEqual(rest, {
        ...metadata,
        client_secret_expires_at: 0,
        registration_client_uri: `${mountPath}/register/${client_id}`,
        token_endpoint_auth_method: 'client_secret_basic',
        grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
        response_types: ['code'],
        application_type: 'web',
      })
      assert.ok(await host.portal.registry.verifySecret(client_id, client_secret ?? ''))
    })

    it('is an app of the principal whose token it was, like any other, with that principal in its log', async () => {
      const client = await host.register({ scope: 'files:read' })
      const app = await host.asOwner(client)
      assert.equal(app.organization_id, 'acme')
      assert.deepEqual(app.created_by, { id: 'u-robot', name: 'Acme build server' })
      assert.deepEqual(app.scopes, ['files:read'])
      assert.equal((await host.replace(client, { client_name: 'Renamed' })).status, 200)
      const { items } = await host.asOwner(client, '/events')
      assert.deepEqual(
        items.map(({ action, actor }: { action: string; actor: object }) => [action, actor]),
        [
          ['app.updated', { id: 'u-robot', name: 'Acme build server' }],
          ['app.created', { id: 'u-robot', name: 'Acme build server' }],
        ],
      )
    })

    it('reads its registration without any secret in it', async () => {
      const client = await host.register()
      const { body, text } = await host.read(client).expect(200)
      const { client_secret, client_secret_expires_at, registration_access_token, ...rest } = client
      assert.deepEqual(body, rest)
      for (const secret of [client_secret, registration_access_token]) assert.ok(!text.includes(String(secret)))
    })

    it('replaces its registration whole: what it leaves out is given up', async () => {
      const client = await host.register(metadata)
      const changed = { client_name: 'Other tool', redirect_uris: ['https://other.example/cb'] }
      const { body } = await host.replace(client, { ...changed, client_secret: client.client_secret }).expect(200)
      assert.equal(body.client_secret, undefined)
      const app = await host.asOwner(client)
      const { client_name, redirect_uris, description, client_uri, policy_uri, tos_uri, scopes, allowed_origins } = app
      assert.deepEqual(
        { client_name, redirect_uris, description, client_uri, policy_uri, tos_uri, scopes, allowed_origins },
        {
          ...changed,
          description: '',
          client_uri: null,
          policy_uri: null,
          tos_uri: null,
          scopes: [],
          allowed_origins: [],
        },
      )
      assert.ok(await host.portal.registry.verifySecret(client.client_id, client.client_secret ?? ''))
    })

    it('gets a new token with each change, and the one before does not work again', async () => {
      const client = await host.register()
      const { body } = await host.replace(client, metadata).expect(200)
      assert.notEqual(body.registration_access_token, client.registration_access_token)
      await host.read(client).expect(401)
      await host.replace(client, metadata).expect(401)
      await host.delete(client).expect(401)
      await host.read(body).expect(200)
    })

    it('gets one new token where it asks several times at once, whether or not that changes anything', async () => {
      for (const nameOf of [(n: number) => `No ${n}`, () => metadata.client_name]) {
        const client = await host.register(metadata)
        const answers = await Promise.all(
          [1, 2, 3, 4].map((n) => host.replace(client, { ...metadata, client_name: nameOf(n) })),
        )
        const [won, ...lost] = answers.sort((one, other) => one.status - other.status)
        assert.deepEqual([won?.status, ...lost.map(({ status }) => status)], [200, 401, 401, 401])
        const { body } = await host.read(won?.body).expect(200)
        assert.equal(body.client_name, won?.body.client_name)
      }
    })

    it('changes nothing, and keeps its token, where its metadata are refused', async () => {
      const client = await host.register()
      await host.replace(client, { ...metadata, redirect_uris: ['https://tool.example/*'] }).expect(400)
      const { body } = await host.read(client).expect(200)
      assert.equal(body.client_name, 'A tool')
    })

    it('loses its secrets when it becomes public, and gets one when it becomes confidential', async () => {
      const client = await host.register()
      const become = async (from: typeof client, token_endpoint_auth_method: string) =>
        (await host.replace(from, { ...metadata, token_endpoint_auth_method }).expect(200)).body
      const open = await become(client, 'none')
      assert.equal(open.client_secret, undefined)
      assert.equal(await host.portal.registry.verifySecret(client.client_id, client.client_secret ?? ''), false)
      const closed = await become(open, 'client_secret_post')
      assert.notEqual(closed.client_secret, client.client_secret)
      assert.ok(await host.portal.registry.verifySecret(client.client_id, closed.client_secret))
    })

    it('deletes itself, is known no more, and can be restored by its owners', async () => {
      const client = await host.register()
      await host.delete(client).expect(204)
      await host.read(client).expect(401)
      assert.equal(await host.portal.registry.findClient(client.client_id), null)
      await host.portal.as('owner').post(`${mountPath}/apps/${client.client_id}/restore`).expect(200)
      await host.read(client).expect(200)
    })

    it('is out of its own hands while it is disabled', async () => {
      const client = await host.register()
      await host.portal.as('owner').post(`${mountPath}/apps/${client.client_id}/disable`).expect(200)
      for (const answer of [await host.read(client), await host.replace(client, metadata), await host.delete(client)]) {
        assert.equal(answer.status, 403)
        assert.equal(answer.body.error, 'access_denied')
      }
      await host.portal.as('owner').post(`${mountPath}/apps/${client.client_id}/enable`).expect(200)
      await host.read(client).expect(200)
    })

    it('leaves nothing of its tokens in the database or the log, and its token row goes when it is purged', async () => {
      const kept = await database.create()
      const own = await RegistrationHost.open({
        database: { name: database.name, create: () => Promise.resolve({ ...kept, drop: () => Promise.resolve() }) },
        restoreDays: 0,
      })
      const knex = makeKnex({ ...kept.config, useNullAsDefault: true })
      try {
        const client = await own.register()
        const tables = ['apps', 'secrets', 'events', 'registration_tokens'].map((name) => `oauth_app_kit_${name}`)
        const rows = JSON.stringify(await Promise.all(tables.map((table) => knex(table).select('*'))))
        assert.ok(rows.includes(client.client_id))
        for (const secret of [client.client_secret, client.registration_access_token, 'token-of-acme']) {
          assert.ok(!rows.includes(String(secret)))
          assert.ok(!own.portal.log.join('\n').includes(String(secret)))
        }
        await own.delete(client).expect(204)
        assert.deepEqual(await knex('oauth_app_kit_registration_tokens').select('*'), [])
      } finally {
        await knex.destroy()
        await own.close()
        await kept.drop()
      }
    })
  })
}

describe('The icon of a client that registers itself', () => {
  let host: RegistrationHost
  before(async () => {
    host = await RegistrationHost.open()
  })
  after(() => host.close())

  it('comes as a data URL, is kept when its address is sent back, and goes when it is left out', async () => {
    const client = await host.register({ logo_uri: await exampleIconUrl() })
    assert.match(String(client['logo_uri']), new RegExp(`^${mountPath}/icons/`))
    await host.portal.as('nobody').get(String(client['logo_uri'])).expect(200)
    const { body: kept } = await host.replace(client, { ...metadata, logo_uri: client['logo_uri'] }).expect(200)
    assert.equal(kept.logo_uri, client['logo_uri'])
    const { body: bare } = await host.replace(kept, metadata).expect(200)
    assert.equal(bare.logo_uri, undefined)
  })

  it('is judged as any other, and never fetched', async () => {
    const large = `data:image/png;base64,${Buffer.alloc(300_000, 1).toString('base64')}`
    for (const [logo_uri, sentence] of [
      ['https://tool.example/logo.png', /logo_uri: This has to be a data: URL/],
      ['http://169.254.169.254/latest', /logo_uri: This has to be a data: URL/],
      ['data:image/png;base64,!!!', /logo_uri: The image is damaged/],
      [`data:image/gif;base64,${Buffer.from('GIF89a').toString('base64')}`, /logo_uri: Use a PNG, JPG or SVG/],
    ] as const) {
      const { body } = await host.post({ ...metadata, logo_uri }).expect(400)
      assert.equal(body.error, 'invalid_client_metadata')
      assert.match(body.error_description, sentence)
    }
    assert.equal((await host.post({ ...metadata, logo_uri: large }).expect(413)).body.error, 'invalid_client_metadata')
  })
})
