import { appStatuses, applicationTypes, authMethods, grantTypes } from '../contract/app-values.js'
import type { AppRecord, AppSummaryRecord, IconReference, SecretRecord } from '../registry/app-record.js'
import type { AppRow, AppRowWithIcon, DatabaseInteger, SecretRow } from './database-rows.js'
import { sortKey } from './fold-text.js'
import { readJwks, readNumbers, readStrings } from './json-columns.js'
import { toReview, type JoinedReview } from './review-rows.js'
import { valueAmong } from './value-among.js'

type SummaryRow = Pick<AppRowWithIcon, (typeof summaryColumns)[number] | 'scales'> & JoinedReview

/** What the list reads, for each row of a page. */
export const summaryColumns = [
  'client_id',
  'client_name',
  'description',
  'icon_id',
  'scopes',
  'application_type',
  'token_endpoint_auth_method',
  'status',
  'organization_id',
  'created_by_id',
  'created_by_name',
  'created_at',
  'updated_at',
  'last_used_at',
  'deleted_at',
] as const satisfies readonly (keyof AppRow)[]

export function toSummary(row: SummaryRow): AppSummaryRecord {
  const review = toReview(row)
  return {
    client_id: row.client_id,
    client_name: row.client_name,
    description: row.description,
    icon: toIcon(row),
    scopes: readStrings(row.scopes),
    application_type: valueAmong(applicationTypes, row.application_type),
    token_endpoint_auth_method: valueAmong(authMethods, row.token_endpoint_auth_method),
    status: valueAmong(appStatuses, row.status),
    organization_id: row.organization_id,
    created_by: { id: row.created_by_id, name: row.created_by_name },
    created_at: Number(row.created_at),
    updated_at: Number(row.updated_at),
    last_used_at: timeOrNever(row.last_used_at),
    ...(row.deleted_at !== null && { deleted_at: Number(row.deleted_at) }),
    ...(review && { review }),
  }
}

export function toApp(row: AppRowWithIcon & JoinedReview, secrets: readonly SecretRow[]): AppRecord {
  return {
    ...toSummary(row),
    version: row.version,
    client_uri: row.client_uri,
    policy_uri: row.policy_uri,
    tos_uri: row.tos_uri,
    contacts: readStrings(row.contacts),
    redirect_uris: readStrings(row.redirect_uris),
    allowed_origins: readStrings(row.allowed_origins),
    grant_types: readStrings(row.grant_types).map((grant) => valueAmong(grantTypes, grant)),
    jwks: readJwks(row.jwks),
    secrets: secrets.map(toSecret),
  }
}

export function toSecret(row: SecretRow): SecretRecord {
  return {
    id: row.secret_id,
    name: row.name,
    hint: row.hint,
    created_at: Number(row.created_at),
    expires_at: row.expires_at === null ? null : Number(row.expires_at),
    last_used_at: timeOrNever(row.last_used_at),
  }
}

/** All columns but those that are written on their own: when an app was last used, and whether it is deleted. */
export function toAppRow(app: AppRecord): Omit<AppRow, 'last_used_at' | 'deleted_at' | 'status_reason'> {
  return {
    client_id: app.client_id,
    version: app.version,
    client_name: app.client_name,
    name_sort: sortKey(app.client_name),
    description: app.description,
    client_uri: app.client_uri,
    policy_uri: app.policy_uri,
    tos_uri: app.tos_uri,
    icon_id: app.icon?.id ?? null,
    application_type: app.application_type,
    token_endpoint_auth_method: app.token_endpoint_auth_method,
    grant_types: JSON.stringify(app.grant_types),
    redirect_uris: JSON.stringify(app.redirect_uris),
    allowed_origins: JSON.stringify(app.allowed_origins),
    scopes: JSON.stringify(app.scopes),
    contacts: JSON.stringify(app.contacts),
    jwks: app.jwks && JSON.stringify(app.jwks),
    status: app.status,
    organization_id: app.organization_id,
    created_by_id: app.created_by.id,
    created_by_name: app.created_by.name,
    created_at: app.created_at,
    updated_at: app.updated_at,
  }
}

function toIcon({ icon_id, scales }: Pick<AppRowWithIcon, 'icon_id' | 'scales'>): IconReference | null {
  return icon_id === null || scales === null ? null : { id: icon_id, scales: readNumbers(scales) }
}

function timeOrNever(value: DatabaseInteger): number | null {
  return Number(value) || null
}
