import { randomBytes } from 'node:crypto'
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'
import { isRecord } from '../options/option-value.js'
import type { AppRecord } from '../registry/app-record.js'
import type { HonouredFor } from '../registry/honours.js'
import { hashOf, keptPayload, readPayload } from './artifact-payload.js'
import type { AuthorizationStore, StoredArtifact } from './authorization-store.js'
import { clientMetadata } from './client-metadata.js'
import type { SigningAlgorithm } from './check-keys.js'
import type { FindHonoured } from './honoured-clients.js'
import type { OidcProvider } from './load-provider.js'
import type { RecentClients } from './recent-clients.js'
import { splitScopes, type ScopeRules } from './scope-rules.js'
import { orUnavailable } from './unavailable.js'

export interface AdapterContext {
  readonly oidc: OidcProvider
  readonly store: AuthorizationStore
  readonly clients: RecentClients
  readonly findHonoured: FindHonoured
  readonly scopes: ScopeRules
  /** By which ID tokens are signed. */
  readonly signingAlgorithm: SigningAlgorithm
  /** Milliseconds since 1970. */
  readonly clock: () => number
}

/** What lives and dies with a grant. */
const granted = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken'])

/** What an app holds: it is worth nothing while the app is not honoured. */
const heldByApps = new Set([...granted, 'ClientCredentials'])

const nothing = (): Promise<undefined> => Promise.resolve(undefined)

/** Where oidc-provider keeps what it has to find again: our tables, and for clients the registry. */
export function createAdapter(context: AdapterContext): AdapterFactory {
  return (kind) => {
    if (kind === 'Client') return clientAdapter(context)
    return kind === 'Grant' ? grantAdapter(context) : artifactAdapter(context, kind)
  }
}

/** Apps change by the registry alone. */
function clientAdapter({ oidc, clients, signingAlgorithm }: AdapterContext): Adapter {
  const options = { placeholder: randomBytes(32).toString('base64url'), signingAlgorithm }
  /** By the app that was looked up: the same one is, many times a second. */
  const known = new WeakMap<AppRecord, AdapterPayload>()
  return {
    find: (clientId) =>
      orUnavailable(oidc, async () => {
        // Who will be asked is not known yet, and is looked at when they are.
        const app = await clients.findClient(clientId, 'somebody')
        if (!app) return undefined
        const metadata = known.get(app) ?? clientMetadata(app, options)
        known.set(app, metadata)
        return metadata
      }),
    upsert: () => Promise.reject(new TypeError('Apps are registered with the registry')),
    findByUid: nothing,
    findByUserCode: nothing,
    consume: nothing,
    destroy: nothing,
    revokeByGrantId: nothing,
  }
}

function grantAdapter({ oidc, store, findHonoured, scopes, clock }: AdapterContext): Adapter {
  return {
    find: (grantId) =>
      orUnavailable(oidc, async () => {
        const grant = await store.findGrant(grantId)
        const app = grant && (await findHonoured(grant.clientId, { userId: grant.accountId }))
        if (!app) return undefined
        const allowed = scopes.allowedTo(app)
        const scope = grant.scopes.filter((name) => allowed.includes(name)).join(' ')
        const payload = readPayload(grant.payload, grantId)
        return { ...payload, openid: { scope } }
      }),
    upsert: (grantId, payload, expiresIn) =>
      orUnavailable(oidc, async () => {
        const { accountId, clientId } = payload
        if (accountId === undefined || clientId === undefined) throw new TypeError('A grant is of a person to an app')
        const rejected = splitScopes(scopeIn(payload['rejected']))
        await store.saveGrant({
          id: grantId,
          accountId,
          clientId,
          scopes: splitScopes(scopeIn(payload)).filter((name) => !rejected.includes(name)),
          payload: JSON.stringify(payload),
          expiresAt: expiresAt(clock, expiresIn),
        })
      }),
    destroy: (grantId) => orUnavailable(oidc, () => store.removeGrant(grantId)),
    findByUid: nothing,
    findByUserCode: nothing,
    consume: nothing,
    revokeByGrantId: nothing,
  }
}

