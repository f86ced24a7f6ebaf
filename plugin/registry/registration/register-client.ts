import type { Principal } from '../../principal.js'
import type { MintedSecret } from '../secret-keeper.js'
import { createApp } from '../create-app.js'
import type { RegistryContext } from '../registry-context.js'
import type { AppSubmission, Registration } from '../registry.js'

/**
 * Registers a client that asks by itself (RFC 7591 §3), as its principal would, and gives it a token for its registration:
 * both or neither.
 *
 * @throws ProblemError as `createApp` does.
 */
export async function registerClient(
  context: RegistryContext,
  principal: Principal,
  submission: AppSubmission,
): Promise<Registration> {
  let minted: MintedSecret | undefined
  const change = await createApp(context, principal, submission, undefined, async (transaction, app) => {
    minted = context.registrationTokens.mint()
    await transaction.insertRegistrationToken(app.client_id, minted.hash)
  })
  if (!minted) throw new Error('A client was registered without a token')
  return { ...change, registration_access_token: minted.value }
}
