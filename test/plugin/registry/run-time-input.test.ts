import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { databaseKinds } from '../../support/databases.js'
import { person, TestRegistry } from '../../support/open-registry.js'

const ada = person('ada')
const origin = 'https://reader.example'

/** What a parser of a host's makes of `client_id[client_id]=1`, of a parameter that is missing or given twice, of JSON. */
const strangers: readonly unknown[] = [
  { client_id: 1 },
  { 'secret.client_id': 1 },
  {},
  [],
  [''],
  undefined,
  null,
  0,
  1,
  true,
  Number.NaN,
  Symbol.iterator,
]

for (const kind of databaseKinds) {
  describe(`${kind.name}: what the host passes on as it came`, () => {
    let test: TestRegistry
    let clientId: string
    let secret: string
    before(async () => {
      test = await TestRegistry.open(kind)
      const redirect_uris = ['http://localhost/cb']
      const { app, client_secret = '' } = await test.create(ada, {
        application_type: 'native',
        redirect_uris,
        allowed_origins: [origin],
      })
      clientId = app.client_id
      secret = client_secret
    })
    after(() => test.close())

    it('is no client, no secret, no redirect URI and no origin where it is no string', async () => {
      const { registry } = test
      for (const stranger of [...strangers, [clientId], [secret], ['http://localhost:8080/cb'], [origin]]) {
        // A host in JavaScript may pass on anything.
        const text = stranger as string
        assert.equal(await registry.findClient(text), null)
        assert.equal(await registry.verifySecret(text, secret), false)
        assert.equal(await registry.verifySecret(clientId, text), false)
        assert.equal(await registry.isRedirectUriAllowed(text, 'http://localhost/cb'), false)
        assert.equal(await registry.isRedirectUriAllowed(clientId, text), false)
        assert.equal(await registry.isOriginAllowed(text), false)
        if (stranger !== undefined) assert.equal(await registry.isOriginAllowed(origin, text), false)
      }
    })

    it('is what it says where it is one', async () => {
      const { registry } = test
      assert.equal((await registry.findClient(clientId))?.client_id, clientId)
      assert.equal(await registry.verifySecret(clientId, secret), true)
      assert.equal(await registry.isRedirectUriAllowed(clientId, 'http://localhost:8080/cb'), true)
      assert.equal(await registry.isOriginAllowed(origin), true)
      assert.equal(await registry.isOriginAllowed(origin, clientId), true)
    })
  })
}
