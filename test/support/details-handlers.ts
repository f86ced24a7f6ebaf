import type { App } from '../../plugin/contract/app.js'
import type { AppEventLine } from '../../plugin/contract/events.js'
import type { AppGrant } from '../../plugin/contract/grants.js'
import type { FakeApi, FakeRequest, Handlers } from './fake-api.js'
import { everything } from './sample-data.js'

const pageSize = 3

const members = [
  { id: 'ada', name: 'Ada' },
  { id: 'grace', name: 'Grace Hopper' },
  { id: 'edsger', name: 'Edsger Dijkstra' },
]

/** The routes that an app's own page needs beside those of the list. */
export function detailsHandlers(
  api: FakeApi,
  lines: readonly AppEventLine[],
  grants: readonly AppGrant[] = [],
): Handlers {
  let allowed = grants
  const find = ({ params }: FakeRequest): App => {
    const app = api.apps.find(({ client_id }) => client_id === params['client_id'])
    if (!app) throw new Error('There is no such app')
    return app
  }
  const keep = (app: App): App => {
    api.apps = api.apps.map((other) => (other.client_id === app.client_id ? app : other))
    return app
  }
  return {
    revokeTokens: (request) => {
      allowed = []
      return { app: find(request), effect: api.effect }
    },
    listAppGrants: ({ query }) => {
      const start = Number(query.get('cursor') ?? 0)
      const end = start + pageSize
      const counts = { users: allowed.length, grants: allowed.length, tokens: 2 * allowed.length }
      return { items: allowed.slice(start, end), counts, next_cursor: end < allowed.length ? String(end) : null }
    },
    deleteApp: (request) => {
      keep({ ...find(request), deleted_at: '2026-06-01T00:00:00.000Z', restorable_until: '2026-07-01T00:00:00.000Z' })
      return request.prefer === 'return=representation' ? { effect: api.effect } : undefined
    },
    restoreApp: (request) => {
      const { deleted_at: _, restorable_until: __, ...app } = find(request)
      return { app: keep({ ...app, can: everything }), effect: api.effect }
    },
    endSecret: (request) => {
      const app = find(request)
      const secrets = app.secrets.filter(({ id }) => id !== request.params['secret_id'])
      return keep({ ...app, secrets })
    },
    reassignApp: (request) => {
      const { owner_id } = request.body as { owner_id: string }
      const owner = members.find(({ id }) => id === owner_id) ?? { id: owner_id, name: owner_id }
      return keep({ ...find(request), created_by: owner })
    },
    listOwners: ({ query }) => {
      const q = (query.get('q') ?? '').toLowerCase()
      const begins = (name: string): boolean => name.split(' ').some((word) => word.toLowerCase().startsWith(q))
      return { items: members.filter(({ name }) => begins(name)) }
    },
    listEvents: ({ query }) => {
      const action = query.get('action')
      const matching = lines.filter((line) => action === null || line.action === action)
      const format = query.get('format')
      if (format !== null) return new Response(`${format} of ${matching.length}`)
      const start = Number(query.get('cursor') ?? 0)
      const end = start + pageSize
      return { items: matching.slice(start, end), next_cursor: end < matching.length ? String(end) : null }
    },
  }
}
