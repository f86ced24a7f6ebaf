import { organizationAdmins } from '../../plugin/index.js'
import { organizationScopes } from './organization-scopes.js'
import type { PortalPreset } from './portal.js'

/** The API of an organisation: its owners and admins register apps, by program first, with a name and scopes. */
export const organization = {
  policy: organizationAdmins(),
  fields: {
    client_name: 'required',
    description: 'optional',
    redirect_uris: 'optional',
    scopes: 'required',
    organization_id: 'optional',
    client_uri: 'hidden',
    icon: 'hidden',
    application_type: 'hidden',
    token_endpoint_auth_method: 'hidden',
    allowed_origins: 'hidden',
    policy_uri: 'hidden',
    tos_uri: 'hidden',
  },
  limits: { client_name_min: 1, client_name_max: 100, description_max: 500, redirect_uris_max: 1 },
  scopes: organizationScopes,
  restoreDays: 30,
  webhooks: {
    // For everybody to read, as all of the demo is: a real host has its key where its other secrets are.
    encryption: { current: { id: 'demo', key: 'a key for the demo, and for nothing else' } },
    // The receiver of the demo is on this machine.
    allowLoopback: true,
  },
} satisfies PortalPreset
