import type { Logger, Registry } from '../../../plugin/index.js'
import type { CarriedClient, CarriedClients } from './carried-clients.js'
import { clientMetadata, fingerprint } from './client-metadata.js'
import {
  MetadataRefused,
  RegistrationGone,
  type ClientMetadata,
  type Registration,
  type RegistrationClient,
} from './registration-client.js'

export interface CarryOverContext {
  readonly registry: Pick<Registry, 'findClient' | 'expandScopes'>
  readonly clients: CarriedClients
  readonly server: RegistrationClient
  readonly logger: Logger
}

/** Milliseconds after which an app that somebody was carrying over is taken for one that nobody is at. */
const claimed = 30_000

/**
 * Makes the other server have one app as it is now: registered if it is active, changed if it is other than what was sent,
 * gone if not. Looks at both sides first, so that it may be done again whenever it was cut off.
 *
 * @returns whether this did it: another node may be at it.
 * @throws ServerAway
 */
export async function carryOver(context: CarryOverContext, clientId: string): Promise<boolean> {
  const { clients, registry } = context
  if (!(await clients.claim(clientId, Date.now(), claimed))) return false
  let outcome: Outcome = {}
  try {
    const [app, known] = await Promise.all([registry.findClient(clientId), clients.find(clientId)])
    if (!app) outcome = await removed(context, clientId, known)
    else {
      const metadata = clientMetadata(app, registry.expandScopes(app.scopes))
      outcome = { updatedAt: app.updated_at, ...(await registered(context, clientId, known, metadata)) }
    }
  } finally {
    await clients.release(clientId, outcome)
  }
  return true
}

type Outcome = Partial<Omit<CarriedClient, 'clientId'>>

async function removed(
  { server, logger }: CarryOverContext,
  clientId: string,
  known: CarriedClient | undefined,
): Promise<Outcome> {
  if (known?.registration) {
    await server.remove(known.registration)
    logger.info({ client_id: clientId }, 'other_server.removed')
  }
  return { registration: null, fingerprint: null, problem: null }
}

async function registered(
  { server, logger }: CarryOverContext,
  clientId: string,
  known: CarriedClient | undefined,
  metadata: ClientMetadata,
): Promise<Outcome> {
  const sent = fingerprint(metadata)
  // Taken or refused: there is nothing to ask for again.
  if (known?.fingerprint === sent) return {}
  try {
    const replacing = known?.registration ? await replaced(server, known.registration, metadata) : null
    const registration = replacing ?? (await server.create(metadata))
    logger.info({ client_id: clientId }, replacing ? 'other_server.changed' : 'other_server.registered')
    return { registration, thereId: registration.client_id, fingerprint: sent, problem: null }
  } catch (error) {
    if (!(error instanceof MetadataRefused)) throw error
    logger.warn({ client_id: clientId, problem: error.message }, 'other_server.refused')
    return { fingerprint: sent, problem: error.message }
  }
}

/** `null` where somebody has removed it there meanwhile, or an answer with a new token was lost. */
async function replaced(
  server: RegistrationClient,
  registration: Registration,
  metadata: ClientMetadata,
): Promise<Registration | null> {
  try {
    return await server.replace(registration, metadata)
  } catch (error) {
    if (error instanceof RegistrationGone) return null
    throw error
  }
}
