import type { RouteName } from '../../contract/routes.js'
import type { Handler } from '../handler.js'
import { addSecret } from './add-secret.js'
import { approveApp } from './approve-app.js'
import { bulkApps } from './bulk-apps.js'
import { createApp } from './create-app.js'
import { createWebhook } from './create-webhook.js'
import { deleteApp } from './delete-app.js'
import { deleteRegistration } from './delete-registration.js'
import { deleteWebhook } from './delete-webhook.js'
import { disableApp } from './disable-app.js'
import { enableApp } from './enable-app.js'
import { endSecret } from './end-secret.js'
import { getApp } from './get-app.js'
import { getConfig } from './get-config.js'
import { getIcon } from './get-icon.js'
import { getImpact } from './get-impact.js'
import { getOpenApi } from './get-open-api.js'
import { getPublicApp } from './get-public-app.js'
import { getWebhook } from './get-webhook.js'
import { issueAccessToken } from './issue-access-token.js'
import { listAppGrants } from './list-app-grants.js'
import { listApps } from './list-apps.js'
import { listEvents } from './list-events.js'
import { listGrants } from './list-grants.js'
import { listOwners } from './list-owners.js'
import { listWebhookDeliveries } from './list-webhook-deliveries.js'
import { listWebhooks } from './list-webhooks.js'
import { narrowGrant } from './narrow-grant.js'
import { readRegistration } from './read-registration.js'
import { reassignApp } from './reassign-app.js'
import { redeliverWebhook } from './redeliver-webhook.js'
import { registerClient } from './register-client.js'
import { rejectApp } from './reject-app.js'
import { replaceRegistration } from './replace-registration.js'
import { restoreApp } from './restore-app.js'
import { revokeGrant } from './revoke-grant.js'
import { revokeGrants } from './revoke-grants.js'
import { revokeTokens } from './revoke-tokens.js'
import { rotateWebhookSecret } from './rotate-webhook-secret.js'
import { testWebhook } from './test-webhook.js'
import { updateApp } from './update-app.js'
import { updateWebhook } from './update-webhook.js'
import { submitApp } from './submit-app.js'
import { withdrawApp } from './withdraw-app.js'

/** Who answers which route. A route without a handler does not compile. */
export const handlers: { readonly [Name in RouteName]: Handler<Name> } = {
  getConfig,
  listApps,
  createApp,
  bulkApps,
  getApp,
  updateApp,
  deleteApp,
  restoreApp,
  enableApp,
  disableApp,
  getImpact,
  revokeTokens,
  issueAccessToken,
  addSecret,
  endSecret,
  reassignApp,
  listOwners,
  submitApp,
  withdrawApp,
  approveApp,
  rejectApp,
  listEvents,
  listAppGrants,
  listGrants,
  revokeGrants,
  narrowGrant,
  revokeGrant,
  listWebhooks,
  createWebhook,
  getWebhook,
  updateWebhook,
  deleteWebhook,
  rotateWebhookSecret,
  testWebhook,
  listWebhookDeliveries,
  redeliverWebhook,
  getPublicApp,
  registerClient,
  readRegistration,
  replaceRegistration,
  deleteRegistration,
  getIcon,
  getOpenApi,
}
