import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { databaseKinds } from '../../support/databases.js'
import { person, TestRegistry } from '../../support/open-registry.js'

for (const kind of databaseKinds) {
  describe(`${kind.name}: what is not the same`, () => {
    let test: TestRegistry
    before(async () => {
      test = await TestRegistry.open(kind)
    })
    after(() => test.close())

    it('are people whose ids differ in case, accent or a space at the end', async () => {
      const ids = ['ann', 'Ann', 'ann ', 'änn', 'a\u0308nn', 'ann\u200b']
      for (const [index, id] of ids.entries()) await test.create(person(id), { client_name: `Of ${index}` })
      for (const [index, id] of ids.entries()) assert.deepEqual(await test.names(person(id)), [`Of ${index}`])
    })

    it('are client IDs that differ in case or a space at the end', async () => {
      const { app, client_secret = '' } = await test.create(person('bea'))
      assert.ok(await test.registry.findClient(app.client_id))
      for (const other of [
        app.client_id.toUpperCase(),
        `${app.client_id} `,
        ` ${app.client_id}`,
        `${app.client_id}\0`,
      ]) {
        assert.equal(await test.registry.findClient(other), null)
        assert.equal(await test.registry.verifySecret(other, client_secret), false)
      }
    })

    it('are origins that differ in case, and redirect URIs that differ at all', async () => {
      const { app } = await test.create(person('cat'), {
        redirect_uris: ['https://cat.example/Cb'],
        allowed_origins: ['https://cat.example'],
      })
      const { registry } = test
      assert.ok(await registry.isOriginAllowed('https://cat.example'))
      assert.ok(await registry.isOriginAllowed('https://cat.example', app.client_id))
      assert.ok(await registry.isRedirectUriAllowed(app.client_id, 'https://cat.example/Cb'))
      for (const other of ['https://CAT.example', 'https://cat.example ', 'https://cat.example/', 'null', '']) {
        assert.equal(await registry.isOriginAllowed(other), false)
      }
      assert.equal(await registry.isOriginAllowed('https://cat.example', 'another'), false)
      for (const other of ['https://cat.example/cb', 'https://cat.example/Cb ', 'https://cat.example/Cb/']) {
        assert.equal(await registry.isRedirectUriAllowed(app.client_id, other), false)
      }
      await registry.disableApp(person('cat'), app.client_id)
      assert.equal(await registry.isOriginAllowed('https://cat.example'), false)
      assert.equal(await registry.isRedirectUriAllowed(app.client_id, 'https://cat.example/Cb'), false)
    })
  })
}
