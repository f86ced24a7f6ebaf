import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { AppSchema, AppPageSchema, AppWithSecretSchema } from '../../../plugin/contract/index.js'
import { databaseKinds } from '../../support/databases.js'
import { dataUrl, iconFiles } from './icon-files.js'
import { mountPath, openPortal, type Client, type Portal } from './portal.js'

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

for (const database of databaseKinds) {
  describe(`${database.name}: the life of an app over HTTP`, () => {
    let portal: Portal
    let admin: Client
    before(async () => {
      portal = await openPortal({ database })
      admin = portal.as('admin')
    })
    after(() => portal.close())

    const create = async (members: object = {}) => {
      const app = {
        client_name: 'Report builder',
        organization_id: 'acme',
        redirect_uris: ['https://example.com/cb'],
        ...members,
      }
      const answer = await admin.post(`${mountPath}/apps`).send(app).expect(201)
      return { answer, app: AppWithSecretSchema.parse(answer.body) }
    }

    it('tells the host’s rules and who is calling', async () => {
      const { body } = await admin.get(`${mountPath}/config`).expect(200)
      assert.equal(body.caller.id, 'u-admin')
      assert.deepEqual(body.caller.organizations, [{ id: 'acme', name: 'Acme', role: 'admin', can_create: true }])
      assert.equal(body.fields.client_name.presence, 'required')
      assert.equal(body.scopes.length, 2)
    })

    it('answers a new app with its address, its version and, once, its secret', async () => {
      const { answer, app } = await create({ scopes: ['files:write'], description: 'Builds reports' })
      assert.equal(answer.headers['location'], `${mountPath}/apps/${app.client_id}`)
      assert.equal(answer.headers['etag'], '"1"')
      assert.equal(answer.headers['cache-control'], 'no-store')
      assert.match(app.created_at, isoTime)
      assert.deepEqual(app.created_by, { id: 'u-admin', name: 'Adam Admin' })
      assert.deepEqual(app.scopes, ['files:write'])
      assert.deepEqual(app.grant_types.slice(0, 2), ['authorization_code', 'refresh_token'])
      assert.equal(app.last_used_at, null)
      assert.equal(app.client_secret?.slice(-4), app.secrets[0]?.hint)
      assert.equal(app.secret_id, app.secrets[0]?.id)

      const read = await admin.get(`${mountPath}/apps/${app.client_id}`).expect(200)
      const { client_secret, secret_id, ...rest } = app
      assert.deepEqual(AppSchema.parse(read.body), rest)
      assert.ok(!read.text.includes(client_secret ?? ''))
    })

    it('gives a public client no secret', async () => {
      const { app } = await create({ token_endpoint_auth_method: 'none' })
      assert.deepEqual(app.secrets, [])
      assert.ok(!('client_secret' in app))
    })

    for (const [kind, type] of Object.entries({ png: 'image/png', jpg: 'image/jpeg', svg: 'image/svg+xml' })) {
      it(`takes a ${kind.toUpperCase()} icon in multipart and as a data URL, and serves the same image for both`, async () => {
        const icon = Object.entries(await iconFiles()).find(([name]) => name === kind)?.[1] ?? Buffer.alloc(0)
        const uploaded = await admin
          .post(`${mountPath}/apps`)
          .field('app', JSON.stringify({ client_name: `With ${kind}`, organization_id: 'acme' }))
          .attach('icon', icon, `icon.${kind}`)
          .expect(201)
        const { app } = await create({ icon: dataUrl(type, icon) })
        assert.match(app.logo_uri ?? '', new RegExp(`^${mountPath}/icons/[0-9a-f]{64}$`))
        assert.equal(app.logo_uri, uploaded.body.logo_uri)
        assert.equal(app.logo_srcset?.split(', ').length, kind === 'svg' ? 3 : 1)
        await admin.get(app.logo_uri ?? '').expect(200)
      })
    }

    it('pages through the list, newest first, without meeting an app twice', async () => {
      for (const name of ['Page one', 'Page two', 'Page three']) await create({ client_name: name })
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const query = new URLSearchParams({ limit: '2', sort: '-created_at', ...(cursor !== null && { cursor }) })
        const { body } = await admin.get(`${mountPath}/apps?${query}`).expect(200)
        const page = AppPageSchema.parse(body)
        assert.ok(page.items.length <= 2)
        seen.push(...page.items.map(({ client_id }) => client_id))
        cursor = page.next_cursor
      } while (cursor !== null)
      assert.equal(new Set(seen).size, seen.length)
      assert.ok(seen.length >= 3)
    })

    it('finds an app by the beginning of a word of its name, and by its status', async () => {
      const { app } = await create({ client_name: 'Quarterly Zebra' })
      const byName = await admin.get(`${mountPath}/apps?q=zeb`).expect(200)
      assert.deepEqual(
        byName.body.items.map((item: { client_id: string }) => item.client_id),
        [app.client_id],
      )
      const disabled = await admin.get(`${mountPath}/apps?q=zeb&status=disabled`).expect(200)
      assert.deepEqual(disabled.body.items, [])
    })

    it('changes what is given and nothing else, and counts the version up', async () => {
      const { app } = await create({ description: 'As it was' })
      const address = `${mountPath}/apps/${app.client_id}`
      const changed = await admin.patch(address).set('If-Match', '"1"').send({ client_name: 'New name' }).expect(200)
      assert.equal(changed.headers['etag'], '"2"')
      assert.equal(changed.body.client_name, 'New name')
      assert.equal(changed.body.description, 'As it was')
      assert.ok(!('client_secret' in changed.body))
    })

    it('takes a merge patch by its own media type', async () => {
      const { app } = await create()
      const patch = JSON.stringify({ description: null })
      await admin
        .patch(`${mountPath}/apps/${app.client_id}`)
        .set({ 'If-Match': '"1"', 'Content-Type': 'application/merge-patch+json' })
        .send(patch)
        .expect(200)
    })

    it('empties what a merge patch takes away', async () => {
      const lists = { redirect_uris: ['https://a.example/cb'], allowed_origins: ['https://a.example'] }
      const { app } = await create({
        ...lists,
        scopes: ['files:read'],
        client_uri: 'https://a.example',
        description: 'x',
      })
      const nothing = { redirect_uris: null, allowed_origins: null, scopes: null, client_uri: null, description: null }
      const address = `${mountPath}/apps/${app.client_id}`
      const { body } = await admin.patch(address).set('If-Match', '"1"').send(nothing).expect(200)
      assert.deepEqual([body.redirect_uris, body.allowed_origins, body.scopes], [[], [], []])
      assert.deepEqual([body.client_uri, body.description], [null, ''])
      const nameless = await admin.patch(address).set('If-Match', '"2"').send({ client_name: null }).expect(400)
      assert.deepEqual(
        nameless.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
        ['/client_name text_required'],
      )
    })

    it('changes and takes away an icon', async () => {
      const { app } = await create()
      const address = `${mountPath}/apps/${app.client_id}`
      const { png } = await iconFiles()
      const given = await admin.patch(address).set('If-Match', '"1"').attach('icon', png, 'icon.png').expect(200)
      assert.notEqual(given.body.logo_uri, null)
      const taken = await admin.patch(address).set('If-Match', '"2"').send({ icon: null }).expect(200)
      assert.equal(taken.body.logo_uri, null)
      assert.equal(taken.body.logo_srcset, null)
    })

    it('mints a secret when a public client turns confidential', async () => {
      const { app } = await create({ token_endpoint_auth_method: 'none' })
      const { body } = await admin
        .patch(`${mountPath}/apps/${app.client_id}`)
        .set('If-Match', '"1"')
        .send({ token_endpoint_auth_method: 'client_secret_post' })
        .expect(200)
      assert.equal(body.client_secret.slice(-4), body.secrets[0].hint)
    })

    it('adds a secret beside the first, rotates, and ends all but the last', async () => {
      const { app } = await create()
      const address = `${mountPath}/apps/${app.client_id}`
      const added = await admin.post(`${address}/secrets`).send({ name: 'Second' }).expect(201)
      assert.equal(added.headers['cache-control'], 'no-store')
      assert.equal(added.body.secrets.length, 2)
      assert.equal(added.body.secrets.at(-1).id, added.body.secret_id)
      assert.equal(added.body.secrets.at(-1).name, 'Second')
      assert.notEqual(added.body.client_secret, app.client_secret)

      const rotated = await admin.post(`${address}/secrets`).send({ expire_others_in: 0 }).expect(201)
      assert.deepEqual(
        rotated.body.secrets.map(({ id }: { id: string }) => id),
        [rotated.body.secret_id],
      )

      const further = await admin.post(`${address}/secrets`).expect(201)
      const ended = await admin.delete(`${address}/secrets/${rotated.body.secret_id}`).expect(200)
      assert.deepEqual(
        ended.body.secrets.map(({ id }: { id: string }) => id),
        [further.body.secret_id],
      )
      const last = await admin.delete(`${address}/secrets/${further.body.secret_id}`).expect(409)
      assert.equal(last.body.code, 'secret_last')
    })

    it('disables, enables and deletes, and says whom it reaches', async () => {
      const { app } = await create()
      const address = `${mountPath}/apps/${app.client_id}`
      const disabled = await admin.post(`${address}/disable`).expect(200)
      assert.equal(disabled.body.app.status, 'disabled')
      assert.deepEqual(disabled.body.effect, { users: null, grants: null, tokens: null })
      const enabled = await admin.post(`${address}/enable`).expect(200)
      assert.equal(enabled.body.app.status, 'active')
      const deleted = await admin.delete(address).expect(204)
      assert.equal(deleted.text, '')
      await admin.get(address).expect(404)
    })

    it('answers HEAD as GET without its body, and 304 to who has the version already', async () => {
      const { app } = await create()
      const address = `${mountPath}/apps/${app.client_id}`
      const whole = await admin.get(address).expect(200)
      const head = await admin.head(address).expect(200)
      assert.equal(head.headers['content-length'], whole.headers['content-length'])
      const known = await admin.get(address).set('If-None-Match', 'W/"1"').expect(304)
      assert.equal(known.text, '')
    })
  })
}
