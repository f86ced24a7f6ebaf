import type { App, AppPermissions } from '../../plugin/contract/app.js'
import { authMethods } from '../../plugin/contract/app-values.js'
import type { Config } from '../../plugin/contract/config.js'
import { defaultFieldPolicy } from '../../plugin/contract/fields.js'
import { defaultLimits } from '../../plugin/contract/limits.js'

/** All that can be done to an app. */
export const everything: AppPermissions = {
  edit: true,
  enable: true,
  disable: true,
  delete: true,
  rotate_secret: true,
  restore: true,
  revoke_tokens: true,
  issue_token: true,
  reassign: true,
  submit: true,
  approve: true,
  reject: true,
}

/** Nothing that can be done to an app. */
export const nothing: AppPermissions = {
  edit: false,
  enable: false,
  disable: false,
  delete: false,
  rotate_secret: false,
  restore: false,
  revoke_tokens: false,
  issue_token: false,
  reassign: false,
  submit: false,
  approve: false,
  reject: false,
}

/** An app as the server answers it; give what matters to the test. */
export function sampleApp(given: Partial<App> = {}): App {
  return {
    client_id: 'docs-reader-7f3a',
    client_name: 'Docs Reader',
    description: 'Reads documents.',
    logo_uri: null,
    logo_srcset: null,
    scopes: ['files:read'],
    application_type: 'web',
    token_endpoint_auth_method: 'client_secret_basic',
    status: 'active',
    organization_id: null,
    created_by: { id: 'ada', name: 'Ada' },
    created_at: '2026-01-31T09:30:00.000Z',
    updated_at: '2026-01-31T09:30:00.000Z',
    last_used_at: null,
    can: everything,
    client_uri: 'https://reader.example.com',
    policy_uri: null,
    tos_uri: null,
    contacts: [],
    redirect_uris: ['https://reader.example.com/callback'],
    allowed_origins: [],
    grant_types: ['authorization_code', 'refresh_token'],
    jwks: null,
    secrets: [],
    ...given,
  }
}

/** Several apps whose names, client IDs and times differ, the newest first. */
export function sampleApps(count: number): App[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(count - index).padStart(3, '0')
    const time = new Date(Date.UTC(2026, 0, 1) + (count - index) * 60_000).toISOString()
    return sampleApp({
      client_id: `client-${number}`,
      client_name: `App ${number}`,
      created_at: time,
      updated_at: time,
    })
  })
}

/** A host that asks for nothing unusual; the caller may do everything. */
export function sampleConfig(given: Partial<Config> = {}): Config {
  return {
    fields: defaultFieldPolicy,
    limits: defaultLimits,
    uris: { schemes: [], insecure_origins: false },
    grants: { client_credentials: true },
    token_endpoint_auth_methods_supported: authMethods,
    scopes: [
      {
        group: 'files',
        label: 'Files',
        scopes: [
          { name: 'files:read', access: 'read' },
          { name: 'files:write', access: 'write', implies: ['files:read'] },
        ],
      },
      { name: 'openid', label: 'Sign in' },
    ],
    capabilities: {
      tokens: false,
      access_tokens: false,
      restore_days: 0,
      reassign: false,
      owners: false,
      registration: false,
      webhooks: false,
      webhook_loopback: false,
      review: false,
      auto_approve: false,
      delete_confirmation: 'click',
    },
    authorization_server: null,
    quotas: { apps_per_user: null, apps_per_organization: null },
    caller: {
      id: 'ada',
      name: 'Ada',
      email: 'ada@example.com',
      administrator: false,
      organizations: [],
      can_create: true,
      sees_others: false,
      can_review: false,
    },
    ...given,
  }
}
