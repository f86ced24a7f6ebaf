import { deleteApp } from '../delete-app.js'
import type { RegistryContext } from '../registry-context.js'
import { accessRegistration, asClientItself, registrantOf } from './registration-access.js'

/**
 * Deletes the client whose token is shown, as its owner would: where deleted apps rest, it can be restored.
 *
 * @throws ProblemError `not_signed_in` or `forbidden`.
 */
export async function deleteRegistration(
  context: RegistryContext,
  clientId: string,
  token: string | undefined,
): Promise<void> {
  const { app } = await accessRegistration(context, clientId, token)
  await deleteApp(asClientItself(context), registrantOf(app), clientId)
}
