import { expandScopes } from '../contract/scopes.js'
import { addSecret } from './add-secret.js'
import { appPermissions } from './app-permissions.js'
import { createApp } from './create-app.js'
import { deleteApp } from './delete-app.js'
import { disableApp } from './disable-app.js'
import { enableApp } from './enable-app.js'
import { endSecret } from './end-secret.js'
import { findClient } from './find-client.js'
import { getApp } from './get-app.js'
import { isOriginAllowed } from './is-origin-allowed.js'
import { isRedirectUriAllowed } from './is-redirect-uri-allowed.js'
import { listApps } from './list-apps.js'
import { presentCaller } from './present-caller.js'
import type { RegistryContext } from './registry-context.js'
import type { Registry } from './registry.js'
import { updateApp } from './update-app.js'
import { verifySecret } from './verify-secret.js'

/** The operations, with what they need. */
export function createRegistry(context: RegistryContext): Registry {
  const { rules, capabilities, policy, store } = context
  return {
    capabilities,
    config: (principal) => ({ ...rules, capabilities, caller: presentCaller(context, principal) }),
    permissions: (principal, app) => appPermissions(policy, principal, app),
    listApps: (principal, query) => listApps(context, principal, query),
    createApp: (principal, submission) => createApp(context, principal, submission),
    getApp: (principal, clientId) => getApp(context, principal, clientId),
    updateApp: (principal, clientId, version, submission) =>
      updateApp(context, principal, clientId, version, submission),
    deleteApp: (principal, clientId, version) => deleteApp(context, principal, clientId, version),
    enableApp: (principal, clientId) => enableApp(context, principal, clientId),
    disableApp: (principal, clientId) => disableApp(context, principal, clientId),
    addSecret: (principal, clientId, submission) => addSecret(context, principal, clientId, submission),
    endSecret: (principal, clientId, secretId) => endSecret(context, principal, clientId, secretId),
    findIcon: (iconId, scale) => store.findIcon(iconId, scale),
    findClient: (clientId) => findClient(context, clientId),
    verifySecret: (clientId, secret) => verifySecret(context, clientId, secret),
    isRedirectUriAllowed: (clientId, redirectUri) => isRedirectUriAllowed(context, clientId, redirectUri),
    isOriginAllowed: (origin, clientId) => isOriginAllowed(context, origin, clientId),
    expandScopes: (chosen) => expandScopes(rules.scopes, chosen),
  }
}
