import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openKnex } from '../../../plugin/store/open-knex.js'
import { AuthorizationHost, basic, developer } from '../../support/authorization-host.js'
import { databaseKinds } from '../../support/databases.js'

for (const kind of databaseKinds) {
  describe(`${kind.name}: two nodes of a host`, () => {
    it('honour within a second what was changed on the other one', async () => {
      const database = await kind.create()
      const one = await AuthorizationHost.on(database)
      const other = await AuthorizationHost.on(database)
      try {
        const app = await one.register()
        const ask = async () => (await other.token({ grant_type: 'client_credentials' }, basic(app))).status
        assert.equal(await ask(), 200)
        const token = (await (await other.token({ grant_type: 'client_credentials' }, basic(app))).json()) as {
          access_token: string
        }
        await one.apps.registry.disableApp(developer, app.client_id)
        const disabled = performance.now()
        let asked = disabled
        do asked = performance.now()
        while ((await ask()) === 200)
        assert.ok(asked - disabled <= 1100, `still honoured after ${Math.round(asked - disabled)} ms`)
        assert.equal((await other.api(token.access_token)).status, 401)

        await one.apps.registry.enableApp(developer, app.client_id)
        const enabled = performance.now()
        do asked = performance.now()
        while ((await ask()) !== 200)
        assert.ok(asked - enabled <= 1100, `not yet honoured after ${Math.round(asked - enabled)} ms`)
      } finally {
        await Promise.all([one.close(), other.close()])
        await database.drop()
      }
    })
  })
}

for (const kind of databaseKinds) {
  describe(`${kind.name}: a node whose database does not answer`, () => {
    it('answers 503 to what it cannot know, and does not guess', async () => {
      const database = await kind.create()
      const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
      const knex = openKnex({ ...database.config, pool: { max: 1 } }, silent)
      const host = await AuthorizationHost.on(database, { apps: { knex } })
      try {
        const app = await host.register()
        const issued = await host.token({ grant_type: 'client_credentials', scope: 'files:read' }, basic(app))
        const { access_token } = (await issued.json()) as { access_token: string }
        const held = await knex.transaction()
        const [answer, api, { response }] = await Promise.all([
          host.token({ grant_type: 'client_credentials' }, basic({ ...app, client_id: 'another' })),
          host.api(access_token),
          host.browser().visit(host.authorizeAddress({ client_id: 'another' })),
        ])
        await held.rollback()
        assert.equal(answer.status, 503)
        assert.equal(((await answer.json()) as { error: string }).error, 'temporarily_unavailable')
        assert.deepEqual(
          [api.status, api.headers.get('Retry-After'), answer.headers.get('Retry-After')],
          [503, '5', '5'],
        )
        assert.ok(response)
        assert.equal(response.status, 503)
        assert.match(await response.text(), /Try again in a few seconds/)
        assert.equal((await host.api(access_token)).status, 200)
      } finally {
        await host.close()
        await knex.destroy()
        await database.drop()
      }
    })
  })
}
