import type { Handler } from '../handler.js'
import { entityTagOf } from '../if-match.js'
import { presentApp } from '../present-app.js'

export const enableApp: Handler<'enableApp'> = async ({ principal, params, mount }, registry) => {
  const { app, effect } = await registry.enableApp(principal, params.client_id)
  return {
    status: 200,
    headers: { ETag: entityTagOf(app) },
    body: { app: presentApp(app, registry.permissions(principal, app), mount), effect },
  }
}
