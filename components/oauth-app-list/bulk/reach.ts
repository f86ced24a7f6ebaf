import type { AppSummary } from '../../../plugin/contract/app.js'
import type { Effect } from '../../../plugin/contract/effect.js'
import type { ApiClient } from '../../internal/api-client.js'

/** For more apps than this nobody asks: each is a request of its own. */
export const reachMax = 20

/** How much an action on several apps reaches; `null` where it is not known of one of them. People are not summed, as one may use several apps. */
export type Reach = Pick<Effect, 'grants' | 'tokens'>

/** Never rejects, unless it was aborted: what cannot be counted is not known. */
export async function readReach(client: ApiClient, apps: readonly AppSummary[], signal: AbortSignal): Promise<Reach> {
  const effects = await Promise.all(
    apps.map(async ({ client_id }) => {
      try {
        const { data } = await client.call('getImpact', { params: { client_id }, signal })
        return data
      } catch (error) {
        signal.throwIfAborted()
        if (error instanceof Error) return { grants: null, tokens: null }
        throw error
      }
    }),
  )
  return { grants: sum(effects.map(({ grants }) => grants)), tokens: sum(effects.map(({ tokens }) => tokens)) }
}

function sum(counts: readonly (number | null)[]): number | null {
  return counts.reduce((total, count) => (total === null || count === null ? null : total + count), 0)
}
