import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import { EventPageSchema } from '../../plugin/contract/events.js'
import { ownApps } from '../../plugin/index.js'
import { mountPath, openPortal } from '../plugin/http/portal.js'
import { databaseKinds, type TestDatabase } from '../support/databases.js'
import { MemoryTokens } from '../support/memory-tokens.js'

const script = new URL('../support/dying-host.ts', import.meta.url).pathname

/** Asks a host that is killed between its commit and what it would have revoked. */
async function disableAndDie({ config }: TestDatabase, app: string): Promise<void> {
  const host = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(config), 'app.disabled'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(host, 'exit')
  const [port] = await Promise.race([once(host.stdout.setEncoding('utf8'), 'data'), exit])
  const lost = fetch(`http://127.0.0.1:${Number(port)}${app}/disable`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ revoke_tokens: true }),
  })
  await assert.rejects(lost, 'the host answered before it was killed')
  const [, signal] = await exit
  assert.equal(signal, 'SIGKILL')
}

for (const kind of databaseKinds) {
  describe(`${kind.name}: a host that is killed between disabling an app and revoking its tokens`, () => {
    it('leaves none of them working, tells of no revocation, and is finished by asking again', async () => {
      const shared = await kind.create()
      const tokens: MemoryTokens = new MemoryTokens(() => portal.registry)
      const portal = await openPortal({
        database: { name: kind.name, create: () => Promise.resolve(shared) },
        policy: ownApps(),
        tokens,
      })
      try {
        const admin = portal.as('admin')
        const { body } = await admin.post(`${mountPath}/apps`).send({ client_name: 'Half disabled' }).expect(201)
        const app = `${mountPath}/apps/${String(body.client_id)}`
        const token = tokens.issue(String(body.client_id), 'ada')
        const actions = async () => {
          const { items } = EventPageSchema.parse((await admin.get(`${app}/events`).expect(200)).body)
          return items.map(({ action }) => action)
        }
        await disableAndDie(shared, app)
        assert.equal((await admin.get(app).expect(200)).body.status, 'disabled')
        assert.equal(await tokens.isActive(token), false)
        assert.deepEqual(await actions(), ['app.disabled', 'app.created'])
        const again = await admin.post(`${app}/disable`).send({ revoke_tokens: true }).expect(200)
        assert.deepEqual(again.body.effect, { users: 1, grants: 1, tokens: 1 })
        assert.deepEqual(await actions(), ['app.tokens_revoked', 'app.disabled', 'app.created'])
        await admin.post(`${app}/enable`).expect(200)
        assert.equal(await tokens.isActive(token), false)
      } finally {
        await portal.close()
      }
    })
  })
}
