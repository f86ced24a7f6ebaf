import type { Timestamp } from '../../registry/app-record.js'

/** Milliseconds. */
const rest = { least: 5_000, most: 5 * 60_000 } as const

/**
 * Endpoints that have just failed, as this process met them: what waits for one of them does not take the time of others by
 * failing in the same way, five seconds each. The longer it has failed, the longer it is left alone.
 */
export class RestingEndpoints {
  readonly #until = new Map<string, Timestamp>()

  /** Milliseconds for which it is still left alone; 0 where it is not. */
  restOf(webhookId: string, now: Timestamp): number {
    return Math.max(0, (this.#until.get(webhookId) ?? 0) - now)
  }

  failed(webhookId: string, failingSince: Timestamp, now: Timestamp): void {
    const pause = Math.min(Math.max((now - failingSince) / 4, rest.least), rest.most)
    for (const [id, until] of this.#until) if (until <= now) this.#until.delete(id)
    this.#until.set(webhookId, now + pause)
  }

  succeeded(webhookId: string): void {
    this.#until.delete(webhookId)
  }
}
