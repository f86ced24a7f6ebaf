/** Every element of the kit. */
export const tags = [
  'oauth-app-credentials',
  'oauth-app-details',
  'oauth-app-form',
  'oauth-app-list',
  'oauth-app-webhooks',
  'oauth-apps',
  'oauth-consent',
  'oauth-grant-list',
  'scope-picker',
] as const
