import { ProblemError } from '../problem-error.js'
import { Gate } from './gate.js'
import { RendererLost, RenderProcess, type RenderOutcome } from './render-process.js'

export interface RenderPoolOptions {
  /** How many processes, and so how many drawings at a time. */
  readonly workers: number
  /** How many drawings may wait for a process. */
  readonly queue: number
  readonly renderCpuMs: number
}

/** After this many seconds a full queue has moved on, even if each drawing in it was hostile. */
const retryAfter = 5

/**
 * Renders drawings in processes of their own. All are started with the first drawing, unless warmed earlier; one that had to be killed
 * is replaced when the drawings under way are done. There is a spare for each, started after the first drawing: two hostile drawings in a row would
 * otherwise make the third wait for a process to start, which takes longest when the machine is busiest.
 */
export class RenderPool {
  readonly #options: RenderPoolOptions
  readonly #gate: Gate
  readonly #idle: RenderProcess[] = []
  readonly #all = new Set<RenderProcess>()
  /** Drawings that have a process, or wait for one to start. */
  #rendering = 0
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
    this.#fill(this.#options.workers)
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
    this.#rendering += 1
    let outcome: RenderOutcome
    try {
      const first = await this.#renderOnce(drawing).catch(diedWhenLost)
      outcome = first.kind === 'died' ? await this.#renderOnce(drawing) : first
    } finally {
      this.#rendering -= 1
    }
    // Not while others are at work, whom starting would slow down. Not when starting failed, which throws: the next drawing
    // may fare better, and until then nothing is tried in vain.
    if (this.#rendering === 0) this.#fill(this.#options.workers * 2)
    return outcome
  }

  async #renderOnce(drawing: Uint8Array): Promise<RenderOutcome> {
    const renderer = this.#take()
    try {
      return await renderer.render(drawing, this.#options.renderCpuMs)
    } finally {
      // The one that has just worked is warm; a spare may be starting still.
      if (renderer.alive) this.#idle.unshift(renderer)
    }
  }

  /** The gate lets in no more jobs than there are processes. */
  #take(): RenderProcess {
    if (this.#closed) throw stopping()
    this.#fill(this.#options.workers)
    return this.#idle.shift() ?? this.#start()
  }

  /** Forgets the dead and starts what is missing to `size`. */
  #fill(size: number): void {
    for (const renderer of this.#all) {
      if (!renderer.alive) this.#all.delete(renderer)
    }
    this.#idle.splice(0, Infinity, ...this.#idle.filter(({ alive }) => alive))
    while (!this.#closed && this.#all.size < size) this.#idle.push(this.#start())
  }

  #start(): RenderProcess {
    const renderer = new RenderProcess()
    this.#all.add(renderer)
    return renderer
  }
}

function diedWhenLost(error: unknown): RenderOutcome {
  if (error instanceof RendererLost) return { kind: 'died' }
  throw error
}

function stopping(): ProblemError {
  return new ProblemError('unavailable', { retryAfter, detail: 'Icons are no longer taken: the server is stopping.' })
}
