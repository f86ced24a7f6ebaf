import type { App, AppPermissions, AppProposal, AppReview, AppSummary, AppWithSecret, Secret } from '../contract/app.js'
import type { PublicApp } from '../contract/public-app.js'
import type {
  AppRecord,
  AppSummaryRecord,
  IconReference,
  ProposedMembers,
  ReviewRecord,
  SecretRecord,
  Timestamp,
} from '../registry/app-record.js'
import type { AppChange, PublicAppRecord } from '../registry/registry.js'
import { isoTime as time } from './iso-time.js'

/** An app as its owner sees it over the wire. */
export function presentApp(app: AppRecord, can: AppPermissions, mount: string): App {
  return {
    ...presentAppSummary(app, can, mount),
    client_uri: app.client_uri,
    policy_uri: app.policy_uri,
    tos_uri: app.tos_uri,
    contacts: app.contacts,
    redirect_uris: app.redirect_uris,
    allowed_origins: app.allowed_origins,
    grant_types: app.grant_types,
    jwks: app.jwks,
    secrets: app.secrets.map(presentSecret),
    ...(app.review?.proposal && { proposal: presentProposal(app.review.proposal, mount) }),
  }
}

/** The app after a change and, where one was made, its secret: the one place that lets a secret's value out. */
export function presentAppChange(change: AppChange, can: AppPermissions, mount: string): AppWithSecret {
  const app = presentApp(change.app, can, mount)
  const { client_secret, secret_id } = change
  return {
    ...app,
    ...(client_secret !== undefined && { client_secret }),
    ...(secret_id !== undefined && { secret_id }),
  }
}

/** An app as anybody may see it. Member by member, as below. */
export function presentPublicApp({ app, publisher }: PublicAppRecord, mount: string): PublicApp {
  return {
    client_id: app.client_id,
    client_name: app.client_name,
    description: app.description,
    client_uri: app.client_uri,
    ...iconAddresses(app.icon, mount),
    policy_uri: app.policy_uri,
    tos_uri: app.tos_uri,
    scopes: app.scopes,
    publisher: publisher && { name: publisher.name },
  }
}

/** A row of the list. Member by member, so that nothing gets out because it happens to be in a record. */
export function presentAppSummary(app: AppSummaryRecord, can: AppPermissions, mount: string): AppSummary {
  return {
    client_id: app.client_id,
    client_name: app.client_name,
    description: app.description,
    ...iconAddresses(app.icon, mount),
    scopes: app.scopes,
    application_type: app.application_type,
    token_endpoint_auth_method: app.token_endpoint_auth_method,
    status: app.status,
    organization_id: app.organization_id,
    created_by: { id: app.created_by.id, name: app.created_by.name },
    created_at: time(app.created_at),
    updated_at: time(app.updated_at),
    last_used_at: maybeTime(app.last_used_at),
    ...(app.deleted_at !== undefined && { deleted_at: time(app.deleted_at) }),
    ...(app.restorable_until !== undefined && { restorable_until: time(app.restorable_until) }),
    ...(app.review && { review: presentReview(app.review) }),
    can,
  }
}

function presentReview({ status, submitted_at, submitted_by, decided_at, reason }: ReviewRecord): AppReview {
  return {
    status,
    submitted_at: time(submitted_at),
    submitted_by: { id: submitted_by.id, name: submitted_by.name },
    decided_at: maybeTime(decided_at),
    reason,
  }
}

/** What is in it is what the contract knows: it was read member by member. */
function presentProposal({ icon, ...members }: ProposedMembers, mount: string): AppProposal {
  return { ...members, ...(icon !== undefined && iconAddresses(icon, mount)) }
}

function presentSecret(secret: SecretRecord): Secret {
  return {
    id: secret.id,
    name: secret.name,
    hint: secret.hint,
    created_at: time(secret.created_at),
    expires_at: maybeTime(secret.expires_at),
    last_used_at: maybeTime(secret.last_used_at),
  }
}

/** Where its icon is. */
export function logoUriOf({ icon }: Pick<AppRecord, 'icon'>, mount: string): string | null {
  return icon && iconUrl(icon.id, 1, mount)
}

export function iconAddresses(icon: IconReference | null, mount: string): Pick<AppSummary, 'logo_uri' | 'logo_srcset'> {
  return { logo_uri: icon && iconUrl(icon.id, 1, mount), logo_srcset: icon && iconSourceSet(icon, mount) }
}

/** An attribute `srcset`; an icon that was sent as pixels has one scale only. */
function iconSourceSet(icon: IconReference, mount: string): string {
  return icon.scales.map((scale) => `${iconUrl(icon.id, scale, mount)} ${scale}x`).join(', ')
}

function iconUrl(id: string, scale: number, mount: string): string {
  return `${mount}/icons/${id}${scale === 1 ? '' : `@${scale}x`}`
}

function maybeTime(timestamp: Timestamp | null): string | null {
  return timestamp === null ? null : time(timestamp)
}
