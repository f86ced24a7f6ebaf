import type { HonouredFor } from './honours.js'
import type { RegistryContext } from './registry-context.js'

/** Milliseconds within which a use is not written down again: a token request shall not cost a write. */
const stampEvery = 60_000

/**
 * Whether the secret is one of the client's. An unknown client, one that does not work for them and a wrong secret take the
 * same time. Stamps when app and secret were last used, to the minute.
 */
export async function verifySecret(
  context: RegistryContext,
  clientId: string,
  secret: string,
  who: HonouredFor = 'everybody',
): Promise<boolean> {
  const { store, secrets, clock, logger } = context
  // A host passes on what a request has: where that is no text, it is compared as one that no secret is.
  const given: unknown = secret
  const match = secrets.match(typeof given === 'string' ? given : '', await store.findLiveSecrets(clientId, who))
  if (!match) return false
  const now = clock()
  if (now - (match.last_used_at ?? 0) < stampEvery) return true
  try {
    await store.stampUse(clientId, match.id, now)
  } catch (err) {
    // A database that is too busy for a date is no reason to turn a client away.
    logger.warn({ client_id: clientId, err }, 'secret.use_not_stamped')
  }
  return true
}
