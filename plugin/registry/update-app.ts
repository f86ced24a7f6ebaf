import { usesSecret, type AppStatus } from '../contract/app-values.js'
import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import { appMembers } from './app-members.js'
import type { AppRecord } from './app-record.js'
import type { Alongside } from './app-store.js'
import { changeApp } from './change-app.js'
import { moveToOrganization } from './choose-organization.js'
import { getApp } from './get-app.js'
import { iconReference } from './icon-reference.js'
import { judgeSubmission } from './judge-submission.js'
import { newSecret, type NewSecret } from './new-secret.js'
import { refuseStale } from './refuse-stale.js'
import type { RegistryContext } from './registry-context.js'
import type { AppChange, AppSubmission } from './registry.js'
import { readReview } from './review/first-status.js'
import { holdChanges } from './review/hold-changes.js'
import { proposedApp } from './review/proposed-app.js'
import { tellEdit } from './review/tell-edit.js'

/**
 * Changes the given members (RFC 7396). Where apps are reviewed, what people judge an approved app by waits for approval, and
 * an edit goes on from what waits already. Making the client public ends its secrets; making it confidential mints one.
 *
 * @throws ProblemError `not_found`, `forbidden`, `if_match_required`, `stale`, `invalid_input`,
 *   `too_large` or `quota_organization`.
 */
export async function updateApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  version: number | undefined,
  given: AppSubmission,
  alongside?: Alongside,
): Promise<AppChange> {
  const current = await getApp(context, principal, clientId, 'edit')
  requireVersion(current, version)
  const { submission } = readReview(context, given, current)
  const { members } = submission
  requireStatusChange(context, principal, current, members.status)
  const organization = moveToOrganization(context, principal, members.organization_id, current)
  const icon = await judgeSubmission(context, submission, organization, wantedOf(context, current))

  let minted: NewSecret | undefined
  const moved = organization.organizationId !== current.organization_id
  const claim = moved ? { organization: organization.organizationId } : {}
  const request = { principal, clientId, action: 'edit', event: 'app.updated', claim, describe: tellEdit } as const
  const app = await changeApp(context, request, async (before, transaction, now) => {
    // Others may have been faster while the icon was judged.
    requireVersion(before, version)
    minted = undefined
    if (icon) await transaction.keepIcon(icon)
    await alongside?.(transaction, before)
    const wanted = wantedOf(context, before)
    const edited: AppRecord = {
      ...wanted,
      ...appMembers(members, context.rules, wanted),
      organization_id: organization.organizationId,
      icon: icon === undefined ? wanted.icon : icon && iconReference(icon),
    }
    const after = holdChanges(context, before, edited, { by: principal, at: now })
    const [had, has] = [usesSecret(before.token_endpoint_auth_method), usesSecret(after.token_endpoint_auth_method)]
    if (had && !has) {
      await transaction.keepSecrets(clientId, [])
      return { ...after, secrets: [] }
    }
    if (had || !has) return after
    minted = await newSecret(context.secrets, transaction, clientId, { now })
    return { ...after, secrets: [minted.record] }
  })
  return { app, ...(minted && { client_secret: minted.value, secret_id: minted.record.id }) }
}

/** What an edit goes on from: the app with what waits for approval, where anything does. */
function wantedOf({ capabilities }: Pick<RegistryContext, 'capabilities'>, app: AppRecord): AppRecord {
  return capabilities.review ? proposedApp(app) : app
}

function requireVersion(app: AppRecord, version: number | undefined): void {
  if (version === undefined) {
    throw new ProblemError('if_match_required', { detail: 'Send the ETag of the app that you read as If-Match.' })
  }
  refuseStale(app, version)
}

/** Switching an app on and off by editing it takes the same permission as doing so directly. */
function requireStatusChange(
  { policy }: Pick<RegistryContext, 'policy'>,
  principal: Principal,
  app: AppRecord,
  status: AppStatus | undefined,
): void {
  if (status === undefined || status === app.status) return
  if (policy.can(principal, status === 'active' ? 'enable' : 'disable', app)) return
  throw new ProblemError('forbidden', { detail: 'Enabling and disabling this app is not up to you.' })
}
