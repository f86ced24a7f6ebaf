import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createOAuthApps, OptionsError, ownApps, type OAuthAppsOptions } from '../../../plugin/index.js'
import { mountPath } from './portal.js'
import { RegistrationHost, registerPath, robot } from './registration-host.js'

const sound = { client_name: 'A tool', redirect_uris: ['https://tool.example/cb'] }

describe('Dynamic registration', () => {
  const hosts: RegistrationHost[] = []
  after(() => Promise.all(hosts.map((host) => host.close())))
  const open = async (options: Parameters<typeof RegistrationHost.open>[0] = {}): Promise<RegistrationHost> => {
    const host = await RegistrationHost.open(options)
    hosts.push(host)
    return host
  }

  let host: RegistrationHost
  before(async () => {
    host = await open()
  })

  it('is not there unless the host wants it', async () => {
    const without = await open({ registration: undefined } as object)
    await without.post(sound).expect(404)
    const { body } = await without.portal.as('owner').get(`${mountPath}/config`).expect(200)
    assert.equal(body.capabilities.registration, false)
    assert.equal((await host.portal.as('owner').get(`${mountPath}/config`)).body.capabilities.registration, true)
  })

  it('wants an initial access token that is good, before it looks at anything', async () => {
    for (const [token, challenge] of [
      [null, 'Bearer realm="oauth-app-kit"'],
      ['wrong', 'Bearer realm="oauth-app-kit", error="invalid_token"'],
      ['owner', 'Bearer realm="oauth-app-kit", error="invalid_token"'],
    ] as const) {
      const { body, headers } = await host.post('{', token).expect(401)
      assert.equal(body.error, 'invalid_token')
      assert.equal(headers['www-authenticate'], challenge)
      assert.equal(headers['content-type'], 'application/json')
      assert.equal(headers['cache-control'], 'no-store')
    }
  })

  it('refuses whoever the policy lets create nothing', async () => {
    const { body } = await host.post(sound, 'token-of-nobody').expect(403)
    assert.equal(body.error, 'access_denied')
  })

  it('says as RFC 7591 does what is wrong, with every fault in the description', async () => {
    const cases: readonly [object, string, RegExp][] = [
      [
        { ...sound, redirect_uris: ['https://a.example/#x'] },
        'invalid_redirect_uri',
        /redirect_uris\[0\]: Remove the part/,
      ],
      [{ ...sound, redirect_uris: 'https://a.example' }, 'invalid_redirect_uri', /redirect_uris: This has to be array/],
      [{ redirect_uris: [] }, 'invalid_client_metadata', /client_name: Fill this in/],
      [
        { ...sound, client_uri: 'ftp://a.example' },
        'invalid_client_metadata',
        /client_uri: Use https or http, not ftp/,
      ],
      [{ ...sound, scope: 'files:read nothing' }, 'invalid_client_metadata', /scope\[1\]: There is no scope 'nothing'/],
      [{ ...sound, scope: 5 }, 'invalid_client_metadata', /scope: This has to be string/],
      [{ ...sound, grant_types: ['implicit'] }, 'invalid_client_metadata', /grant_types\[0\]: Use one of/],
      [{ ...sound, response_types: ['token'] }, 'invalid_client_metadata', /response_types\[0\]: Use one of code/],
      [
        { ...sound, token_endpoint_auth_method: 'tls_client_auth' },
        'invalid_client_metadata',
        /auth_method: Use one of/,
      ],
      [{ ...sound, client_name: 'A\u202eB', tos_uri: 'x' }, 'invalid_client_metadata', /client_name: .+tos_uri: /],
      [{ ...sound, software_statement: 'a.b.c' }, 'unapproved_software_statement', /software_statement: /],
      [[], 'invalid_client_metadata', /The body: This has to be object/],
    ]
    for (const [metadata, error, description] of cases) {
      const { body } = await host.post(metadata).expect(400)
      assert.deepEqual(Object.keys(body), ['error', 'error_description'])
      assert.equal(body.error, error, JSON.stringify(metadata))
      assert.match(body.error_description, description)
      assert.match(body.error_description, /^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
    }
    assert.equal((await host.post('{').expect(400)).body.error, 'invalid_client_metadata')
    assert.equal(
      (await host.post(JSON.stringify(sound)).type('text').expect(415)).body.error,
      'invalid_client_metadata',
    )
  })

  it('ignores metadata that mean nothing here, and null', async () => {
    const { body } = await host
      .post({
        ...sound,
        software_id: 'tool',
        'client_name#de': 'Ein Werkzeug',
        jwks_uri: 'https://tool.example/jwks',
        contacts: ['a@tool.example'],
        status: 'disabled',
        client_id: 'mine',
        __proto__: null,
        tos_uri: null,
      })
      .expect(201)
    assert.deepEqual(
      ['software_id', 'client_name#de', 'jwks_uri', 'contacts', 'status', 'tos_uri'].filter((name) => name in body),
      [],
    )
    assert.notEqual(body.client_id, 'mine')
    assert.equal((await host.asOwner(body)).status, 'active')
  })

  it('keeps metadata that the host does not hide', async () => {
    const fields = { contacts: 'optional', jwks: 'optional', grant_types: 'optional' } as const
    const more = await open({ fields })
    const jwks = { keys: [{ kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }] }
    const metadata = {
      ...sound,
      contacts: ['a@tool.example'],
      token_endpoint_auth_method: 'private_key_jwt',
      jwks,
      grant_types: ['authorization_code'],
    }
    const client = await more.register(metadata)
    assert.equal(client.client_secret, undefined)
    const { body } = await more.read(client).expect(200)
    assert.deepEqual([body.contacts, body.jwks, body.grant_types], [metadata.contacts, jwks, metadata.grant_types])
    const { body: replaced } = await more.replace(client, sound).expect(200)
    assert.deepEqual([replaced.contacts, replaced.jwks], [undefined, undefined])
    assert.deepEqual(replaced.grant_types, ['authorization_code', 'refresh_token', 'client_credentials'])
    assert.match(replaced.client_secret, /^oak_/)
  })

  it('leaves what the host locks as it was registered', async () => {
    const locked = await open({ fields: { application_type: { presence: 'optional', locked: true } } })
    const redirect_uris = ['com.example.tool:/cb']
    const client = await locked.register({ application_type: 'native', redirect_uris })
    const { body } = await locked.replace(client, { client_name: 'Renamed', redirect_uris }).expect(200)
    assert.equal(body.application_type, 'native')
    const other = { client_name: 'Renamed', redirect_uris: [], application_type: 'web' }
    const refused = await locked.replace(body, other).expect(400)
    assert.match(refused.body.error_description, /application_type: This cannot be changed/)
  })

  it('lets nobody at a registration but the client whose token it is', async () => {
    const [client, other] = [await host.register(), await host.register()]
    for (const token of [null, 'token-of-acme', 'owner', other.registration_access_token, client.client_secret ?? '']) {
      for (const answer of [
        await host.read(client, token),
        await host.replace(client, sound, token),
        await host.delete(client, token),
      ]) {
        assert.equal(answer.status, 401)
        assert.equal(answer.body.error, 'invalid_token')
      }
    }
    const unknown = { ...client, registration_client_uri: `${registerPath}/${'a'.repeat(26)}` }
    assert.deepEqual((await host.read(unknown).expect(401)).body, (await host.read(client, 'wrong').expect(401)).body)
    const made = await host.portal.as('owner').post(`${mountPath}/apps`).send(sound).expect(201)
    await host.read({ ...client, registration_client_uri: `${registerPath}/${made.body.client_id}` }).expect(401)
  })

  it('refuses a replacement that names another client, another secret, or what only the server sets', async () => {
    const client = await host.register()
    for (const [members, sentence] of [
      [{ client_id: 'another' }, /client_id: Use one of/],
      [{ client_id: undefined }, /client_id: Fill this in/],
      [{ client_secret: 'another' }, /client_secret: The server sets this/],
      [{ registration_access_token: client.registration_access_token }, /registration_access_token: The server sets/],
      [{ client_id_issued_at: 1 }, /client_id_issued_at: The server sets/],
    ] as const) {
      const { body } = await host.replace(client, { ...sound, ...members }).expect(400)
      assert.equal(body.error, 'invalid_client_metadata')
      assert.match(body.error_description, sentence)
    }
    await host.read(client).expect(200)
  })

  it('moves no client to another organisation by its own word', async () => {
    const client = await host.register()
    const fields = { organization_id: { presence: 'optional', locked: false } } as const
    const movable = await open({ fields })
    const own = await movable.register()
    await movable.replace(own, { ...sound, organization_id: 'globex' }).expect(400)
    await movable.replace(own, { ...sound, organization_id: 'acme' }).expect(200)
    await host.replace(client, { ...sound, organization_id: 'globex' }).expect(400)
  })

  it('is open to anybody only where the host says in whose name, and is counted by address then', async () => {
    const rateLimits = { changes: { points: 2, seconds: 60 } }
    const anybody = await open({ registration: { open: robot }, rateLimits })
    const { body } = await anybody.post(sound, null).expect(201)
    assert.deepEqual((await anybody.asOwner(body)).created_by, { id: 'u-robot', name: 'Acme build server' })
    await anybody.post(sound, 'wrong').expect(401)
    await anybody.post(sound, null).expect(201)
    const refused = await anybody.post(sound, null).expect(429)
    assert.equal(refused.body.error, 'temporarily_unavailable')
    assert.match(refused.headers['retry-after'] ?? '', /^\d+$/)
    // A client that is there already is counted on its own.
    await anybody.replace(body, sound).expect(200)
  })

  it('counts requests by principal, and apps by the quotas of people', async () => {
    const limited = await open({ rateLimits: { changes: { points: 2, seconds: 60 } }, quotas: { appsPerUser: 1 } })
    await limited.post(sound).expect(201)
    assert.equal((await limited.post(sound).expect(409)).body.error, 'access_denied')
    await limited.post(sound).expect(429)
  })

  it('says that it is for later, and logs why, while the host cannot tell whose a token is', async () => {
    const broken = await open({
      registration: { verifyInitialAccessToken: () => Promise.reject(new Error('The vault is away')) },
    })
    const { body } = await broken.post(sound).expect(500)
    assert.equal(body.error, 'server_error')
    assert.match(body.error_description, /urn:uuid:/)
    assert.ok(!body.error_description.includes('vault'))
    assert.ok(broken.portal.log.some((line) => line.includes('The vault is away')))
  })

  it('is described in OpenAPI with its own tokens and errors', async () => {
    const { body } = await host.portal.as('nobody').get(`${mountPath}/openapi.json`).expect(200)
    const { post } = body.paths['/register']
    const { put } = body.paths['/register/{client_id}']
    assert.deepEqual([post.security, put.security], [[{ initialAccessToken: [] }], [{ registrationAccessToken: [] }]])
    assert.deepEqual(Object.keys(post.responses['400'].content), ['application/json'])
    assert.match(post.responses['401'].description, /`invalid_token`/)
  })

  it('cannot be set up so that nobody can register', () => {
    for (const [registration, sentence] of [
      [{}, /registration: lets nobody register/],
      [{ open: { id: '' } }, /registration\.open: has to be the principal/],
      [{ open: true, verify: 1 }, /registration\.verify: is no option/],
      [{ verifyInitialAccessToken: 'secret' }, /registration\.verifyInitialAccessToken: has to be a function/],
    ] as const) {
      const options = {
        knex: { client: 'better-sqlite3', connection: ':memory:' },
        authenticate: () => null,
        policy: ownApps(),
        registration,
      } as unknown as OAuthAppsOptions
      assert.throws(
        () => createOAuthApps(options),
        (error) => error instanceof OptionsError && sentence.test(error.message),
      )
    }
  })
})
