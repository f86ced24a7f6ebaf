import type { AppListQuery } from '../../../plugin/contract/app-list.js'
import type { AppStatus } from '../../../plugin/contract/app-values.js'
import type { Principal } from '../../../plugin/principal.js'
import type { AppRecord } from '../../../plugin/registry/app-record.js'
import type { TestRegistry } from '../../support/open-registry.js'

export const day = 24 * 60 * 60 * 1000

/** All that a list can ask about an app; times in milliseconds. */
export interface ModelApp {
  readonly id: string
  readonly name: string
  readonly organization: string | null
  readonly owner: string
  readonly status: AppStatus
  readonly created: number
  readonly updated: number
  /** 0 for never. */
  readonly used: number
  readonly deleted: boolean
  readonly secretsEnd: readonly (number | null)[]
}

/** Puts the apps into the database as they are. */
export async function insertApps(test: TestRegistry, apps: readonly ModelApp[]): Promise<void> {
  await test.store.transaction(async (transaction) => {
    for (const app of apps) {
      await transaction.insertApp(recordOf(app))
      for (const [index, expires_at] of app.secretsEnd.entries()) {
        const times = { created_at: app.created, expires_at, last_used_at: null }
        const secret = { id: `${app.id}-${index}`, name: '', hint: 'abcd', ...times }
        await transaction.insertSecret(app.id, secret, { hash: 'f'.repeat(64), pepper_id: null })
      }
    }
  })
  for (const { id, used, deleted } of apps) {
    if (used === 0 && !deleted) continue
    const changes = { last_used_at: used, deleted_at: deleted ? test.now - day : null }
    await test.knex('oauth_app_kit_apps').where('client_id', id).update(changes)
  }
}

/** What a list answers, page after page, by the plainest code that there is. */
export function expectedIds(
  apps: readonly ModelApp[],
  principal: Principal,
  query: AppListQuery,
  now: number,
): string[] {
  const { sort = '-created_at', status, organization_id, created_by, q = '' } = query
  const creator = created_by === 'me' ? principal.id : created_by
  const terms = q.toLowerCase().replaceAll('ß', 'ss').split(' ').filter(Boolean)
  const found = apps.filter(
    (app) =>
      isVisible(app, principal) &&
      (status === 'deleted' ? app.deleted : !app.deleted && (status === undefined || app.status === status)) &&
      (organization_id === undefined || app.organization === organization_id) &&
      (creator === undefined || app.owner === creator) &&
      terms.every((term) => [...wordsOf(app), app.id].some((word) => word.startsWith(term))) &&
      isUnused(app, query.unused_for_days, now) &&
      endsSoon(app, query.secret_expires_within_days, now),
  )
  const direction = sort.startsWith('-') ? -1 : 1
  return found
    .sort((a, b) => direction * (compare(keyOf(a, sort), keyOf(b, sort)) || compare(a.id, b.id)))
    .map(({ id }) => id)
}

function recordOf(app: ModelApp): AppRecord {
  return {
    client_id: app.id,
    version: 1,
    client_name: app.name,
    description: '',
    icon: null,
    client_uri: null,
    policy_uri: null,
    tos_uri: null,
    contacts: [],
    redirect_uris: [],
    allowed_origins: [],
    scopes: ['files:read'],
    application_type: 'web',
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['authorization_code'],
    jwks: null,
    status: app.status,
    organization_id: app.organization,
    created_by: { id: app.owner, name: app.owner },
    created_at: app.created,
    updated_at: app.updated,
    last_used_at: null,
    secrets: [],
  }
}

/** As `organizationAdmins()` has it. */
function isVisible({ organization, owner }: ModelApp, { id, administrator, organizations }: Principal): boolean {
  if (administrator) return true
  const role = organizations.find((membership) => membership.id === organization)?.role
  return role === 'owner' || role === 'admin' || (role === 'member' && owner === id)
}

function wordsOf({ name }: ModelApp): string[] {
  return name.toLowerCase().replaceAll('ß', 'ss').split(/[ -]/)
}

function isUnused({ used, created }: ModelApp, days: number | undefined, now: number): boolean {
  return days === undefined || (used === 0 ? created : used) < now - days * day
}

function endsSoon({ secretsEnd }: ModelApp, days: number | undefined, now: number): boolean {
  return days === undefined || secretsEnd.some((end) => end !== null && end > now && end <= now + days * day)
}

function keyOf(app: ModelApp, sort: string): string | number {
  if (sort.endsWith('client_name')) return app.name.toLowerCase().replaceAll('ß', 'ss')
  return sort.endsWith('created_at') ? app.created : sort.endsWith('updated_at') ? app.updated : app.used
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
