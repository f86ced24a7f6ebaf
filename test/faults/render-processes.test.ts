import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { pbkdf2 } from 'node:crypto'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { getPriority } from 'node:os'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createIconProcessor } from '../../plugin/icons/create-icon-processor.js'
import { RenderPool } from '../../plugin/icons/render-pool.js'
import { ProblemError } from '../../plugin/problem-error.js'
import { anyAlive, environmentOf, renderers, until } from './child-processes.js'
import { nestedSvg, pngIcon, slowSvg, svgIcon } from '../plugin/icons/icon-fixtures.js'
import { acceptedIcon, refusal } from '../plugin/icons/verdict.js'

const tooComplex = { code: 'icon_too_complex' }

/** Milliseconds that a small use of the thread pool takes, again and again while `work` goes on. */
async function waitsDuring(work: Promise<unknown>): Promise<number[]> {
  const waits: number[] = []
  const going = new Set([work])
  const finished = work.finally(() => going.clear())
  while (going.size > 0) {
    const started = performance.now()
    await Promise.all([promisify(pbkdf2)('a', 'b', 100, 32, 'sha256'), stat('.')])
    waits.push(performance.now() - started)
  }
  await finished
  return waits.sort((a, b) => a - b)
}

test('Four drawings that outrun every estimate are each refused within 2.5 s, and nobody else waits', async (t) => {
  const processor = createIconProcessor({ warm: true })
  try {
    await acceptedIcon(processor, svgIcon())
    // A renderer lowers its priority when it is warm.
    await until('all are warm', async () => (await renderers()).every((pid) => getPriority(pid) > 0))
    const started = performance.now()
    const times: number[] = []
    const four = Array.from({ length: 4 }, async () => {
      assert.deepEqual(await refusal(processor, slowSvg()), tooComplex)
      times.push(performance.now() - started)
    })
    const waits = await waitsDuring(Promise.all(four))
    const p99 = waits[Math.floor(waits.length * 0.99)] ?? Infinity
    t.diagnostic(`refused after ${times.map(Math.round).join(', ')} ms; others waited ${p99.toFixed(1)} ms (p99)`)
    assert.ok(Math.max(...times) < 2_500)
    assert.ok(p99 < 100)
  } finally {
    await processor.close()
  }
})

test('Four drawings of nested use are refused at once, without being drawn', async () => {
  const processor = createIconProcessor()
  try {
    const started = performance.now()
    const verdicts = await Promise.all(Array.from({ length: 4 }, () => refusal(processor, nestedSvg(10, 12))))
    assert.ok(performance.now() - started < 200)
    assert.deepEqual(verdicts, Array(4).fill(tooComplex))
    assert.deepEqual(await renderers(), [])
  } finally {
    await processor.close()
  }
})

test('Nested use that reaches a renderer is stopped there, and the next drawing is rendered', async () => {
  const pool = new RenderPool({ workers: 1, queue: 4, renderCpuMs: 300 })
  try {
    await pool.render(svgIcon())
    const [hostile] = await renderers()
    assert.ok(hostile)
    const started = performance.now()
    assert.deepEqual(await pool.render(nestedSvg(10, 5)), { kind: 'exhausted' })
    assert.ok(performance.now() - started < 1_000)
    assert.ok(!(await anyAlive([hostile])), 'the busy process is dead')
    assert.equal((await renderers()).length, 2, 'another has taken its place')
    assert.equal((await pool.render(svgIcon())).kind, 'rendered')
  } finally {
    await pool.close()
  }
})

test('Neither starting a process nor waiting for one counts as rendering', async () => {
  const pool = new RenderPool({ workers: 1, queue: 40, renderCpuMs: 120 })
  try {
    const drawing = nestedSvg(10, 2)
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => pool.render(drawing)))
    assert.deepEqual(new Set(outcomes.map(({ kind }) => kind)), new Set(['rendered']))
  } finally {
    await pool.close()
  }
})

