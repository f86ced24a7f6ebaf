import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { createOAuthApps, ownApps } from '../../plugin/index.js'
import { databaseConfig } from '../../demo/database.js'
import { DemoProcess } from '../support/demo-process.js'
import { exampleApp, exampleIconUrl } from '../support/example-app.js'

const creates = 200
const rounds = 5
const inFlight = 10

interface Acknowledged {
  readonly client_id: string
  readonly client_secret: string
}

describe('SQLite: a server that is killed while apps are created', () => {
  const folder = mkdtempSync(join(tmpdir(), 'oauth-app-kit-'))
  const acknowledged: Acknowledged[] = []
  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  for (let round = 1; round <= rounds; round++) {
    it(`keeps every app that it acknowledged, and each secret verifies (round ${round} of ${rounds})`, async () => {
      const demo = await DemoProcess.start(folder)
      const before = acknowledged.length
      // A different moment in each round, and always in the middle.
      const killAfter = Math.round((creates * round) / (rounds + 1))
      await createUntilKilled(demo, killAfter)
      assert.ok(acknowledged.length - before >= killAfter, 'the server was killed before it had acknowledged enough')
      assert.ok(acknowledged.length - before < creates, 'the server was killed after the last create')
      await assertAllVerify()
    })
  }

  async function createUntilKilled(demo: DemoProcess, killAfter: number): Promise<void> {
    const icon = await exampleIconUrl()
    let started = 0
    let answered = 0
    let killed: Promise<void> | undefined
    const worker = async (): Promise<void> => {
      while (started < creates) {
        const number = ++started
        const response = await demo
          .api('/apps', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ ...exampleApp, client_name: `App ${number}`, icon }),
          })
          .catch(() => null)
        const app = response?.ok ? ((await response.json().catch(() => null)) as Acknowledged | null) : null
        if (app === null) {
          assert.ok(killed, `create ${number} failed with ${response?.status ?? 'no answer'} before the kill`)
          return
        }
        acknowledged.push(app)
        if (++answered === killAfter) killed = demo.stop('SIGKILL')
      }
    }
    await Promise.all(Array.from({ length: inFlight }, worker))
    await killed
  }

  async function assertAllVerify(): Promise<void> {
    const apps = createOAuthApps({
      knex: databaseConfig(`sqlite:${join(folder, 'demo.sqlite')}`),
      authenticate: () => null,
      policy: ownApps(),
      scopes: [],
    })
    try {
      await apps.migrate()
      for (const { client_id, client_secret } of acknowledged) {
        assert.ok(await apps.registry.findClient(client_id), `${client_id} is lost`)
        assert.ok(await apps.registry.verifySecret(client_id, client_secret), `the secret of ${client_id} is lost`)
      }
    } finally {
      await apps.close()
    }
  }
})
