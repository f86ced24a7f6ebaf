import { ProblemError } from '../problem-error.js'
import { Gate } from './gate.js'
import { RenderProcess, type RenderOutcome } from './render-process.js'

export interface RenderPoolOptions {
  /** How many processes, and so how many drawings at a time. */
  readonly workers: number
  /** How many drawings may wait for a process. */
  readonly queue: number
  readonly renderTimeoutMs: number
}

/** After this many seconds a full queue has moved on, even if each drawing in it was hostile. */
const retryAfter = 5

/**
 * Renders drawings in processes of their own. All are started with the first drawing, unless warmed earlier; one that had to be killed
 * is replaced at once, so that the next drawing finds it warm, or nearly so.
 */
export class RenderPool {
  readonly #options: RenderPoolOptions
  readonly #gate: Gate
  readonly #idle: RenderProcess[] = []
  readonly #all = new Set<RenderProcess>()
  #closed = false

  constructor(options: RenderPoolOptions) {
    this.#options = options
    this.#gate = new Gate({ slots: options.workers, queue: options.queue, retryAfter })
  }

  /**
   * @throws ProblemError `unavailable` when the queue is full, or the pool closes before the drawing is done.
   * @throws Error when no process can be started.
   */
  async render(drawing: Uint8Array): Promise<RenderOutcome> {
    try {
      return await this.#gate.pass(() => this.#renderWithRetry(drawing))
    } catch (error) {
      throw this.#closed ? stopping() : error
    }
  }

  /** Starts the processes that are missing, without waiting for them. */
  warm(): void {
    this.#fill()
  }

  /** Ends all processes; resolves when they are gone. */
  async close(): Promise<void> {
    this.#closed = true
    this.#gate.close()
    await Promise.all(Array.from(this.#all, (renderer) => renderer.kill()))
    this.#all.clear()
  }

  /** A process that somebody else killed says nothing about the drawing; two in a row do. */
  async #renderWithRetry(drawing: Uint8Array): Promise<RenderOutcome> {
    const outcome = await this.#renderOnce(drawing)
    return outcome.kind === 'died' ? this.#renderOnce(drawing) : outcome
  }

  async #renderOnce(drawing: Uint8Array): Promise<RenderOutcome> {
    const renderer = this.#take()
    try {
      const outcome = await renderer.render(drawing, this.#options.renderTimeoutMs)
      if (!renderer.alive) this.#fill()
      return outcome
    } finally {
      if (renderer.alive) this.#idle.push(renderer)
      else this.#all.delete(renderer)
    }
  }

  /** The gate lets in no more jobs than there are processes. */
  #take(): RenderProcess {
    if (this.#closed) throw stopping()
    this.#fill()
    return this.#idle.shift() ?? this.#start()
  }

  /** Replaces the dead. A process that could not be started is not replaced before the next drawing, which may fare better. */
  #fill(): void {
    for (const renderer of this.#all) {
      if (!renderer.alive) this.#all.delete(renderer)
    }
    this.#idle.splice(0, Infinity, ...this.#idle.filter(({ alive }) => alive))
    while (!this.#closed && this.#all.size < this.#options.workers) this.#idle.push(this.#start())
  }

  #start(): RenderProcess {
    const renderer = new RenderProcess()
    this.#all.add(renderer)
    return renderer
  }
}

function stopping(): ProblemError {
  return new ProblemError('unavailable', { retryAfter, detail: 'Icons are no longer taken: the server is stopping.' })
}
