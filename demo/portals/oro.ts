import { ownApps } from '../../plugin/index.js'
import type { PortalPreset } from './portal.js'

/**
 * Oro: My User → OAuth Applications. Own apps for everyone, all of them for administrators; a name, the organization where
 * somebody has several, and whether the app is active. Apps act for themselves, with their ID and secret.
 */
export const oro = {
  policy: ownApps(),
  fields: {
    organization_id: 'required',
    client_name: 'required',
    status: { presence: 'optional', locked: false },
    client_uri: 'hidden',
    icon: 'hidden',
    description: 'hidden',
    application_type: 'hidden',
    token_endpoint_auth_method: 'hidden',
    redirect_uris: 'hidden',
    allowed_origins: 'hidden',
    policy_uri: 'hidden',
    tos_uri: 'hidden',
  },
} satisfies PortalPreset