function artifactAdapter(context: AdapterContext, kind: string): Adapter {
  const { oidc, store, clock } = context
  return {
    find: (value) =>
      orUnavailable(oidc, async () => honoured(context, await store.findArtifact([hashOf(kind, value)]), value)),
    // What is found by something else does not tell the value that its browser has.
    findByUid: (uid) => orUnavailable(oidc, async () => findBy(context, hashOf(`${kind}.uid`, uid))),
    findByUserCode: (code) => orUnavailable(oidc, async () => findBy(context, hashOf(`${kind}.userCode`, code))),
    upsert: (value, payload, expiresIn) =>
      orUnavailable(oidc, async () => {
        const { uid, userCode, grantId, clientId } = payload
        const lookup = uid === undefined ? userCode && hashOf(`${kind}.userCode`, userCode) : hashOf(`${kind}.uid`, uid)
        const artifact = {
          idHash: hashOf(kind, value),
          kind,
          lookupHash: lookup ?? null,
          grantId: granted.has(kind) ? (grantId ?? null) : null,
          clientId: heldByApps.has(kind) ? (clientId ?? null) : null,
          payload: keptPayload(payload, value),
          expiresAt: expiresAt(clock, expiresIn),
        }
        if (kind !== 'ReplayDetection') await store.saveArtifact(artifact)
        else if (!(await store.addArtifact(artifact))) throw new oidc.errors.InvalidClientAuth('used twice at once')
      }),
    consume: (value) =>
      orUnavailable(oidc, async () => {
        // Of several that come at once, one gets what it is for.
        if (await store.consumeArtifact(hashOf(kind, value), clock())) return
        throw new oidc.errors.InvalidGrant('used twice at once')
      }),
    destroy: (value) => orUnavailable(oidc, () => store.removeArtifact(hashOf(kind, value))),
    revokeByGrantId: (grantId) => orUnavailable(oidc, () => store.removeArtifactsOf(grantId, kind)),
  }
}

async function findBy(context: AdapterContext, lookupHash: string): Promise<AdapterPayload | undefined> {
  const stored = await context.store.findArtifactBy(lookupHash)
  return honoured(context, stored, stored?.idHash ?? '')
}

/** For whom an app has to work that holds this: it acts for itself only where it was approved. */
export function holderOf({ grant }: Pick<StoredArtifact, 'grant'>): HonouredFor {
  return grant ? { userId: grant.accountId } : 'everybody'
}

/** What is still good of what was kept: nothing of an app that is not honoured, and no scope that app or grant has lost. */
export async function honoured(
  { findHonoured, scopes }: Pick<AdapterContext, 'findHonoured' | 'scopes'>,
  stored: StoredArtifact | null,
  value: string,
): Promise<AdapterPayload | undefined> {
  if (!stored) return undefined
  const payload = readPayload(stored.payload, value)
  const { consumedAt, clientId, grant } = stored
  const consumed = consumedAt === null ? {} : { consumed: Math.floor(consumedAt / 1000) }
  if (clientId === null) return { ...payload, ...consumed }
  const app = await findHonoured(clientId, holderOf(stored))
  if (!app) return undefined
  const allowed = scopes.allowedTo(app)
  const scope = scopes
    .expand(splitScopes(payload.scope))
    .filter((name) => allowed.includes(name) && (!grant || grant.scopes.includes(name)))
  return { ...payload, ...consumed, scope: scope.join(' ') }
}

/** Of a grant, or of what was not granted. */
function scopeIn(holder: unknown): string | undefined {
  const openid = isRecord(holder) ? holder['openid'] : undefined
  const scope = isRecord(openid) ? openid['scope'] : undefined
  return typeof scope === 'string' ? scope : undefined
}

function expiresAt(clock: () => number, expiresIn: number | undefined): number | null {
  return expiresIn === undefined ? null : clock() + expiresIn * 1000
}
