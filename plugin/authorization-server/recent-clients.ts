import { originMatches } from '../contract/origin.js'
import type { AppRecord } from '../registry/app-record.js'
import type { AppStore } from '../registry/app-store.js'
import { findClient } from '../registry/find-client.js'
import { honours, type HonouredFor } from '../registry/honours.js'
import type { RegistryContext } from '../registry/registry-context.js'
import { verifySecret } from '../registry/verify-secret.js'
import { onceAMinute } from './once-a-minute.js'
import { recent } from './recent.js'

/** Apps as an authorization server looks them up, many times a second: by the registry's own functions, from memory. */
export interface RecentClients {
  /**
   * An app that works for them, or `null`; throws ProblemError `unavailable` rather than guess. That one works for
   * somebody says nothing of who may use it.
   */
  findClient(clientId: string, who: HonouredFor): Promise<AppRecord | null>
  /** Of an app that works for somebody: a client says who it is before anybody knows for whom. */
  verifySecret(clientId: string, secret: string): Promise<boolean>
  /** Of any app that works for somebody. */
  isOriginKnown(origin: string): Promise<boolean>
  /** To be called when anything changed. */
  forget(): void
}

export function recentClients(context: RegistryContext): RecentClients {
  const { store } = context
  const apps = recent((clientId) => findClient(context, clientId, 'somebody'))
  const secrets = recent((clientId) => store.findLiveSecrets(clientId, 'somebody'))
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
    async findClient(clientId, who) {
      const app = await apps.get(clientId)
      return app && honours(app, who) ? app : null
    },
    verifySecret: (clientId, secret) => verifySecret(withMemory, clientId, secret, 'somebody'),
    isOriginKnown: async (origin) => originMatches(await origins.get(origin), origin),
    forget() {
      apps.clear()
      secrets.clear()
      origins.clear()
    },
  }
}
