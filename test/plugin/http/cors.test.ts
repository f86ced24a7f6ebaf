import assert from 'node:assert/strict'
import { request as rawRequest } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { OptionsError } from '../../../plugin/index.js'
import { databaseKinds, sqliteKind, type DatabaseKind } from '../../support/databases.js'
import { mountPath, openPortal } from './portal.js'
import { apiPath, openPublicApi } from './public-api.js'

type PublicApi = Awaited<ReturnType<typeof openPublicApi>>
type Options = Parameters<typeof openPublicApi>[0]

const files = `${apiPath}/files`
const own = 'https://app.example.com'
const others = 'https://other.example.net'
const unlisted = 'https://nobody.example.org'

/** A public API, an app on `own` and another one on `others`. */
class Scene {
  private constructor(
    readonly api: PublicApi,
    readonly app: string,
    readonly other: string,
  ) {}

  static async open(options: Options = {}, database: DatabaseKind = sqliteKind): Promise<Scene> {
    const api = await openPublicApi(options, { database })
    const create = async (origin: string): Promise<string> => {
      const app = { client_name: 'An app', allowed_origins: [origin], scopes: ['files:read'] }
      return (await api.as('owner').post(`${mountPath}/apps`).send(app).expect(201)).body.client_id
    }
    return new Scene(api, await create(own), await create(others))
  }

  preflight(origin: string, path = files) {
    return this.api
      .as('nobody')
      .options(path)
      .unset('Authorization')
      .set({ Origin: origin, ...asked })
  }

  get(origin: string | undefined, clientId: string | null, path = files) {
    const call = this.api.as('nobody').get(path).unset('Authorization')
    if (origin !== undefined) void call.set('Origin', origin)
    return clientId === null ? call : call.set('Authorization', `Bearer token-of-${clientId}`)
  }
}

const asked = { 'Access-Control-Request-Method': 'DELETE', 'Access-Control-Request-Headers': 'authorization' }

interface Answer {
  readonly headers: Readonly<Record<string, string>>
}

/** What every answer says of the origin, right or wrong. */
function assertAllowed({ headers }: Answer, origin: string | undefined): void {
  assert.equal(headers['access-control-allow-origin'], origin)
  assert.match(headers['vary'] ?? '', /\bOrigin\b/)
  assert.equal(headers['access-control-allow-credentials'], undefined)
}

for (const database of databaseKinds) {
  describe(`${database.name}: CORS of the public API`, () => {
    let scene: Scene
    before(async () => {
      scene = await Scene.open({}, database)
    })
    after(() => scene.api.close())

    it('answers a preflight from an origin of any enabled app, and from no other', async () => {
      for (const origin of [own, others]) {
        const answer = await scene.preflight(origin).expect(204)
        assertAllowed(answer, origin)
        assert.equal(answer.headers['access-control-allow-methods'], 'GET, HEAD, POST, PUT, PATCH, DELETE')
        assert.equal(answer.headers['access-control-allow-headers'], 'Authorization, Content-Type')
        assert.equal(answer.headers['access-control-max-age'], '600')
      }
      const refused = await scene.preflight(unlisted).expect(204)
      assertAllowed(refused, undefined)
      assert.equal(refused.headers['access-control-allow-methods'], undefined)
      assert.deepEqual(scene.api.calls, [])
    })

    it('answers a request with a token for an origin of that token’s app, and of no other app', async () => {
      assertAllowed(await scene.get(own, scene.app).expect(200), own)
      assertAllowed(await scene.get(others, scene.app).expect(200), undefined)
      assertAllowed(await scene.get(own, scene.other).expect(200), undefined)
      assertAllowed(await scene.get(unlisted, scene.app).expect(200), undefined)
    })

    it('stops answering with the next request when the app is disabled, changed or deleted', async () => {
      const origin = 'https://changing.example.com'
      const owner = scene.api.as('owner')
      const members = { client_name: 'Changing', allowed_origins: [origin] }
      const { body } = await owner.post(`${mountPath}/apps`).send(members).expect(201)
      const app = `${mountPath}/apps/${body.client_id}`
      const answers = async (expected: string | undefined) => {
        assertAllowed(await scene.preflight(origin), expected)
        assertAllowed(await scene.get(origin, body.client_id), expected)
      }
      await answers(origin)
      await owner.post(`${app}/disable`).expect(200)
      await answers(undefined)
      await owner.post(`${app}/enable`).expect(200)
      await answers(origin)
      await owner.patch(app).set('If-Match', '*').send({ allowed_origins: [] }).expect(200)
      await answers(undefined)
      await owner
        .patch(app)
        .set('If-Match', '*')
        .send({ allowed_origins: [origin] })
        .expect(200)
      await answers(origin)
      await owner.delete(app).expect(204)
      await answers(undefined)
    })
  })
}

