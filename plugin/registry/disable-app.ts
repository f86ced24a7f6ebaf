import type { FieldFault } from '../contract/faults.js'
import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import { countTokens, orUnknown } from './ask-tokens.js'
import { authorizeApp } from './authorize-app.js'
import { changeApp } from './change-app.js'
import { getApp } from './get-app.js'
import type { RegistryContext } from './registry-context.js'
import type { AppOutcome, Registry } from './registry.js'
import { refuseUnapproved } from './review/refuse-unapproved.js'
import { revokeAndRecord } from './revoke-tokens.js'

type Submission = NonNullable<Parameters<Registry['disableApp']>[2]>

/**
 * Stops honouring an app, and so its tokens, until it is enabled again. Tokens that are to be revoked as well are so after
 * that: nothing works in between, and asking once more finishes what was cut off.
 *
 * @throws ProblemError `not_found`, `forbidden`, `invalid_input`, `stale` or, where apps are reviewed, `not_approved`.
 */
export async function disableApp(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  submission: Submission = { members: {}, faults: [] },
  version?: number,
): Promise<AppOutcome> {
  const revoking = await judge(context, principal, clientId, submission)
  const request = { principal, clientId, action: 'disable', event: 'app.disabled', version } as const
  const app = await changeApp(context, request, (before) => {
    refuseUnapproved(context, before)
    return { ...before, status: 'disabled' }
  })
  const reached = revoking ? revokeAndRecord(context, principal, app) : countTokens(context, clientId)
  return { app, effect: await orUnknown(context, clientId, reached) }
}

/** Whether tokens are to be revoked. Who may not do a thing is told so before what is wrong with their input. */
async function judge(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  { members: { revoke_tokens: revoking }, faults }: Submission,
): Promise<boolean> {
  const app = await getApp(context, principal, clientId, 'disable')
  if (revoking) authorizeApp(context, principal, app, 'revoke_tokens')
  const errors: FieldFault[] = [...faults]
  if (revoking !== undefined && !context.tokens) errors.push({ pointer: '/revoke_tokens', code: 'hidden_member' })
  if (errors.length > 0) throw new ProblemError('invalid_input', { errors })
  return revoking ?? false
}
