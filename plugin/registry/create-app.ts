import { usesSecret } from '../contract/app-values.js'
import type { Principal } from '../principal.js'
import { appEvent } from './app-event.js'
import { appMembers } from './app-members.js'
import type { AppRecord } from './app-record.js'
import type { Alongside, AppTransaction } from './app-store.js'
import { chooseOrganization } from './choose-organization.js'
import { claimQuota } from './claim-quota.js'
import { describeChanges } from './describe-changes.js'
import { iconReference } from './icon-reference.js'
import { appOfRepeat, idempotencyWindow, idempotentRequest } from './idempotent-request.js'
import { judgeSubmission } from './judge-submission.js'
import { newId } from './new-id.js'
import { newSecret } from './new-secret.js'
import type { RegistryContext } from './registry-context.js'
import type { AppChange, AppCreation, AppSubmission } from './registry.js'
import { readReview, submitted } from './review/first-status.js'

/**
 * Registers an app and, for a client that authenticates with one, its first secret. With a key, the same request makes one
 * app however often it comes: the key is kept with the app or not at all. What is to be kept with the app is done alongside.
 *
 * @throws ProblemError `forbidden`, `invalid_input`, `too_large`, `quota_user` or `quota_organization`, and for a key that
 *   has been used `idempotency_mismatch` or `not_found`.
 */
export async function createApp(
  context: RegistryContext,
  principal: Principal,
  given: AppSubmission,
  idempotencyKey?: string,
  alongside?: Alongside,
): Promise<AppCreation> {
  const { store, rules, clock, logger } = context
  const request = idempotencyKey === undefined ? undefined : idempotentRequest(principal, idempotencyKey, given)
  // Before anything is judged: what was right then is not refused because something else has changed since.
  const first = request && (await store.findKeptRequest(request, clock() - idempotencyWindow))
  if (request && first) return { app: await appOfRepeat(context, principal, request, first), repeated: true }

  const { submission, draft } = readReview(context, given)
  const organization = chooseOrganization(context, principal, submission.members.organization_id)
  const icon = await judgeSubmission(context, submission, organization)
  const members = appMembers(submission.members, rules)

  const change = await store.transaction(async (transaction) => {
    const now = clock()
    const by = { id: principal.id, name: principal.name }
    const blank: AppRecord = {
      ...members,
      ...firstReview(context, members, draft, { by, at: now }),
      client_id: newId(),
      version: 1,
      icon: icon ? iconReference(icon) : null,
      organization_id: organization.organizationId,
      created_by: by,
      created_at: now,
      updated_at: now,
      last_used_at: null,
      secrets: [],
    }
    if (request) {
      const keeping = { ...request, client_id: blank.client_id, created_at: now }
      const kept = await transaction.keepRequest(keeping, now - idempotencyWindow)
      if (kept.client_id !== blank.client_id) return { request, kept }
    }
    await claimQuota(context, transaction, { user: principal.id, organization: blank.organization_id })
    if (icon) await transaction.keepIcon(icon)
    const created = await insertApp(context, transaction, blank)
    await alongside?.(transaction, created.app)
    return created
  })
  if ('kept' in change) {
    return { app: await appOfRepeat(context, principal, change.request, change.kept), repeated: true }
  }
  logger.info({ client_id: change.app.client_id, actor_id: principal.id }, 'app.created')
  return { ...change, repeated: false }
}

/** Where apps are reviewed, a new one waits, unless it is to stay a draft for now. */
function firstReview(
  context: RegistryContext,
  members: Pick<AppRecord, 'status' | 'scopes'>,
  draft: boolean,
  submission: Parameters<typeof submitted>[2],
): Pick<AppRecord, 'status' | 'review'> {
  if (!context.capabilities.review) return { status: members.status }
  return draft ? { status: 'draft' } : submitted(context, members, submission)
}

async function insertApp(
  { secrets }: Pick<RegistryContext, 'secrets'>,
  transaction: AppTransaction,
  blank: AppRecord,
): Promise<AppChange> {
  const { client_id, created_by, created_at } = blank
  await transaction.insertApp(blank)
  const secret = usesSecret(blank.token_endpoint_auth_method)
    ? await newSecret(secrets, transaction, client_id, { now: created_at })
    : undefined
  const app: AppRecord = { ...blank, secrets: secret ? [secret.record] : [] }
  const changes = describeChanges(null, app)
  await transaction.insertEvent(appEvent(created_by, app, { action: 'app.created', at: created_at, changes }))
  if (app.review) {
    await transaction.insertEvent(appEvent(created_by, app, { action: 'app.submitted', at: created_at, changes: {} }))
  }
  return { app, ...(secret && { client_secret: secret.value, secret_id: secret.record.id }) }
}
