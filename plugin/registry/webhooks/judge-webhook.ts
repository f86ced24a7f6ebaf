import type { FieldFault } from '../../contract/faults.js'
import { parseUrl } from '../../contract/host.js'
import { checkText, normalizeText } from '../../contract/text.js'
import { webhookLimits } from '../../contract/webhook-values.js'
import { checkWebhookUrl } from '../../contract/webhook-url.js'
import type { WebhookInput } from '../../contract/webhooks.js'
import type { RegistryContext } from '../registry-context.js'
import type { WebhookContext } from './webhook-context.js'

/** What is wrong with the members of an endpoint that are given. */
export function judgeWebhook(
  { allowLoopback, sender }: Pick<WebhookContext, 'allowLoopback' | 'sender'>,
  { rules }: Pick<RegistryContext, 'rules'>,
  { url, description }: WebhookInput,
): FieldFault[] {
  const faults: FieldFault[] = []
  if (url !== undefined) {
    const wrong = checkWebhookUrl(url, { allowLoopback, maxLength: rules.limits.uri_length_max })
    const host = parseUrl(url)?.hostname
    // Of a name, that is judged at each delivery: whoever has it may let it lead elsewhere at any time.
    if (wrong.length === 0 && host !== undefined && !sender.isAllowedHost(host)) wrong.push({ code: 'url_private' })
    faults.push(...wrong.map((fault) => ({ ...fault, pointer: '/url' })))
  }
  if (description !== undefined) {
    const wrong = checkText('description', description, { max: webhookLimits.description })
    faults.push(...wrong.map((fault) => ({ ...fault, pointer: '/description' })))
  }
  return faults
}

/** The members as they are kept. */
export function webhookMembers({ url, events, description }: WebhookInput) {
  return {
    ...(url !== undefined && { url }),
    ...(events !== undefined && { events: [...new Set(events)] }),
    ...(description !== undefined && { description: normalizeText(description, webhookLimits.description) }),
  }
}
