import type { Handler } from '../handler.js'
import { entityTagOf } from '../if-match.js'
import { presentApp } from '../present-app.js'

export const disableApp: Handler<'disableApp'> = async ({ principal, params, mount }, registry) => {
  const { app, effect } = await registry.disableApp(principal, params.client_id)
  return {
    status: 200,
    headers: { ETag: entityTagOf(app) },
    body: { app: presentApp(app, registry.permissions(principal, app), mount), effect },
  }
}
