import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createJobRunner } from '../../../plugin/jobs/create-job-runner.js'
import { purgeApps } from '../../../plugin/jobs/purge-apps.js'
import type { RegistryContext } from '../../../plugin/registry/registry-context.js'
import { MemoryTokens } from '../../support/memory-tokens.js'
import { openPortal } from '../http/portal.js'

const minute = 60_000
const ada = { id: 'u-admin', name: 'Adam Admin', organizations: [], administrator: true }

/** A store that only counts how often it is asked, and answers when it is told to. */
function fakeContext(answer: () => Promise<readonly []> = () => Promise.resolve([])) {
  const log: string[] = []
  const write = (_details: object, message: string) => void log.push(message)
  let asked = 0
  const context = {
    store: {
      findDeletedApps: () => {
        asked += 1
        return answer()
      },
      purgeSecrets: () => Promise.resolve(0),
      purgeKeptRequests: () => Promise.resolve(0),
      purgeRateCounters: () => Promise.resolve(0),
    },
    capabilities: { restore_days: 30 },
    logger: { info: write, warn: write, error: write },
    clock: () => Date.UTC(2026, 0, 31),
  } as unknown as RegistryContext
  return { context, log, asked: () => asked }
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

function mockTime(test: TestContext) {
  test.mock.timers.enable({ apis: ['setTimeout'] })
  test.mock.method(Math, 'random', () => 0.5)
}

describe('The jobs', () => {
  it('run by themselves within a minute, and every ten minutes from then on, until they are stopped', async (test) => {
    mockTime(test)
    const { context, asked } = fakeContext()
    const runner = createJobRunner(context)
    runner.start()
    runner.start()
    assert.equal(asked(), 0)
    test.mock.timers.tick(0.5 * minute)
    await nextTurn()
    assert.equal(asked(), 1)
    test.mock.timers.tick(10 * minute)
    await nextTurn()
    assert.equal(asked(), 2)
    await runner.stop()
    test.mock.timers.tick(100 * minute)
    assert.equal(asked(), 2)
  })

  it('are one run for all who ask meanwhile', async () => {
    const { context, asked } = fakeContext()
    const runner = createJobRunner(context)
    const reports = await Promise.all([runner.run(), runner.run(), runner.run()])
    assert.equal(asked(), 1)
    assert.ok(reports.every(({ apps }) => apps === 0))
    await runner.run()
    assert.equal(asked(), 2)
  })

  it('go on where one of them fails, and say so in the log and the report', async () => {
    const { context, log } = fakeContext(() => Promise.reject(new Error('The database cannot be reached')))
    const report = await createJobRunner(context).run()
    assert.equal(report['apps'], null)
    assert.equal(report['secrets'], 0)
    assert.deepEqual(log, ['jobs.failed'])
  })

  it('are waited for by whoever stops them', async () => {
    const { promise, resolve } = withResolvers<readonly []>()
    const { context } = fakeContext(() => promise)
    const runner = createJobRunner(context)
    let ended = false
    void runner.run().then(() => (ended = true))
    const stopped = runner.stop()
    await nextTurn()
    assert.equal(ended, false)
    resolve([])
    await stopped
    assert.ok(ended)
  })

  it('end between two apps when their time is over', async () => {
    const apps = Array.from({ length: 100 }, (_, index) => ({ clientId: `app-${index}`, deletedAt: index }))
    const purged: string[] = []
    const { context } = fakeContext()
    const store = {
      ...context.store,
      findDeletedApps: () => Promise.resolve(apps),
      purgeApp: ({ clientId }: { clientId: string }) => Promise.resolve(purged.push(clientId) > 0),
    }
    const count = await purgeApps({ ...context, store }, () => purged.length < 7)
    assert.equal(count, 7)
    assert.equal(purged.at(-1), 'app-6')
  })

  it('are begun by migrate(), unless the host has a clock of its own and runs them itself', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 31) })
    for (const jobs of [true, false]) {
      const tokens: MemoryTokens = new MemoryTokens(() => portal.registry)
      const portal = await openPortal({ jobs, tokens, restoreDays: 0 })
      const { app } = await portal.registry.createApp(ada, { members: { client_name: 'Cut off' }, faults: [] })
      tokens.issue(app.client_id, 'cyd')
      tokens.fail(new Error('down'))
      await portal.registry.deleteApp(ada, app.client_id)
      tokens.recover()
      const purged = (): boolean => portal.log.some((line) => line.startsWith('app.purged'))
      test.mock.timers.tick(2 * minute)
      for (let turn = 0; turn < 200 && !purged(); turn++) await nextTurn()
      assert.equal(purged(), jobs)
      assert.equal((await portal.runJobs())['apps'], jobs ? 0 : 1)
      await portal.close()
    }
  })
})

function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
