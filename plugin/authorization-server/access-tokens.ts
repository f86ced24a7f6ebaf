import type { IncomingMessage } from 'node:http'
import { holderOf, honoured, type AdapterContext } from './adapter.js'
import { hashOf } from './artifact-payload.js'
import type { HonouredClient } from './honoured-clients.js'
import { splitScopes } from './scope-rules.js'

/** What an access token is good for at this moment. */
export interface AccessToken {
  /** Tells it from others, in a log; it is not the token. */
  readonly id: string
  readonly app: HonouredClient
  /** Of whom it is; `null` where the app acts for itself. */
  readonly accountId: string | null
  readonly grantId: string | null
  readonly scopes: readonly string[]
}

/** `undefined` for one that was never issued, has expired or been revoked, or whose app is not honoured. */
export async function findAccessToken(context: AdapterContext, value: string): Promise<AccessToken | undefined> {
  const { store, findHonoured, clock } = context
  const stored = await store.findArtifact([hashOf('AccessToken', value), hashOf('ClientCredentials', value)])
  const payload = await honoured(context, stored, value)
  const app = stored?.clientId ? await findHonoured(stored.clientId, holderOf(stored)) : null
  if (!stored || !payload || !app || !(typeof payload.exp === 'number' && payload.exp * 1000 > clock()))
    return undefined
  return {
    id: stored.idHash.slice(0, 16),
    app,
    accountId: stored.grant?.accountId ?? null,
    grantId: stored.grant?.id ?? null,
    scopes: splitScopes(payload.scope),
  }
}

/**
 * The token of a request, of its `Authorization` alone (RFC 6750 §2.1): addresses are written into logs, and forms can be
 * sent by any site. `null` where it has one that is malformed.
 */
export function bearerToken({ headers: { authorization } }: IncomingMessage): string | null | undefined {
  if (authorization === undefined || !/^bearer( |$)/i.test(authorization)) return undefined
  return /^bearer +([\w.~+/-]+=*)$/i.exec(authorization)?.[1] ?? null
}
