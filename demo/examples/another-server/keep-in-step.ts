import type { Principal, Registry } from '../../../plugin/index.js'
import type { CarriedState } from './carried-clients.js'
import { carryOver, type CarryOverContext } from './carry-over.js'
import { ServerAway } from './registration-client.js'

export interface KeepInStepContext extends CarryOverContext {
  readonly registry: Pick<Registry, 'findClient' | 'expandScopes' | 'listApps'>
  /** Sees all apps. */
  readonly overseer: Principal
}

export interface StepKeeper {
  /** Something has changed: looks soon. */
  wake(): void
  /** Ends after the app that is being carried over. */
  close(): Promise<void>
}

/** Milliseconds between two looks where nothing says that something has changed: other nodes, jobs, what was cut off. */
const interval = 30_000

/** Milliseconds before the other server is asked again when it was away: twice as long each time. */
const [shortestPause, longestPause] = [500, 60_000]

/** Two changes of an app may have the same time: one this young is compared even where its time is known. */
const young = 2000

/**
 * Keeps another server in step with the apps, by comparing: what changed and was never told (a crash, a restored backup, a
 * server that was away) is found as well as what was told a moment ago. One look reads all apps, a hundred at a time.
 */
export function keepInStep(context: KeepInStepContext): StepKeeper {
  const { logger } = context
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  let again = false
  let closed = false
  let pause = shortestPause

  async function look(): Promise<number> {
    try {
      const done = await lookOnce(context, () => closed)
      pause = shortestPause
      return done ? interval : shortestPause
    } catch (error) {
      const next = pause
      pause = Math.min(pause * 2, longestPause)
      if (error instanceof ServerAway) logger.warn({ reason: error.message, retry_in_ms: next }, 'other_server.away')
      else logger.error({ err: error }, 'other_server.failed')
      return next
    }
  }

  function lookIn(milliseconds: number): void {
    clearTimeout(timer)
    if (closed) return
    timer = setTimeout(() => {
      again = false
      looking = look().then((next) => {
        looking = undefined
        lookIn(again ? 0 : next)
      })
    }, milliseconds)
    timer.unref()
  }

  lookIn(0)
  return {
    wake() {
      again = true
      if (!looking) lookIn(0)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await looking
    },
  }
}

/** @returns whether there is no reason to look again soon. */
async function lookOnce(context: KeepInStepContext, isOver: () => boolean): Promise<boolean> {
  const known = await context.clients.states()
  const active = new Set<string>()
  let done = true
  for await (const { client_id, updated_at } of activeApps(context)) {
    if (isOver()) return false
    active.add(client_id)
    const isOld = Date.now() - updated_at > young
    if (isOld && isSettled(known.get(client_id), updated_at)) continue
    done = (await carryOver(context, client_id)) && isOld && done
  }
  for (const [clientId, { registered }] of known) {
    if (isOver()) return false
    if (registered && !active.has(clientId)) done = (await carryOver(context, clientId)) && done
  }
  return done
}

function isSettled(state: CarriedState | undefined, updatedAt: number): boolean {
  return state?.updatedAt === updatedAt && (state.registered || state.refused)
}

async function* activeApps({ registry, overseer }: KeepInStepContext) {
  let cursor: string | null = null
  do {
    const members = { status: 'active', sort: 'created_at', limit: 100, ...(cursor !== null && { cursor }) } as const
    const page: Awaited<ReturnType<typeof registry.listApps>> = await registry.listApps(overseer, {
      members,
      faults: [],
    })
    yield* page.items
    cursor = page.next_cursor
  } while (cursor !== null)
}
