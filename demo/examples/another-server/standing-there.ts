import type { AppRecord } from '../../../plugin/index.js'
import type { CarriedClient } from './carried-clients.js'

/** How an app stands at the other server, and no token of it. */
export interface StandingThere {
  /** `waiting` until the other server has it as it is now; `absent` is as it should be for an app that is not active. */
  readonly state: 'in_step' | 'waiting' | 'refused' | 'absent'
  /** What a developer has to send there; `null` while there is nothing that would answer to it. */
  readonly client_id: string | null
  /** What the other server has against the app as it is now. */
  readonly problem: string | null
}

export function standingThere(app: AppRecord, carried: CarriedClient | undefined): StandingThere {
  const { registration = null, problem = null, updatedAt } = carried ?? {}
  const client_id = registration?.client_id ?? null
  if (app.status !== 'active') return { state: registration ? 'waiting' : 'absent', client_id, problem: null }
  if (updatedAt !== app.updated_at) return { state: 'waiting', client_id, problem: null }
  return { state: problem === null ? 'in_step' : 'refused', client_id, problem }
}
