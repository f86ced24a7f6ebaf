import { originMatches } from '../contract/origin.js'
import type { RegistryContext } from './registry-context.js'

/**
 * Whether any app that works for somebody, or the one named, allows the origin (Fetch §3.2): for a preflight, or for a token's
 * app. For whom it works, the token tells: here is none.
 */
export async function isOriginAllowed({ store }: RegistryContext, origin: string, clientId?: string): Promise<boolean> {
  return originMatches(await store.findAllowedOrigins(origin, clientId), origin)
}
