import { ProblemError } from '../problem-error.js'

interface GateOptions {
  /** How many jobs run at the same time. */
  readonly slots: number
  /** How many may wait for a slot. */
  readonly queue: number
  /** Seconds after which a caller who was turned away may try again. */
  readonly retryAfter: number
}

/** Lets a bounded number of jobs through, lets a bounded number wait in order, and turns the rest away. */
export class Gate {
  readonly #options: GateOptions
  readonly #waiting: { go: () => void; fail: (reason: ProblemError) => void }[] = []
  #running = 0
  #closed = false

  constructor(options: GateOptions) {
    this.#options = options
  }

  /** @throws ProblemError `unavailable` when the queue is full or the gate is closed. */
  async pass<T>(job: () => Promise<T>): Promise<T> {
    await this.#enter()
    try {
      return await job()
    } finally {
      this.#leave()
    }
  }

  /** Turns away whoever waits, and everyone from now on. */
  close(): void {
    this.#closed = true
    for (const { fail } of this.#waiting.splice(0)) fail(this.#refusal())
  }

  async #enter(): Promise<void> {
    if (this.#closed) throw this.#refusal()
    if (this.#running < this.#options.slots) {
      this.#running += 1
      return
    }
    if (this.#waiting.length >= this.#options.queue) throw this.#refusal()
    await new Promise<void>((go, fail) => this.#waiting.push({ go, fail }))
  }

  /** A slot that someone waits for is handed over, so that a newcomer cannot slip in between. */
  #leave(): void {
    const next = this.#waiting.shift()
    if (next) next.go()
    else this.#running -= 1
  }

  #refusal(): ProblemError {
    const detail = this.#closed ? 'Icons are no longer taken: the server is stopping.' : 'Too many icons at once.'
    return new ProblemError('unavailable', { retryAfter: this.#options.retryAfter, detail })
  }
}
