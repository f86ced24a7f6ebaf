import type { Config } from '../../plugin/contract/config.js'
import type { Webhook, WebhookDelivery } from '../../plugin/contract/webhooks.js'
import type { LocaleController } from '../internal/locale.controller.js'
import type { PagesController } from '../internal/pages.controller.js'
import type { RelativeTimeController } from '../internal/relative-time.js'
import type { Strings } from '../locales/en.js'

export type WebhookStrings = Pick<Strings, 'webhooks' | 'faults'>

/** What the rows of one render are drawn from. */
export interface WebhookView {
  readonly locale: LocaleController<WebhookStrings>
  readonly times: RelativeTimeController
  readonly config: Config | undefined
  /** Whose log is open, and what is in it. */
  readonly open: string | undefined
  readonly deliveries: PagesController<WebhookDelivery>
  /** What is being sent, by the id of the endpoint or of the delivery. */
  readonly sending: string | undefined
  readonly act: WebhookDeeds
}

/** What a person can do. */
export interface WebhookDeeds {
  readonly edit: (webhook: Webhook) => void
  readonly toggle: (webhook: Webhook) => void
  readonly rotate: (webhook: Webhook) => void
  readonly remove: (webhook: Webhook) => void
  readonly test: (webhook: Webhook) => void
  readonly openLog: (webhook: Webhook) => void
  readonly refreshLog: () => void
  readonly moreLog: () => void
  readonly redeliver: (webhook: Webhook, delivery: WebhookDelivery) => void
}

/** Where the caller may have endpoints: organisations, and `null` for their own apps. */
export function webhookPlaces(
  config: Config | undefined,
  own: string,
): { readonly id: string | null; readonly name: string }[] {
  const { organizations = [], can_have_webhooks = false } = config?.caller ?? {}
  const managed = organizations.filter(({ can_manage_webhooks }) => can_manage_webhooks === true)
  return [...managed.map(({ id, name }) => ({ id, name })), ...(can_have_webhooks ? [{ id: null, name: own }] : [])]
}
