import { webhookTestEvent } from '../../contract/webhook-values.js'
import type { AppEvent } from '../app-event.js'
import type { AppRecord, SecretRecord, Timestamp } from '../app-record.js'
import { isRecord } from '../../options/option-value.js'

/** As much of an app as an endpoint is told; the rest it reads by the API. */
export type ToldApp = Pick<AppRecord, 'client_id' | 'client_name' | 'organization_id' | 'created_by' | 'status'>

/** What happened, to be told. */
export interface Told {
  readonly event: string
  readonly at: Timestamp
  readonly actor: AppEvent['actor'] | null
  readonly app: ToldApp
  readonly changes: AppEvent['changes']
  /** Which one was added, or is about to end. */
  readonly secret: Pick<SecretRecord, 'id' | 'name' | 'expires_at'> | null
}

/** The body that tells of an event, as Standard Webhooks recommends: type, timestamp and data. */
export function webhookPayload({ event, at, actor, app, changes, secret }: Told): string {
  const { client_id, client_name, organization_id, created_by, status } = app
  const summary = { client_id, client_name, organization_id, created_by, status }
  const about = secret && { id: secret.id, name: secret.name, expires_at: timeOf(secret.expires_at) }
  return payload(event, at, { app: summary, actor, secret: about, changes: withoutHints(changes) })
}

/** The body of a test. */
export function testPayload(webhookId: string, actor: AppEvent['actor'], at: Timestamp): string {
  return payload(webhookTestEvent, at, { webhook_id: webhookId, actor })
}

function payload(type: string, at: Timestamp, data: object): string {
  return JSON.stringify({ type, timestamp: new Date(at).toISOString(), data })
}

function timeOf(time: Timestamp | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}

/** Who may see an app sees the last characters of its secrets; a machine of somebody's has no use for them. */
function withoutHints({ secrets, ...changes }: AppEvent['changes']): AppEvent['changes'] {
  if (!secrets) return changes
  return { ...changes, secrets: { before: hintless(secrets.before), after: hintless(secrets.after) } }
}

function hintless(secrets: unknown): unknown {
  if (!Array.isArray(secrets)) return null
  return secrets.filter(isRecord).map(({ id, name, expires_at }) => ({
    id,
    name,
    expires_at: typeof expires_at === 'number' ? timeOf(expires_at) : null,
  }))
}
