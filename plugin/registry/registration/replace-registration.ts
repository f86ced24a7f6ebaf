import type { FieldFault } from '../../contract/faults.js'
import { ProblemError } from '../../problem-error.js'
import type { AppRecord } from '../app-record.js'
import type { RegistryContext } from '../registry-context.js'
import type { AppSubmission, Registration } from '../registry.js'
import type { MintedSecret } from '../secret-keeper.js'
import { updateApp } from '../update-app.js'
import { accessRegistration, asClientItself, registrantOf, unknownToken } from './registration-access.js'

/** What a client asks for, once it is known what it is: an absent member is one that it gives up (RFC 7592 §2.2). */
export type RegistrationReader = (app: AppRecord) => AppSubmission & { readonly client_secret?: string | undefined }

/** An owner may edit the app at the same time; three times in a row is somebody's loop. */
const attempts = 3

/**
 * Replaces a registration, and the token that was shown for it: that one does not work again.
 *
 * @throws ProblemError `not_signed_in`, `forbidden`, `invalid_input`, `too_large` or `unavailable`.
 */
export async function replaceRegistration(
  context: RegistryContext,
  clientId: string,
  token: string | undefined,
  read: RegistrationReader,
): Promise<Registration> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return await replaceOnce(context, clientId, token, read)
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'stale')) throw error
    }
  }
  throw new ProblemError('unavailable', { detail: 'Somebody else is changing this client.', retryAfter: 1 })
}

async function replaceOnce(
  context: RegistryContext,
  clientId: string,
  token: string | undefined,
  read: RegistrationReader,
): Promise<Registration> {
  const { app, token: shown } = await accessRegistration(context, clientId, token)
  const { client_secret, ...submission } = read(app)
  const faults = [...submission.faults, ...(await checkSecret(context, clientId, client_secret))]
  let minted: MintedSecret | undefined
  const change = await updateApp(
    asClientItself(context),
    registrantOf(app),
    clientId,
    app.version,
    { ...submission, faults },
    async (transaction) => {
      minted = context.registrationTokens.mint()
      // Of two requests with one token, one is too late.
      if (!(await transaction.replaceRegistrationToken(clientId, shown, minted.hash))) throw unknownToken()
    },
  )
  if (!minted) throw new Error('A registration was replaced without a new token')
  return { ...change, registration_access_token: minted.value }
}

/** A client need not send its secret; one that does must not believe that this changes it. */
async function checkSecret(
  { store, secrets }: Pick<RegistryContext, 'store' | 'secrets'>,
  clientId: string,
  value: string | undefined,
): Promise<FieldFault[]> {
  if (value === undefined || secrets.match(value, await store.findLiveSecrets(clientId, 'somebody'))) return []
  return [{ pointer: '/client_secret', code: 'server_set_member' }]
}
