import type { AppGrant, Grant, GrantedApp, GrantedAppStatus } from '../contract/grants.js'
import { documentHost } from '../contract/client-document.js'
import type { GrantedAppRecord, Timestamp } from '../registry/app-record.js'
import { honours } from '../registry/honours.js'
import type { GrantRecord } from '../registry/registry.js'
import type { TokenGrant } from '../tokens.js'
import { isoTime } from './iso-time.js'
import { iconAddresses } from './present-app.js'

/** What somebody allowed an app, as they see it. Member by member, so that nothing else of the app gets out. */
export function presentGrant(record: GrantRecord, mount: string): Grant {
  const { id, scopes, created_at, last_used_at } = record.grant
  return { id, app: presentGrantedApp(record, mount), scopes: [...scopes], ...times({ created_at, last_used_at }) }
}

/** The same, as the owner of the app sees it. */
export function presentAppGrant({ id, user, scopes, created_at, last_used_at }: TokenGrant): AppGrant {
  return { id, user: { id: user.id, name: user.name }, scopes: [...scopes], ...times({ created_at, last_used_at }) }
}

function presentGrantedApp({ grant, app, publisher }: GrantRecord, mount: string): GrantedApp {
  const host = documentHost(grant.client_id)
  return {
    client_id: grant.client_id,
    // Nobody has registered what a document introduces, and what that says may change: its host does not.
    client_name: app?.client_name ?? host ?? null,
    client_uri: app?.client_uri ?? null,
    ...iconAddresses(app?.icon ?? null, mount),
    policy_uri: app?.policy_uri ?? null,
    tos_uri: app?.tos_uri ?? null,
    publisher: publisher && { name: publisher.name },
    status: host === undefined ? statusOf(app, grant.user.id) : 'active',
  }
}

/** Of all that keeps an app from being honoured, people who use it need to know only whether it may come back. */
function statusOf(app: GrantedAppRecord | null, userId: string): GrantedAppStatus {
  if (!app || app.deleted_at !== undefined) return 'deleted'
  return honours(app, { userId }) ? 'active' : 'suspended'
}

function times({ created_at, last_used_at }: { created_at: Timestamp; last_used_at: Timestamp | null }) {
  return { created_at: isoTime(created_at), last_used_at: last_used_at === null ? null : isoTime(last_used_at) }
}
