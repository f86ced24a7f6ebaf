import type { Policy } from '../../policy/policy.js'
import type { Principal } from '../../principal.js'
import { ProblemError } from '../../problem-error.js'
import type { AppRecord } from '../app-record.js'
import type { SecretHash } from '../app-store.js'
import type { RegistryContext } from '../registry-context.js'

/** A client that showed the token of its registration. */
export interface RegistrationAccess {
  readonly app: AppRecord
  /** What is kept of the token that it showed. */
  readonly token: SecretHash
}

/**
 * The client whose registration access token this is (RFC 7592 §2). A client that does not exist and a token that is not
 * its own are the same.
 *
 * @throws ProblemError `not_signed_in`, or `forbidden` for a client that is disabled: whoever did that wants nothing of it
 *   changed from where it runs.
 */
export async function accessRegistration(
  { store, registrationTokens }: Pick<RegistryContext, 'store' | 'registrationTokens'>,
  clientId: string,
  token: string | undefined,
): Promise<RegistrationAccess> {
  const kept = token === undefined ? null : await store.findRegistrationToken(clientId)
  const stored = kept ? [{ ...kept, id: clientId, last_used_at: null }] : []
  const matches = registrationTokens.match(token ?? '', stored) !== null
  const app = matches ? await store.findApp(clientId, 'all') : null
  if (!app || !kept) throw unknownToken()
  if (app.status !== 'disabled') return { app, token: kept }
  throw new ProblemError('forbidden', { detail: 'This client is disabled: ask the people who run this service.' })
}

export function unknownToken(): ProblemError {
  return new ProblemError('not_signed_in', {
    detail: 'Send the registration access token of this client as Authorization: Bearer.',
  })
}

/** In whose name a client changes itself: that of the principal it was registered by. */
export function registrantOf({ created_by, organization_id }: AppRecord): Principal {
  const organizations = organization_id === null ? [] : [{ id: organization_id, name: '', role: 'member' } as const]
  return { id: created_by.id, name: created_by.name, organizations }
}

/** The token lets its client be edited and deleted, whatever its principal may still do; another place it cannot go to. */
const ofTheToken: Policy = {
  can: (_principal, action) => action === 'edit' || action === 'delete',
  visible: () => 'all',
}

export function asClientItself(context: RegistryContext): RegistryContext {
  return { ...context, policy: ofTheToken }
}
