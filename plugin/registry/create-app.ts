import { usesSecret } from '../contract/app-values.js'
import type { Principal } from '../principal.js'
import { appMembers } from './app-members.js'
import type { AppRecord } from './app-record.js'
import { chooseOrganization } from './choose-organization.js'
import { describeChanges } from './describe-changes.js'
import { iconReference } from './icon-reference.js'
import { judgeSubmission } from './judge-submission.js'
import { newId } from './new-id.js'
import { newSecret } from './new-secret.js'
import type { RegistryContext } from './registry-context.js'
import type { AppChange, AppSubmission } from './registry.js'

/**
 * Registers an app and, for a client that authenticates with one, its first secret.
 *
 * @throws ProblemError `forbidden`, `invalid_input` or `too_large`.
 */
export async function createApp(
  context: RegistryContext,
  principal: Principal,
  submission: AppSubmission,
): Promise<AppChange> {
  const organization = chooseOrganization(context, principal, submission.members.organization_id)
  const icon = await judgeSubmission(context, submission, organization)
  const members = appMembers(submission.members, context.rules)
  const actor = { id: principal.id, name: principal.name }

  const change = await context.store.transaction(async (transaction): Promise<AppChange> => {
    const now = context.clock()
    const blank: AppRecord = {
      ...members,
      client_id: newId(),
      version: 1,
      icon: icon ? iconReference(icon) : null,
      organization_id: organization.organizationId,
      created_by: actor,
      created_at: now,
      updated_at: now,
      last_used_at: null,
      secrets: [],
    }
    if (icon) await transaction.keepIcon(icon)
    await transaction.insertApp(blank)
    const secret = usesSecret(blank.token_endpoint_auth_method)
      ? await newSecret(context.secrets, transaction, blank.client_id, { now })
      : undefined
    const app: AppRecord = { ...blank, secrets: secret ? [secret.record] : [] }
    await transaction.insertEvent({
      client_id: app.client_id,
      organization_id: app.organization_id,
      action: 'app.created',
      actor,
      at: now,
      changes: describeChanges(null, app),
    })
    return { app, ...(secret && { client_secret: secret.value, secret_id: secret.record.id }) }
  })
  context.logger.info({ client_id: change.app.client_id, actor_id: actor.id }, 'app.created')
  return change
}
