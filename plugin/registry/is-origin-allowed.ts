import { originMatches } from '../contract/origin.js'
import type { RegistryContext } from './registry-context.js'

/** Whether any enabled app, or the one named, allows the origin (Fetch §3.2): for a preflight, or for a token's app. */
export async function isOriginAllowed({ store }: RegistryContext, origin: string, clientId?: string): Promise<boolean> {
  return originMatches(await store.findAllowedOrigins(origin, clientId), origin)
}
