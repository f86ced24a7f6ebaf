import type { FieldFault } from '../../contract/faults.js'
import { webhookLimits } from '../../contract/webhook-values.js'
import type { Principal } from '../../principal.js'
import { ProblemError } from '../../problem-error.js'
import { newId } from '../new-id.js'
import type { RegistryContext } from '../registry-context.js'
import { judgeWebhook, webhookMembers } from './judge-webhook.js'
import { newSigningSecret } from './new-signing-secret.js'
import { requireManager, requireWebhooks } from './require-webhooks.js'
import { hasOwnWebhooks, managesWebhooksOf } from './webhook-places.js'
import type { WebhookRecord } from './webhook-record.js'
import type { WebhookChange, WebhookRegistry } from './webhook-registry.js'

type Submission = Parameters<WebhookRegistry['create']>[1]

/**
 * Adds an endpoint, which is told of what happens from now on.
 *
 * @throws ProblemError `forbidden`, `invalid_input` or `webhook_limit`.
 */
export async function createWebhook(
  context: RegistryContext,
  principal: Principal,
  { members, faults }: Submission,
): Promise<WebhookChange> {
  const webhooks = requireWebhooks(context)
  requireManager(context, principal)
  const place = choosePlace(context, principal, members.organization_id)
  const { url, events } = members
  const errors: FieldFault[] = [...faults, ...judgeWebhook(webhooks, context, members), ...place.faults]
  const isFaulty = (name: string) => errors.some(({ pointer }) => pointer === name || pointer.startsWith(`${name}/`))
  if (url === undefined && !isFaulty('/url')) errors.push({ pointer: '/url', code: 'required' })
  if (events === undefined && !isFaulty('/events')) errors.push({ pointer: '/events', code: 'required' })
  if (members.status !== undefined) errors.push({ pointer: '/status', code: 'server_set_member' })
  if (errors.length > 0 || url === undefined || events === undefined) {
    throw new ProblemError('invalid_input', { errors })
  }

  const [now, id] = [context.clock(), newId()]
  const secret = newSigningSecret(webhooks.box, id, now)
  const webhook: WebhookRecord = {
    id,
    organization_id: place.organizationId,
    created_by: { id: principal.id, name: principal.name },
    url,
    events,
    description: '',
    ...webhookMembers(members),
    status: 'active',
    status_reason: null,
    failing_since: null,
    created_at: now,
    updated_at: now,
    secrets: [secret.record],
  }
  if (!(await webhooks.store.insert(webhook, secret.record, webhookLimits.endpoints))) {
    throw new ProblemError('webhook_limit', { detail: `There may be ${webhookLimits.endpoints}: delete one first.` })
  }
  context.logger.info({ webhook_id: id, actor_id: principal.id }, 'webhook.created')
  return { webhook, signing_secret: secret.value }
}

/** Where the endpoint belongs: where its creator says or, if there is but one place, there. */
function choosePlace(
  { policy }: RegistryContext,
  principal: Principal,
  asked: string | null | undefined,
): { organizationId: string | null; faults: FieldFault[] } {
  const managed = principal.organizations.map(({ id }) => id).filter((id) => managesWebhooksOf(policy, principal, id))
  const open = [...managed, ...(hasOwnWebhooks(policy, principal) ? [null] : [])]
  const [first = null, ...others] = open
  const target = asked === undefined && others.length === 0 ? first : asked === '' ? null : asked
  if (target !== undefined && open.includes(target)) return { organizationId: target, faults: [] }
  const code = target === undefined || target === null ? 'required' : 'organization_unknown'
  return { organizationId: null, faults: [{ pointer: '/organization_id', code }] }
}
