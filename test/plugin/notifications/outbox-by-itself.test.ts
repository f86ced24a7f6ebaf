import assert from 'node:assert/strict'
import { once } from 'node:events'
import { EventEmitter } from 'node:events'
import { afterEach, describe, it } from 'node:test'
import { retryAt } from '../../../plugin/notifications/retry-schedule.js'
import { sqliteKind } from '../../support/databases.js'
import { person, TestRegistry } from '../../support/open-registry.js'
import { RecordingChannel } from '../../support/recording-channel.js'

const ada = person('ada')

/** A channel that says when it is asked to deliver. */
class SpeakingChannel extends RecordingChannel {
  readonly asked = new EventEmitter()
  override async deliver(...given: Parameters<RecordingChannel['deliver']>) {
    this.asked.emit('asked')
    return super.deliver(...given)
  }
}

describe('The outbox', () => {
  let test: TestRegistry
  afterEach(() => test.close())

  it('tells what happened as soon as it is committed, also while it tells something else', async (context) => {
    // Nothing is found by looking: that would take time.
    context.mock.timers.enable({ apis: ['setTimeout'] })
    const channel = new SpeakingChannel()
    test = await TestRegistry.open(sqliteKind, { channels: [channel] })
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    channel.answer = async () => {
      await held
      return { kind: 'delivered' }
    }
    test.outbox.start()
    const first = once(channel.asked, 'asked')
    await test.create(ada)
    await first
    await test.create(ada)
    const next = once(channel.asked, 'asked')
    release()
    await next
    assert.deepEqual(channel.events, ['app.created', 'app.created'])
  })

  it('finds what another process wrote', async (context) => {
    const channel = new SpeakingChannel()
    test = await TestRegistry.open(sqliteKind, { channels: [channel] })
    await test.create(ada)
    context.mock.timers.enable({ apis: ['setTimeout'] })
    const asked = once(channel.asked, 'asked')
    test.outbox.start()
    context.mock.timers.tick(5_000)
    await asked
    context.mock.timers.reset()
    assert.deepEqual(channel.events, ['app.created'])
  })

  it('is not held up in one channel by another', async () => {
    const [slow, quick] = [new SpeakingChannel('slow'), new SpeakingChannel('quick')]
    slow.answer = (_delivery, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('given up')))
      })
    test = await TestRegistry.open(sqliteKind, { channels: [slow, quick] })
    test.outbox.start()
    for (let count = 0; count < 3; count++) {
      const told = once(quick.asked, 'asked')
      await test.create(ada)
      await told
    }
    assert.equal(quick.deliveries.length, 3)
  })

  it('ends with what is being delivered, and begins nothing after that', async () => {
    const channel = new SpeakingChannel()
    let ended = false
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    channel.answer = async () => {
      await held
      ended = true
      return { kind: 'delivered' }
    }
    test = await TestRegistry.open(sqliteKind, { channels: [channel] })
    test.outbox.start()
    const asked = once(channel.asked, 'asked')
    await test.create(ada)
    await asked
    const stopped = test.outbox.stop()
    release()
    await stopped
    assert.ok(ended)
    await test.create(ada)
    assert.equal(await test.outbox.drain(() => true), 0)
  })
})

describe('The pause after a failed attempt', () => {
  const at = (attempt: number, random: number, retryAfter?: number) =>
    retryAt({ attempt, triedAt: 0 }, 0, retryAfter, () => random)

  it('doubles up to an hour, and differs by a quarter', () => {
    assert.deepEqual(
      [1, 2, 3].map((attempt) => at(attempt, 0.5)),
      [5_000, 10_000, 20_000],
    )
    assert.deepEqual([at(1, 0), at(1, 1)], [3_750, 6_250])
    assert.equal(at(60, 0.5), 3_600_000)
  })

  it('is as long as the receiver asks for, up to an hour', () => {
    assert.equal(at(1, 0.5, 120), 120_000)
    assert.equal(at(1, 0.5, 1_000_000), 3_600_000)
  })

  it('has no end after a day of attempts', () => {
    assert.equal(retryAt({ attempt: 30, triedAt: 0 }, 86_400_000), null)
  })
})
