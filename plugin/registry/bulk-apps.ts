import { bulkActions, type BulkAction, type BulkInput } from '../contract/bulk.js'
import type { Effect } from '../contract/effect.js'
import type { FieldFault } from '../contract/faults.js'
import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import type { AppRecord } from './app-record.js'
import { deleteApp } from './delete-app.js'
import { disableApp } from './disable-app.js'
import { enableApp } from './enable-app.js'
import { getApp } from './get-app.js'
import type { RegistryContext } from './registry-context.js'
import type { AppOutcome, BulkOutcome, Registry } from './registry.js'
import { revokeTokens } from './revoke-tokens.js'

/** How often in a row somebody may be away (the database, the authorization server) before nobody waits for them again. */
const patience = 2

/** What is done to one app: by the operation that does it to one app alone. */
type Act = (clientId: string) => Promise<{ readonly app: AppRecord | null; readonly effect: Effect }>

/**
 * Does the same to several apps, one after the other, each as if it had been asked for alone: what refuses one stops no
 * other. An app that is named twice counts once, where it is named first.
 *
 * @throws ProblemError `invalid_input`; what happened to an app is in its outcome.
 */
export async function bulkApps(
  context: RegistryContext,
  principal: Principal,
  submission: Parameters<Registry['bulkApps']>[1],
): Promise<readonly BulkOutcome[]> {
  const { action, client_ids, revoke_tokens } = readBulk(context, submission)
  const act = actOf(context, principal, action, revoke_tokens)
  const outcomes: BulkOutcome[] = []
  for (const clientId of new Set(client_ids)) {
    const away = outcomes.slice(-patience).map(({ error }) => (error?.code === 'unavailable' ? error : undefined))
    const [error] = away
    outcomes.push(
      error && away.length === patience && away.every(Boolean)
        ? { client_id: clientId, app: null, effect: null, error }
        : await outcomeOf(context, principal, clientId, act),
    )
  }
  return outcomes
}

function actOf(
  context: RegistryContext,
  principal: Principal,
  action: BulkAction,
  revoke_tokens: boolean | undefined,
): Act {
  const submission = { members: { ...(revoke_tokens !== undefined && { revoke_tokens }) }, faults: [] }
  const acts: Readonly<Record<BulkAction, Act>> = {
    enable: (clientId): Promise<AppOutcome> => enableApp(context, principal, clientId),
    disable: (clientId): Promise<AppOutcome> => disableApp(context, principal, clientId, submission),
    revoke_tokens: (clientId): Promise<AppOutcome> => revokeTokens(context, principal, clientId),
    delete: async (clientId) => ({ app: null, effect: await deleteApp(context, principal, clientId) }),
  }
  return acts[action]
}

async function outcomeOf(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  act: Act,
): Promise<BulkOutcome> {
  try {
    return { client_id: clientId, error: null, ...(await act(clientId)) }
  } catch (cause) {
    const error = cause instanceof ProblemError ? cause : new ProblemError('internal', { cause })
    if (error.code === 'internal') context.logger.error({ client_id: clientId, err: cause }, 'bulk.failed')
    return { client_id: clientId, error, app: await stillThere(context, principal, clientId, error), effect: null }
  }
}

/** As it is now, for who may see it. */
async function stillThere(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  { code }: ProblemError,
): Promise<AppRecord | null> {
  if (code === 'not_found' || code === 'unavailable') return null
  return getApp(context, principal, clientId).catch(() => null)
}

function readBulk(
  { capabilities }: RegistryContext,
  { members, faults }: Parameters<Registry['bulkApps']>[1],
): BulkInput {
  const { action, client_ids, revoke_tokens } = members
  const errors: FieldFault[] = [...faults]
  if (action === 'revoke_tokens' && !capabilities.tokens) {
    const allowed = bulkActions.filter((offered) => offered !== action)
    errors.push({ pointer: '/action', code: 'not_allowed', allowed })
  }
  if (revoke_tokens !== undefined && (action !== 'disable' || !capabilities.tokens)) {
    errors.push({ pointer: '/revoke_tokens', code: 'hidden_member' })
  }
  if (errors.length > 0 || !action || !client_ids) throw new ProblemError('invalid_input', { errors })
  return { action, client_ids, ...(revoke_tokens !== undefined && { revoke_tokens }) }
}
