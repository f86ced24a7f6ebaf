import { expandScopes } from '../contract/scopes.js'
import { addSecret } from './add-secret.js'
import { appPermissions } from './app-permissions.js'
import { bulkApps } from './bulk-apps.js'
import { createApp } from './create-app.js'
import { deleteApp } from './delete-app.js'
import { disableApp } from './disable-app.js'
import { enableApp } from './enable-app.js'
import { endSecret } from './end-secret.js'
import { exportEvents } from './export-events.js'
import { findClient } from './find-client.js'
import { getApp } from './get-app.js'
import { getImpact } from './get-impact.js'
import { getPublicApp } from './get-public-app.js'
import { honouredFor } from './honours.js'
import { isOriginAllowed } from './is-origin-allowed.js'
import { isRedirectUriAllowed } from './is-redirect-uri-allowed.js'
import { issueAccessToken } from './issue-access-token.js'
import { listAppGrants } from './list-app-grants.js'
import { listApps } from './list-apps.js'
import { listEvents } from './list-events.js'
import { listGrants } from './list-grants.js'
import { listOrganizations } from './list-organizations.js'
import { listOwners } from './list-owners.js'
import { narrowGrant } from './narrow-grant.js'
import { presentCaller } from './present-caller.js'
import { reassignApp } from './reassign-app.js'
import { deleteRegistration } from './registration/delete-registration.js'
import { registerClient } from './registration/register-client.js'
import { accessRegistration } from './registration/registration-access.js'
import { replaceRegistration } from './registration/replace-registration.js'
import type { RegistryContext } from './registry-context.js'
import type { Registry } from './registry.js'
import { restoreApp } from './restore-app.js'
import { approveApp } from './review/approve-app.js'
import { rejectApp } from './review/reject-app.js'
import { submitApp } from './review/submit-app.js'
import { withdrawApp } from './review/withdraw-app.js'
import { revokeGrant, revokeGrants } from './revoke-grants.js'
import { revokeTokens } from './revoke-tokens.js'
import { updateApp } from './update-app.js'
import { verifySecret } from './verify-secret.js'
import { createWebhookRegistry } from './webhooks/webhook-registry.js'

/** The operations, with what they need. */
export function createRegistry(context: RegistryContext): Registry {
  const { rules, quotas, store } = context
  return {
    get capabilities() {
      return context.capabilities
    },
    rules,
    config: async (principal) => ({
      ...rules,
      capabilities: context.capabilities,
      authorization_server: context.tokens?.server ?? null,
      quotas,
      caller: presentCaller(context, principal),
      organizations: await listOrganizations(context, principal),
    }),
    permissions: (principal, app) => appPermissions(context, principal, app),
    listApps: (principal, query) => listApps(context, principal, query),
    createApp: (principal, submission, key) => createApp(context, principal, submission, key),
    getApp: (principal, clientId) => getApp(context, principal, clientId),
    updateApp: (principal, clientId, version, submission) =>
      updateApp(context, principal, clientId, version, submission),
    deleteApp: (principal, clientId, version) => deleteApp(context, principal, clientId, version),
    restoreApp: (principal, clientId, version) => restoreApp(context, principal, clientId, version),
    enableApp: (principal, clientId, version) => enableApp(context, principal, clientId, version),
    disableApp: (principal, clientId, submission, version) =>
      disableApp(context, principal, clientId, submission, version),
    addSecret: (principal, clientId, submission, version) =>
      addSecret(context, principal, clientId, submission, version),
    endSecret: (principal, clientId, secretId, version) => endSecret(context, principal, clientId, secretId, version),
    getImpact: (principal, clientId) => getImpact(context, principal, clientId),
    revokeTokens: (principal, clientId, version) => revokeTokens(context, principal, clientId, version),
    issueAccessToken: (principal, clientId, submission) => issueAccessToken(context, principal, clientId, submission),
    bulkApps: (principal, submission) => bulkApps(context, principal, submission),
    reassignApp: (principal, clientId, submission, version) =>
      reassignApp(context, principal, clientId, submission, version),
    listOwners: (principal, clientId, query) => listOwners(context, principal, clientId, query),
    submitApp: (principal, clientId, version) => submitApp(context, principal, clientId, version),
    withdrawApp: (principal, clientId, version) => withdrawApp(context, principal, clientId, version),
    approveApp: (principal, clientId, version) => approveApp(context, principal, clientId, version),
    rejectApp: (principal, clientId, submission, version) =>
      rejectApp(context, principal, clientId, submission, version),
    listEvents: (principal, clientId, query) => listEvents(context, principal, clientId, query),
    exportEvents: (principal, clientId, query) => exportEvents(context, principal, clientId, query),
    listAppGrants: (principal, clientId, query) => listAppGrants(context, principal, clientId, query),
    listGrants: (principal, query) => listGrants(context, principal, query),
    narrowGrant: (principal, grantId, submission) => narrowGrant(context, principal, grantId, submission),
    revokeGrant: (principal, grantId) => revokeGrant(context, principal, grantId),
    revokeGrants: (principal) => revokeGrants(context, principal),
    getPublicApp: (clientId) => getPublicApp(context, clientId),
    registerClient: (principal, submission) => registerClient(context, principal, submission),
    readRegistration: async (clientId, token) => (await accessRegistration(context, clientId, token)).app,
    replaceRegistration: (clientId, token, read) => replaceRegistration(context, clientId, token, read),
    deleteRegistration: (clientId, token) => deleteRegistration(context, clientId, token),
    webhooks: createWebhookRegistry(context),
    findIcon: (iconId, scale) => store.findIcon(iconId, scale),
    findClient: (clientId, userId) => findClient(context, clientId, honouredFor(userId)),
    verifySecret: (clientId, secret, userId) => verifySecret(context, clientId, secret, honouredFor(userId)),
    isRedirectUriAllowed: (clientId, redirectUri, userId) =>
      isRedirectUriAllowed(context, clientId, redirectUri, honouredFor(userId)),
    isOriginAllowed: (origin, clientId) => isOriginAllowed(context, origin, clientId),
    expandScopes: (chosen) => expandScopes(rules.scopes, chosen),
  }
}
