import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ProblemSchema } from '../../../plugin/contract/problems.js'
import { databaseKinds } from '../../support/databases.js'
import { dataUrl, iconFiles, largePng } from './icon-files.js'
import { mountPath, openPortal, type Client, type Portal } from './portal.js'

const apps = `${mountPath}/apps`

for (const database of databaseKinds) {
  describe(`${database.name}: a refusal`, () => {
    let portal: Portal
    let admin: Client
    let clientId: string
    let app: string
    before(async () => {
      portal = await openPortal({ database })
      admin = portal.as('admin')
      const members = { client_name: 'Refused', organization_id: 'acme' }
      const { body } = await admin.post(apps).send(members).expect(201)
      clientId = String(body.client_id)
      app = `${apps}/${clientId}`
    })
    after(() => portal.close())

    /** Every problem has the same shape, whoever refused. */
    const refused = async (request: ReturnType<Client['get']>, status: number, code: string) => {
      const answer = await request
      assert.equal(answer.status, status, answer.text)
      assert.equal(answer.headers['content-type'], 'application/problem+json')
      assert.equal(answer.headers['cache-control'], 'no-store')
      assert.equal(answer.headers['x-content-type-options'], 'nosniff')
      const problem = ProblemSchema.parse(answer.body)
      assert.equal(problem.code, code)
      assert.equal(problem.status, status)
      assert.equal(problem.type, `urn:problem-type:oauth-app-kit:${code}`)
      assert.ok(problem.title.length > 0 && problem.detail.length > 0)
      for (const { message } of problem.errors ?? []) assert.match(message, /\w.*[.]$/s)
      return { answer, faults: (problem.errors ?? []).map((fault) => `${fault.pointer} ${fault.code}`).sort() }
    }

    it('of somebody who is not signed in comes before anything is read, and names a way to sign in', async () => {
      const nobody = portal.as('nobody')
      for (const request of [
        nobody.get(`${mountPath}/config`),
        nobody.get(`${apps}?limit=nonsense`),
        nobody.post(apps).type('text/plain').send('{'),
        nobody.post(apps).type('multipart/form-data').send('rubbish'),
        nobody.get(app),
        nobody.patch(app).send({ nonsense: 1 }),
        nobody.delete(`${apps}/no-such-app`),
      ]) {
        const { answer } = await refused(request, 401, 'not_signed_in')
        assert.match(String(answer.headers['www-authenticate']), /^Bearer /)
      }
    })

    it('of a large upload that nobody signed in for reaches its sender whole', async () => {
      await refused(
        portal.as('nobody').post(apps).attach('icon', Buffer.alloc(10_000_000), 'a.png'),
        401,
        'not_signed_in',
      )
    })

    it('of another organisation’s app is that of one which does not exist', async () => {
      const stranger = portal.as('stranger')
      const secret = `${app}/secrets/x`
      const same = (text: string) => text.replaceAll(clientId, 'no-such-app')
      for (const ask of [
        (address: string) => stranger.get(address),
        (address: string) => stranger.patch(address).set('If-Match', '"1"').send({ client_name: 'Mine' }),
        (address: string) => stranger.delete(address),
        (address: string) => stranger.post(`${address}/enable`),
        (address: string) => stranger.post(`${address}/disable`),
        (address: string) => stranger.post(`${address}/secrets`),
        (address: string) => stranger.delete(address.replace(app, secret)),
      ]) {
        const theirs = await refused(ask(app), 404, 'not_found')
        const nobodys = await refused(ask(`${apps}/no-such-app`), 404, 'not_found')
        assert.equal(same(theirs.answer.text), same(nobodys.answer.text))
      }
      await admin.get(app).expect(200)
    })

    it('of what is visible but not the caller’s to change is 403', async () => {
      const demoted = portal.as('demoted')
      await demoted.get(app).expect(200)
      await refused(demoted.patch(app).set('If-Match', '"1"').send({ nonsense: true }), 403, 'forbidden')
      await refused(demoted.delete(app), 403, 'forbidden')
      await refused(demoted.post(`${app}/disable`), 403, 'forbidden')
      await refused(demoted.post(`${app}/secrets`).send({ nonsense: true }), 403, 'forbidden')
      await refused(
        portal.as('member').post(apps).send({ client_name: 'No', organization_id: 'acme' }),
        403,
        'forbidden',
      )
    })

    it('names every fault of an app at once, each with its place and a sentence', async () => {
      const { faults } = await refused(
        admin.post(apps).send({
          client_name: 42,
          organization_id: 'acme',
          client_uri: 'ftp://example.com',
          description: 'a\u202eb',
          redirect_uris: ['https://example.com/cb#', 'http://example.com/cb'],
          allowed_origins: ['https://example.com/', 'null'],
          scopes: ['files:read', 'no:such'],
          token_endpoint_auth_method: 'magic',
          icon: dataUrl('image/png', await largePng()),
        }),
        400,
        'invalid_input',
      )
      assert.deepEqual(faults, [
        '/allowed_origins/0 origin_path',
        '/allowed_origins/1 origin_null',
        '/client_name wrong_type',
        '/client_uri url_scheme',
        '/description text_bidi',
        '/icon icon_dimensions',
        '/redirect_uris/0 uri_fragment',
        '/redirect_uris/1 uri_insecure',
        '/scopes/1 scope_unknown',
        '/token_endpoint_auth_method not_allowed',
      ])
    })

    it('names members that are unknown, and those that only the server sets', async () => {
      const body =
        '{"client_name":"x","organization_id":"acme","nonsense":1,"client_id":"mine","secrets":[],"__proto__":{"a":1},"constructor":1,"a/b~c":1}'
      const { faults } = await refused(admin.post(apps).type('json').send(body), 400, 'invalid_input')
      assert.deepEqual(faults, [
        '/__proto__ unknown_member',
        '/a~1b~0c unknown_member',
        '/client_id server_set_member',
        '/constructor unknown_member',
        '/nonsense unknown_member',
        '/secrets server_set_member',
      ])
      assert.equal(Object.getOwnPropertyDescriptor(Object.prototype, 'a'), undefined)
    })

    it('of an icon says what is wrong with it', async () => {
      const { png } = await iconFiles()
      const members = { client_name: 'x', organization_id: 'acme' }
      const cases: Record<string, string> = {
        'data:image/png;base64,AAAA': 'icon_type',
        [dataUrl('image/png', png).slice(0, -4)]: 'icon_unreadable',
        [dataUrl('image/png', png).replace('base64,', 'base64, ')]: 'icon_unreadable',
        [`data:image/png,${png.toString('base64')}`]: 'icon_unreadable',
        'data:image/png;base64,': 'icon_unreadable',
        'https://example.com/icon.png': 'icon_unreadable',
        '': 'icon_unreadable',
      }
      for (const [icon, code] of Object.entries(cases)) {
        const { faults } = await refused(admin.post(apps).send({ ...members, icon }), 400, 'invalid_input')
        assert.deepEqual(faults, [`/icon ${code}`], icon.slice(0, 40))
      }
    })

    it('of an icon that is too large in JSON is 413', async () => {
      const icon = dataUrl('image/png', Buffer.alloc(300 * 1024))
      const { faults } = await refused(admin.post(apps).send({ organization_id: 'acme', icon }), 413, 'too_large')
      assert.deepEqual(faults, ['/client_name text_required', '/icon icon_too_large'])
    })

    it('of a body that is too large is 413, of one that is not JSON 400', async () => {
      await refused(admin.post(apps).send({ client_name: 'x'.repeat(600 * 1024) }), 413, 'too_large')
      for (const body of ['{', '"text"', '1', 'null', '{"a":1}{"b":2}', '\u0000']) {
        await refused(admin.post(apps).type('json').send(body), 400, 'body_malformed')
      }
      const notUtf8 = Buffer.from('{"client_name":"\xff"}', 'latin1')
      const asItIs = (body: unknown) => body as string
      await refused(admin.post(apps).type('json').serialize(asItIs).send(notUtf8), 400, 'body_malformed')
      await refused(admin.post(apps).send([]), 400, 'invalid_input')
      const deep = `{"jwks":{"keys":[{"kty":"RSA","x":${'['.repeat(20_000)}${']'.repeat(20_000)}}]}}`
      await refused(admin.post(apps).type('json').send(deep), 400, 'body_malformed')
      await refused(admin.post(apps).field('app', deep), 400, 'body_malformed')
      await refused(admin.post(apps).send({ scopes: Array.from({ length: 6000 }, String) }), 413, 'too_large')
    })

    it('of a type that is not taken here is 415', async () => {
      const types = [
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/jsonp',
        'application/json;charset=latin1',
        'nonsense',
      ]
      for (const type of types) {
        await refused(admin.post(apps).set('Content-Type', type).send('{}'), 415, 'unsupported_type')
      }
      await refused(admin.post(apps), 415, 'unsupported_type')
      const gzip = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }
      await refused(admin.post(apps).set(gzip).send('{}'), 415, 'unsupported_type')
      await refused(admin.post(`${app}/secrets`).field('name', 'x'), 415, 'unsupported_type')
      await refused(admin.post(apps).type('application/merge-patch+json').send('{}'), 415, 'unsupported_type')
    })

    it('of a change without a version is 428, of a stale one 412', async () => {
      const patch = () => admin.patch(app).send({ client_name: 'Changed' })
      await refused(patch(), 428, 'if_match_required')
      for (const tag of ['"7"', 'W/"1"', '"x"', '""', '"01"', '"8", "9"', '"99999999999999999999"']) {
        await refused(patch().set('If-Match', tag), 412, 'stale')
      }
      await refused(patch().set('If-Match', '1'), 400, 'invalid_input')
      assert.equal((await admin.get(app)).headers['etag'], '"1"')
      const one = await patch().set('If-Match', '"7", "1"').expect(200)
      assert.equal(one.headers['etag'], '"2"')
      await admin.patch(app).set('If-Match', '*').send({ client_name: 'Any version' }).expect(200)
      await refused(admin.patch(`${apps}/no-such-app`).set('If-Match', '*').send({}), 404, 'not_found')
    })

    it('of a deletion that names a stale version is 412; without one it needs none', async () => {
      const { headers, body } = await admin.post(apps).send({ client_name: 'Short-lived' }).expect(201)
      const address = `${apps}/${String(body.client_id)}`
      await admin.patch(address).set('If-Match', String(headers['etag'])).send({ client_name: 'Changed' }).expect(200)
      for (const tag of ['"1"', 'W/"2"', '"8", "9"']) {
        await refused(admin.delete(address).set('If-Match', tag), 412, 'stale')
      }
      await refused(admin.delete(address).set('If-Match', '2'), 400, 'invalid_input')
      await admin.get(address).expect(200)
      await admin.delete(address).set('If-Match', '"1", "2"').expect(204)
      await refused(admin.delete(address).set('If-Match', '*'), 404, 'not_found')
    })

    it('of a query names its faults', async () => {
      const query = 'limit=0&status=sleeping&sort=colour&q=a&q=b&organization_id[x]=1&__proto__=1'
      const { faults } = await refused(admin.get(`${apps}?${query}`), 400, 'invalid_input')
      assert.deepEqual(faults, [
        '/__proto__ unknown_member',
        '/limit out_of_range',
        '/organization_id[x] unknown_member',
        '/q too_many',
        '/sort not_allowed',
        '/status not_allowed',
      ])
      for (const limit of ['101', '-1', '1.5', 'many', '', '1e99', '0x10', '1e1', '%205', '5&limit=6']) {
        await refused(admin.get(`${apps}?limit=${limit}`), 400, 'invalid_input')
      }
      await refused(admin.get(`${apps}?cursor=nonsense`), 400, 'invalid_input')
    })

    it('never comes of an odd query alone', async () => {
      for (const query of [
        'q=%',
        'q=%ff%fe',
        'q=%00',
        'q=%25_%5c',
        `q=${'x'.repeat(4000)}`,
        'q=%F0%9F%A6%93',
        '&&&',
        '?',
      ]) {
        const { status } = await admin.get(`${apps}?${query}`)
        assert.ok(status === 200 || status === 400, `${query}: ${status}`)
      }
    })

    it('of one secret too many, of the last one and of a public client’s is 409', async () => {
      const { body } = await admin.post(apps).send({ client_name: 'Many secrets', organization_id: 'acme' }).expect(201)
      const secrets = `${apps}/${String(body.client_id)}/secrets`
      await refused(admin.delete(`${secrets}/${String(body.secret_id)}`), 409, 'secret_last')
      for (let count = 2; count <= 5; count++) await admin.post(secrets).expect(201)
      await refused(admin.post(secrets), 409, 'secret_limit')
      await refused(admin.delete(`${secrets}/no-such-secret`), 404, 'not_found')
      const publicClient = { client_name: 'Public', organization_id: 'acme', token_endpoint_auth_method: 'none' }
      const { body: other } = await admin.post(apps).send(publicClient).expect(201)
      await refused(admin.post(`${apps}/${String(other.client_id)}/secrets`), 409, 'secret_not_used')
    })

    it('of a secret names its faults', async () => {
      const members = { name: 7, expires_at: 'tomorrow', expire_others_in: -1, hint: 'abcd' }
      const { faults } = await refused(admin.post(`${app}/secrets`).send(members), 400, 'invalid_input')
      assert.deepEqual(faults, [
        '/expire_others_in out_of_range',
        '/expires_at time_malformed',
        '/hint server_set_member',
        '/name wrong_type',
      ])
    })

    it('of a method says which ones there are', async () => {
      const cases: [request: ReturnType<Client['get']>, allow: string][] = [
        [admin.put(app).send({}), 'GET, HEAD, PATCH, DELETE, OPTIONS'],
        [admin.delete(apps), 'GET, HEAD, POST, OPTIONS'],
        [admin.post(`${mountPath}/config`), 'GET, HEAD, OPTIONS'],
        [admin.get(`${app}/secrets`), 'POST, OPTIONS'],
        [admin.patch(`${mountPath}/icons/x`), 'GET, HEAD, OPTIONS'],
      ]
      for (const [request, allow] of cases) {
        const { answer } = await refused(request, 405, 'method_not_allowed')
        assert.equal(answer.headers['allow'], allow)
      }
      const options = await admin.options(apps).expect(204)
      assert.equal(options.headers['allow'], 'GET, HEAD, POST, OPTIONS')
    })

    it('of an address that there is not is 404, of one that cannot be decoded 400', async () => {
      await refused(admin.get(`${mountPath}/nothing`), 404, 'not_found')
      await refused(admin.get(mountPath), 404, 'not_found')
      await refused(admin.get(`${app}/nothing`), 404, 'not_found')
      await refused(admin.get(`${apps}/%E0%A4%A`), 400, 'invalid_input')
      for (const id of [
        '%00',
        '..%2f..%2fetc',
        "'%20OR%20'1'='1",
        'x'.repeat(2000),
        '%F0%9F%92%A9',
        clientId.toUpperCase(),
      ]) {
        await refused(admin.get(`${apps}/${id}`), 404, 'not_found')
      }
    })

    it('leaves no trace in the log, since the server did nothing wrong', () => {
      assert.deepEqual(
        portal.log.filter((line) => line.includes('could not answer')),
        [],
      )
    })
  })
}
