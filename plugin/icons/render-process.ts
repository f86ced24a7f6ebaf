import { fork, type ChildProcess } from 'node:child_process'
import type { RenderedImage, RenderReply, RenderRequest } from './render-messages.js'
import { renderWorkerScript } from './render-worker-script.js'

/**
 * `exhausted`: the drawing used up its computing time. `late`: it did not get that much in far longer, so the machine is
 * to blame. `died`: the process ended by itself, or by another's hand, before it answered.
 */
export type RenderOutcome =
  | { readonly kind: 'rendered'; readonly images: readonly RenderedImage[] }
  | { readonly kind: 'unreadable' | 'exhausted' | 'late' | 'died' }

type Reply = RenderReply | { readonly kind: 'died' | 'late' }

/** The process ended while it was starting: its own fault, or that of whoever killed it. */
export class RendererLost extends Error {
  override readonly name = 'RendererLost'
}

/** How much longer than its computing time a drawing may take on a busy machine. */
const clockFactor = 4

/** On a machine with nothing else to do it is ready after a quarter of a second. */
const startTimeoutMs = 15_000

/**
 * One child process that renders one drawing at a time. It keeps the host process alive only while there is something to
 * wait for, and it dies with it.
 */
export class RenderProcess {
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown>
  readonly #ready: Promise<void>
  #settle: ((reply: Reply) => void) | undefined
  #alive = true

  constructor() {
    this.#child = startChild()
    this.#ended = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.on('message', (reply: RenderReply) => this.#settle?.(reply))
    // An 'error' is a child that could not be started, or a channel that broke.
    this.#child.on('error', () => void this.kill())
    this.#child.once('exit', () => this.#end())
    this.#ready = this.#start()
    // Whoever renders next is told; until then nobody may be listening.
    this.#ready.catch(() => undefined)
  }

  get alive(): boolean {
    return this.#alive
  }

  /**
   * The limit on computing time begins when the process is warm and has got the drawing. A process that reached it, or
   * took four times as long by the clock, is dead.
   *
   * @throws Error when the process could not be started.
   */
  async render(drawing: Uint8Array, cpuMs: number): Promise<RenderOutcome> {
    this.#hold(true)
    try {
      await this.#ready
      if (!this.#alive) return { kind: 'died' }
      const reply = this.#reply(cpuMs * clockFactor)
      const request: RenderRequest = { drawing, cpuMs }
      // Whether it arrived is told by the answer, or by the end of the process.
      this.#child.send(request, () => undefined)
      return await this.#outcome(await reply)
    } finally {
      this.#hold(false)
    }
  }

  /** Resolves when the process is gone. Only SIGKILL stops a renderer in the middle of a drawing. */
  async kill(): Promise<void> {
    this.#end()
    const { pid, exitCode, signalCode } = this.#child
    if (pid === undefined || exitCode !== null || signalCode !== null) return
    this.#child.ref()
    this.#child.kill('SIGKILL')
    await this.#ended
  }

  async #start(): Promise<void> {
    this.#hold(false)
    const reply = await this.#reply(startTimeoutMs)
    if (reply.kind === 'ready') return
    await this.kill()
    if (reply.kind === 'died') throw new RendererLost('The icon renderer ended while it was starting')
    throw new Error(reply.kind === 'unusable' ? reply.reason : `The icon renderer did not start (${reply.kind})`)
  }

  async #outcome(reply: Reply): Promise<RenderOutcome> {
    if (reply.kind === 'rendered' || reply.kind === 'unreadable') return reply
    await this.kill()
    return { kind: reply.kind === 'exhausted' || reply.kind === 'late' ? reply.kind : 'died' }
  }

  /** The next message, or that none came. */
  #reply(timeoutMs: number): Promise<Reply> {
    return new Promise((resolve) => {
      const settle = (reply: Reply): void => {
        clearTimeout(timer)
        this.#settle = undefined
        resolve(reply)
      }
      const giveUp = (): void => {
        if (this.#settle === settle) settle({ kind: 'late' })
      }
      // When the host itself was busy, the answer may be waiting already: it is read before `setImmediate` runs.
      const timer = setTimeout(() => setImmediate(giveUp), timeoutMs)
      timer.unref()
      this.#settle = settle
    })
  }

  #end(): void {
    this.#alive = false
    this.#settle?.({ kind: 'died' })
  }

  #hold(held: boolean): void {
    const channel = this.#child.channel
    if (held) {
      this.#child.ref()
      channel?.ref()
    } else {
      this.#child.unref()
      channel?.unref()
    }
  }
}

function startChild(): ChildProcess {
  const { path, execArgv } = renderWorkerScript()
  return fork(path, [], {
    execArgv: [...execArgv, '--max-old-space-size=64'],
    env: rendererEnvironment(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
}

/** A process that reads hostile files inherits none of the host's secrets, only what fonts and libraries are found by. */
function rendererEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => inheritedVariables.test(name))
  return { ...Object.fromEntries(kept), UV_THREADPOOL_SIZE: '1' }
}

const inheritedVariables = /^(PATH|HOME|TMP|TEMP|TMPDIR|SYSTEMROOT|LANG|LC_.*|LD_LIBRARY_PATH|XDG_.*|FONTCONFIG_.*)$/i
