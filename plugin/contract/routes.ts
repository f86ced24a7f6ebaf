/** RFC 7592: who has the token that came with a registration may read, replace and delete it. */
const registration = {
  path: '/register/:client_id',
  signedIn: false,
  token: 'registration',
  needs: 'registration',
} as const

/**
 * The table of contents of the HTTP API. The router, the typed client and OpenAPI are built from it; what goes in and
 * comes out stands beside it in `operations.ts`, so that a browser loads this table without any schema.
 */
export const routes = {
  getConfig: { method: 'GET', path: '/config', signedIn: true },
  listApps: { method: 'GET', path: '/apps', signedIn: true },
  createApp: { method: 'POST', path: '/apps', signedIn: true },
  bulkApps: { method: 'POST', path: '/apps/bulk', signedIn: true },
  getApp: { method: 'GET', path: '/apps/:client_id', signedIn: true },
  updateApp: { method: 'PATCH', path: '/apps/:client_id', signedIn: true },
  deleteApp: { method: 'DELETE', path: '/apps/:client_id', signedIn: true },
  restoreApp: { method: 'POST', path: '/apps/:client_id/restore', signedIn: true, needs: 'restore_days' },
  enableApp: { method: 'POST', path: '/apps/:client_id/enable', signedIn: true },
  disableApp: { method: 'POST', path: '/apps/:client_id/disable', signedIn: true },
  getImpact: { method: 'GET', path: '/apps/:client_id/impact', signedIn: true },
  revokeTokens: { method: 'POST', path: '/apps/:client_id/revoke-tokens', signedIn: true, needs: 'tokens' },
  issueAccessToken: {
    method: 'POST',
    path: '/apps/:client_id/access-token',
    signedIn: true,
    needs: 'access_tokens',
  },
  addSecret: { method: 'POST', path: '/apps/:client_id/secrets', signedIn: true },
  endSecret: { method: 'DELETE', path: '/apps/:client_id/secrets/:secret_id', signedIn: true },
  reassignApp: { method: 'POST', path: '/apps/:client_id/reassign', signedIn: true, needs: 'reassign' },
  listOwners: { method: 'GET', path: '/apps/:client_id/owners', signedIn: true, needs: 'owners' },
  submitApp: { method: 'POST', path: '/apps/:client_id/submit', signedIn: true, needs: 'review' },
  withdrawApp: { method: 'POST', path: '/apps/:client_id/withdraw', signedIn: true, needs: 'review' },
  approveApp: { method: 'POST', path: '/apps/:client_id/approve', signedIn: true, needs: 'review' },
  rejectApp: { method: 'POST', path: '/apps/:client_id/reject', signedIn: true, needs: 'review' },
  listEvents: { method: 'GET', path: '/apps/:client_id/events', signedIn: true },
  listAppGrants: { method: 'GET', path: '/apps/:client_id/grants', signedIn: true, needs: 'tokens' },
  listGrants: { method: 'GET', path: '/grants', signedIn: true, needs: 'tokens' },
  revokeGrants: { method: 'DELETE', path: '/grants', signedIn: true, needs: 'tokens' },
  narrowGrant: { method: 'PATCH', path: '/grants/:grant_id', signedIn: true, needs: 'tokens' },
  revokeGrant: { method: 'DELETE', path: '/grants/:grant_id', signedIn: true, needs: 'tokens' },
  listWebhooks: { method: 'GET', path: '/webhooks', signedIn: true, needs: 'webhooks' },
  createWebhook: { method: 'POST', path: '/webhooks', signedIn: true, needs: 'webhooks' },
  getWebhook: { method: 'GET', path: '/webhooks/:webhook_id', signedIn: true, needs: 'webhooks' },
  updateWebhook: { method: 'PATCH', path: '/webhooks/:webhook_id', signedIn: true, needs: 'webhooks' },
  deleteWebhook: { method: 'DELETE', path: '/webhooks/:webhook_id', signedIn: true, needs: 'webhooks' },
  rotateWebhookSecret: { method: 'POST', path: '/webhooks/:webhook_id/secrets', signedIn: true, needs: 'webhooks' },
  testWebhook: { method: 'POST', path: '/webhooks/:webhook_id/test', signedIn: true, needs: 'webhooks' },
  listWebhookDeliveries: { method: 'GET', path: '/webhooks/:webhook_id/deliveries', signedIn: true, needs: 'webhooks' },
  redeliverWebhook: {
    method: 'POST',
    path: '/webhooks/:webhook_id/deliveries/:delivery_id/redeliver',
    signedIn: true,
    needs: 'webhooks',
  },
  getPublicApp: { method: 'GET', path: '/apps/:client_id/public', signedIn: false },
  registerClient: { method: 'POST', path: '/register', signedIn: false, token: 'initial', needs: 'registration' },
  readRegistration: { ...registration, method: 'GET' },
  replaceRegistration: { ...registration, method: 'PUT' },
  deleteRegistration: { ...registration, method: 'DELETE' },
  getIcon: { method: 'GET', path: '/icons/:icon_id', signedIn: false },
  getOpenApi: { method: 'GET', path: '/openapi.json', signedIn: false },
} as const satisfies Record<string, RouteShape>

export type RouteName = keyof typeof routes

/** A capability of the host, as `GET /config` names it. */
export type RouteNeed =
  'tokens' | 'access_tokens' | 'restore_days' | 'reassign' | 'owners' | 'review' | 'registration' | 'webhooks'

export interface RouteShape {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Under the mount path, with Express's parameters. */
  readonly path: `/${string}`
  readonly signedIn: boolean
  /**
   * Where it is no sign-in that lets somebody in: an initial access token (RFC 7591 §3) or the registration access token of
   * the client itself (RFC 7592 §2). Such a route says what is wrong as RFC 7591 §3.2.2 has it.
   */
  readonly token?: 'initial' | 'registration'
  /** Without this capability there is no such route. */
  readonly needs?: RouteNeed
}
