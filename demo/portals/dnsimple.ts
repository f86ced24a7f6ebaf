import { ownApps, type Policy } from '../../plugin/index.js'
import type { PortalPreset } from './portal.js'

const own = ownApps()

/** An app is its account's, and nobody hands it over: its page shows no organisation whose members could get it. */
const policy: Policy = {
  ...own,
  can: (principal, action, app) => action !== 'reassign' && own.can(principal, action, app),
}

/** DNSimple: Account → OAuth Applications → Developer applications. Four fields and no scopes; deleting is final, and asks for the name. */
export const dnsimple = {
  policy,
  fields: {
    client_name: 'required',
    client_uri: 'required',
    redirect_uris: 'required',
    description: 'optional',
    organization_id: 'hidden',
    icon: 'hidden',
    application_type: 'hidden',
    token_endpoint_auth_method: 'hidden',
    allowed_origins: 'hidden',
    policy_uri: 'hidden',
    tos_uri: 'hidden',
  },
  // Apps act for the people who signed in through them, never for themselves.
  grants: { clientCredentials: false },
  restoreDays: 0,
  deleteConfirmation: 'name',
} satisfies PortalPreset
