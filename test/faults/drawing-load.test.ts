import assert from 'node:assert/strict'
import { Agent, get } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { DemoProcess } from '../support/demo-process.js'
import { exampleApp, exampleIconUrl } from '../support/example-app.js'
import { nestedUse } from '../support/nested-use.js'

const readers = 100
const readsEach = 10
const warmUpReads = 40

describe('SQLite: four drawings that would keep a core busy for seconds', () => {
  const agent = new Agent({ keepAlive: true })
  let demo: DemoProcess
  before(async () => {
    demo = await DemoProcess.start()
    const icon = await exampleIconUrl()
    for (let number = 1; number <= 5; number++) {
      const response = await create({ ...exampleApp, client_name: `App ${number}`, icon })
      assert.equal(response.status, 201)
    }
  })
  after(async () => {
    agent.destroy()
    await demo.remove()
  })

  it('are each refused within 2.5 s, while 100 readers at once wait less than 150 ms in 99 of 100 cases', async () => {
    // Readers that are connected, and a server that has warmed up: what a page under way meets.
    await Promise.all(Array.from({ length: readers }, () => readTimes(warmUpReads)))
    const rounds: number[] = []
    for (let round = 0; round < 3; round++) rounds.push(await bombardment(round))
    // The middle one: what else the machine has to do for a moment decides nothing, a slow server is slow in all of them.
    const [, p99 = Infinity] = rounds.sort((a, b) => a - b)
    assert.ok(p99 < 150, `p99 was ${Math.round(p99)} ms`)
  })

  /** Four drawings among the readers; answers how long these waited at most in 99 of 100 cases, in milliseconds. */
  async function bombardment(round: number): Promise<number> {
    const bombs = Array.from({ length: 4 }, async (_, number) => {
      const started = performance.now()
      const icon = `data:image/svg+xml;base64,${Buffer.from(nestedUse(round * 4 + number)).toString('base64')}`
      const response = await create({ ...exampleApp, icon })
      return { status: response.status, body: await response.text(), ms: performance.now() - started }
    })
    const reads = Array.from({ length: readers }, () => readTimes(readsEach))
    const verdicts = await Promise.all(bombs)
    const times = (await Promise.all(reads)).flat().sort((a, b) => a - b)

    for (const { status, body, ms } of verdicts) {
      assert.equal(status, 400, body)
      assert.match(body, /icon_too_complex/)
      assert.ok(ms <= 2500, `refused after ${Math.round(ms)} ms`)
    }
    const p99 = times[Math.floor(times.length * 0.99)] ?? Infinity
    console.log(
      `p99 of ${times.length} reads ${Math.round(p99)} ms; refused after ${verdicts.map(({ ms }) => Math.round(ms)).join(', ')} ms`,
    )
    return p99
  }

  /** With Node's own client: what measures has to take less of the machine than what is measured. */
  function read(): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const headers = { authorization: 'Bearer demo-member' }
      get(`${demo.url}docspace/api/oauth-apps/apps`, { agent, headers }, (response) => {
        response.resume().on('end', () => {
          resolve(response.statusCode)
        })
      }).on('error', reject)
    })
  }

  async function readTimes(count: number): Promise<number[]> {
    const times: number[] = []
    for (let number = 0; number < count; number++) {
      const started = performance.now()
      assert.equal(await read(), 200)
      times.push(performance.now() - started)
    }
    return times
  }

  function create(body: object): Promise<Response> {
    return demo.api('/apps', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }
})