test('When more drawings come than can wait, the rest are told to come again, and pictures are still taken', async () => {
  const processor = createIconProcessor({ workers: 1, queue: 1 })
  try {
    const first = refusal(processor, slowSvg())
    const second = acceptedIcon(processor, svgIcon())
    await assert.rejects(processor.process(svgIcon()), (error) => {
      assert.ok(error instanceof ProblemError)
      assert.deepEqual([error.code, error.status, error.retryAfter], ['unavailable', 503, 5])
      return true
    })
    await acceptedIcon(processor, await pngIcon())
    assert.deepEqual(await first, tooComplex)
    await second
    await acceptedIcon(processor, svgIcon())
  } finally {
    await processor.close()
  }
})

test('A renderer that somebody kills is replaced, and the next drawing is rendered', async () => {
  const processor = createIconProcessor({ workers: 1 })
  try {
    await acceptedIcon(processor, svgIcon())
    const killed = await renderers()
    for (const pid of killed) process.kill(pid, 'SIGKILL')
    // Two that die under a drawing, one after the other, would tell against the drawing.
    await until('all are gone', async () => !(await anyAlive(killed)))
    await acceptedIcon(processor, svgIcon())
  } finally {
    await processor.close()
  }
})

test('A drawing whose renderer is killed midway is rendered by another', async () => {
  const pool = new RenderPool({ workers: 1, queue: 0, renderCpuMs: 5_000 })
  try {
    await pool.render(svgIcon())
    const [pid] = await renderers()
    assert.ok(pid)
    const outcome = pool.render(nestedSvg(10, 3))
    process.kill(pid, 'SIGKILL')
    assert.equal((await outcome).kind, 'rendered')
    assert.ok(!(await renderers()).includes(pid))
  } finally {
    await pool.close()
  }
})

test('Closing ends every process, turns away whoever waits, and takes no further drawing', async () => {
  const processor = createIconProcessor({ workers: 2, renderCpuMs: 60_000 })
  await acceptedIcon(processor, svgIcon())
  assert.equal((await renderers()).length, 4)
  const waiting = Array.from({ length: 4 }, () => processor.process(slowSvg()))
  const refusals = Promise.all(
    waiting.map((verdict) =>
      assert.rejects(verdict, (error) => error instanceof ProblemError && error.code === 'unavailable'),
    ),
  )
  await processor.close()
  assert.deepEqual(await renderers(), [])
  await refusals
  await assert.rejects(processor.process(svgIcon()), ProblemError)
  await assert.rejects(processor.process(await pngIcon()), ProblemError)
  assert.deepEqual(await renderers(), [])
  await processor.close()
})

test('No process is started before the first drawing comes', async () => {
  const processor = createIconProcessor()
  await acceptedIcon(processor, await pngIcon())
  assert.deepEqual(await renderers(), [])
  await processor.close()
})

function startHost(then: 'idle' | 'busy'): ChildProcess {
  const script = fileURLToPath(new URL('./icon-host.ts', import.meta.url))
  return spawn(process.execPath, ['--import', 'tsx', script, then], { stdio: ['ignore', 'pipe', 'inherit'] })
}

test('When a host is killed, its renderers die with it, the busy and the idle', async () => {
  const host = startHost('busy')
  assert.ok(host.stdout && host.pid)
  await once(host.stdout, 'data')
  const orphans = await renderers(host.pid)
  assert.equal(orphans.length, 4)
  host.kill('SIGKILL')
  await once(host, 'exit')
  await until('the renderers are gone', async () => !(await anyAlive(orphans)), 3_000)
})

test('Idle renderers do not keep a host from ending', async () => {
  const host = startHost('idle')
  assert.deepEqual(await once(host, 'exit'), [0, null])
})

test('A renderer knows nothing of the secrets in the environment of its host', async () => {
  process.env['SESSION_SECRET'] = 'correct-horse-battery-staple'
  const pool = new RenderPool({ workers: 1, queue: 0, renderCpuMs: 500 })
  try {
    await pool.render(svgIcon())
    const [pid] = await renderers()
    assert.ok(pid)
    const environment = await environmentOf(pid)
    assert.ok(environment.includes('UV_THREADPOOL_SIZE=1'), 'the environment is shown')
    assert.ok(!environment.includes('correct-horse'))
  } finally {
    delete process.env['SESSION_SECRET']
    await pool.close()
  }
})
