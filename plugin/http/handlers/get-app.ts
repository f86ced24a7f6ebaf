import type { Handler } from '../handler.js'
import { entityTagOf } from '../if-match.js'
import { presentApp } from '../present-app.js'

export const getApp: Handler<'getApp'> = async ({ principal, params, mount }, registry) => {
  const app = await registry.getApp(principal, params.client_id)
  return {
    status: 200,
    headers: { ETag: entityTagOf(app) },
    body: presentApp(app, registry.permissions(principal, app), mount),
  }
}
