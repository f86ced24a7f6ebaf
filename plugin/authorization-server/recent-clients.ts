import { originMatches } from '../contract/origin.js'
import type { AppRecord } from '../registry/app-record.js'
import type { AppStore } from '../registry/app-store.js'
import { findClient } from '../registry/find-client.js'
import type { RegistryContext } from '../registry/registry-context.js'
import { verifySecret } from '../registry/verify-secret.js'
import { onceAMinute } from './once-a-minute.js'
import { recent } from './recent.js'

/** Apps as an authorization server looks them up, many times a second: by the registry's own functions, from memory. */
export interface RecentClients {
  /** An enabled app, or `null`; throws ProblemError `unavailable` rather than guess. */
  findClient(clientId: string): Promise<AppRecord | null>
  verifySecret(clientId: string, secret: string): Promise<boolean>
  /** Of any enabled app. */
  isOriginKnown(origin: string): Promise<boolean>
  /** To be called when anything changed. */
  forget(): void
}

export function recentClients(context: RegistryContext): RecentClients {
  const { store } = context
  const apps = recent((clientId) => findClient(context, clientId))
  const secrets = recent((clientId) => store.findLiveSecrets(clientId))
  const origins = recent((origin) => store.findAllowedOrigins(origin))
  const stamps = onceAMinute()
  const remembering: AppStore = {
    ...store,
    findLiveSecrets: (clientId) => secrets.get(clientId),
    async stampUse(clientId, secretId, at) {
      // Secrets from memory do not know that they have been stamped.
      if (!stamps.isDue(secretId, at)) return
      try {
        await store.stampUse(clientId, secretId, at)
      } catch (error) {
        stamps.forget(secretId)
        throw error
      }
    },
  }
  const withMemory: RegistryContext = { ...context, store: remembering }
  return {
    findClient: (clientId) => apps.get(clientId),
    verifySecret: (clientId, secret) => verifySecret(withMemory, clientId, secret),
    isOriginKnown: async (origin) => originMatches(await origins.get(origin), origin),
    forget() {
      apps.clear()
      secrets.clear()
      origins.clear()
    },
  }
}
