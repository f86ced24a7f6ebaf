import type { Config } from '../../plugin/contract/config.js'
import type { FieldFault } from '../../plugin/contract/faults.js'
import { checkWebhookUrl } from '../../plugin/contract/webhook-url.js'
import type { WebhookEvent } from '../../plugin/contract/webhook-values.js'

/** What a person has entered. */
export interface WebhookDraft {
  url: string
  description: string
  organization_id: string | null
  events: ReadonlySet<WebhookEvent>
}

/** What the server would find too, but for where a name leads. */
export function judgeDraft({ url, events }: WebhookDraft, config: Config | undefined): FieldFault[] {
  const allowLoopback = config?.capabilities.webhook_loopback ?? false
  const faults: FieldFault[] =
    url.trim() === ''
      ? [{ code: 'required', pointer: '/url' }]
      : checkWebhookUrl(url.trim(), { allowLoopback }).map((fault) => ({ ...fault, pointer: '/url' }))
  return events.size === 0 ? [...faults, { code: 'required', pointer: '/events' }] : faults
}

/** Whether a fault is about this member. */
export function isOf(pointer: string, name: string): boolean {
  return pointer === `/${name}` || pointer.startsWith(`/${name}/`)
}