describe('CORS of the public API', () => {
  let scene: Scene
  before(async () => {
    scene = await Scene.open()
  })
  after(() => scene.api.close())

  it('compares origins byte for byte', async () => {
    for (const origin of [
      `${own}/`,
      `${own}:443`,
      own.toUpperCase(),
      ` ${own} x`,
      `${own}.evil.example`,
      own.replace('https', 'http'),
      `${own}, ${others}`,
      'null',
      '*',
      '',
    ]) {
      assertAllowed(await scene.preflight(origin), undefined)
      assertAllowed(await scene.get(origin, scene.app), undefined)
    }
  })

  it('takes two Origin headers for none that is allowed', async () => {
    const headers = ['Host', 'localhost', 'Origin', own, 'Origin', own, 'Authorization', `Bearer token-of-${scene.app}`]
    const answer = await new Promise<Answer>((resolve, reject) => {
      const call = rawRequest({ port: scene.api.port, path: files, headers }, (response) => {
        response.resume()
        resolve({
          headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
        })
      })
      call.on('error', reject).end()
    })
    assertAllowed(answer, undefined)
  })

  it('lets a page read why it is refused, without a token or with one that is not known', async () => {
    for (const answer of [
      await scene.get(own, null).expect(401),
      await scene.get(own, null).set('Authorization', 'Bearer expired').expect(401),
    ]) {
      assertAllowed(answer, own)
      assert.equal(answer.headers['access-control-expose-headers'], 'WWW-Authenticate')
    }
    assertAllowed(await scene.get(unlisted, null).expect(401), undefined)
  })

  it('lets a page read what fails, and what is not there', async () => {
    assertAllowed(await scene.get(own, scene.app, `${apiPath}/failure`).expect(500), own)
    assertAllowed(await scene.get(own, scene.app, `${apiPath}/nothing`).expect(404), own)
  })

  it('leaves everything that is no cross-origin request as it is, but for what caches must know', async () => {
    const answer = await scene.get(undefined, scene.app).expect(200)
    assertAllowed(answer, undefined)
    const options = await scene.get(undefined, null).expect(401)
    assertAllowed(options, undefined)
    const asking = await scene.api.as('nobody').options(`${apiPath}/options`).set('Origin', own).expect(200)
    assert.equal(asking.headers['allow'], 'GET')
    assertAllowed(asking, own)
  })

  it('is not on the management API, which allows no origin', async () => {
    const answer = await scene.get(own, null, `${mountPath}/openapi.json`).expect(200)
    assert.equal(answer.headers['access-control-allow-origin'], undefined)
    const preflight = await scene.preflight(own, `${mountPath}/apps`)
    assert.equal(preflight.headers['access-control-allow-origin'], undefined)
  })

  it('says what the host wants of methods, headers and time', async (test) => {
    const other = await Scene.open({
      methods: ['GET', 'REPORT'],
      allowedHeaders: [],
      exposedHeaders: ['ETag', 'Link'],
      maxAge: 0,
    })
    test.after(() => other.api.close())
    const { headers } = await other.preflight(own)
    assert.equal(headers['access-control-allow-methods'], 'GET, REPORT')
    assert.equal(headers['access-control-allow-headers'], undefined)
    assert.equal(headers['access-control-max-age'], '0')
    const answer = await other.get(own, other.app)
    assert.equal(answer.headers['access-control-expose-headers'], 'ETag, Link')
  })

  it('allows nobody, and leaves it to the API’s own errors, while it cannot tell whose a token is', async (test) => {
    for (const clientOf of [
      () => Promise.reject(new Error('The authorization server is away')),
      () => {
        throw new Error('Never')
      },
      () => true as unknown as string,
    ]) {
      const broken = await Scene.open({ clientOf })
      test.after(() => broken.api.close())
      assertAllowed(await broken.get(own, broken.app).expect(500), undefined)
      assertAllowed(await broken.preflight(own).expect(204), own)
    }
  })

  it('refuses options that it cannot use, and says how to mend them', async () => {
    const portal = await openPortal({
      prepare(_host, apps) {
        const wrong = (options: unknown, ...parts: readonly RegExp[]) =>
          assert.throws(
            () => apps.cors(options as Parameters<typeof apps.cors>[0]),
            (error) => {
              assert.ok(error instanceof OptionsError)
              for (const part of [/^apps\.cors\(\) cannot use/, ...parts]) assert.match(error.message, part)
              return true
            },
          )
        const clientOf = () => null
        wrong(undefined, /options: has to be an object/)
        wrong({}, /clientOf: has to be a function/)
        wrong({ clientOf, origin: '*', maxAge: -1 }, /origin: is no option/, /maxAge: has to be an integer/)
        wrong({ clientOf, methods: ['*'], allowedHeaders: ['A B'] }, /methods\[0\]/, /allowedHeaders\[0\]/)
      },
    })
    await portal.close()
  })
})
