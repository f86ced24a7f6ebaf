import { usesSecret } from '../contract/app-values.js'
import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import type { SecretRecord, Timestamp } from './app-record.js'
import { changeApp } from './change-app.js'
import { getApp } from './get-app.js'
import { newSecret, type NewSecret } from './new-secret.js'
import type { RegistryContext } from './registry-context.js'
import type { AppChange, Registry } from './registry.js'
import { readSecretRequest } from './secret-input.js'

/**
 * Makes a further secret. The others stay, unless the caller says when they end: now is a rotation at once, later one with
 * time to change over.
 *
 * @throws ProblemError `not_found`, `forbidden`, `invalid_input`, `stale`, `secret_not_used` or `secret_limit`.
 */
export async function addSecret(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  submission: Parameters<Registry['addSecret']>[2],
  version?: number,
): Promise<AppChange> {
  await getApp(context, principal, clientId, 'rotate_secret')
  const { name, expires_at, expireOthersIn } = readSecretRequest(submission, context.rules, context.clock())

  let minted: NewSecret | undefined
  const request = { principal, clientId, action: 'rotate_secret', event: 'secret.added', version } as const
  const app = await changeApp(context, request, async (before, transaction, now) => {
    if (!usesSecret(before.token_endpoint_auth_method)) {
      throw new ProblemError('secret_not_used', { detail: 'This app authenticates without a secret.' })
    }
    const others = endingIn(before.secrets, expireOthersIn, now)
    const max = context.rules.limits.secrets_max
    if (others.length >= max) {
      throw new ProblemError('secret_limit', { detail: `This app has ${max} secrets: end one of them first.` })
    }
    // Rows of secrets that have expired go with those that end now.
    await transaction.keepSecrets(clientId, others)
    minted = await newSecret(context.secrets, transaction, clientId, { name, expires_at, now })
    return { ...before, secrets: [...others, minted.record] }
  })
  return { app, ...(minted && { client_secret: minted.value, secret_id: minted.record.id }) }
}

/** The secrets that are still there after a rotation; nothing makes one live longer than it would have. */
function endingIn(
  secrets: readonly SecretRecord[],
  seconds: number | undefined,
  now: Timestamp,
): readonly SecretRecord[] {
  if (seconds === undefined) return secrets
  if (seconds === 0) return []
  const end = now + seconds * 1000
  return secrets.map((secret) => ({ ...secret, expires_at: Math.min(secret.expires_at ?? end, end) }))
}
