import { AppListQuerySchema } from '../../contract/app-list.js'
import type { Handler } from '../handler.js'
import { presentAppSummary } from '../present-app.js'
import { readParameters } from '../read-parameters.js'

export const listApps: Handler<'listApps'> = async ({ principal, query, mount }, registry) => {
  const page = await registry.listApps(principal, readParameters(AppListQuerySchema, query))
  const items = page.items.map((app) => presentAppSummary(app, registry.permissions(principal, app), mount))
  return { status: 200, body: { items, next_cursor: page.next_cursor } }
}
