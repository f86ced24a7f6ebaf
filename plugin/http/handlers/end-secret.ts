import type { Handler } from '../handler.js'
import { entityTagOf, versionToChange } from '../if-match.js'
import { presentApp } from '../present-app.js'

export const endSecret: Handler<'endSecret'> = async ({ principal, params, ifMatch, mount }, registry) => {
  const version = await versionToChange(ifMatch, () => registry.getApp(principal, params.client_id))
  const app = await registry.endSecret(principal, params.client_id, params.secret_id, version)
  return {
    status: 200,
    headers: { ETag: entityTagOf(app) },
    body: presentApp(app, registry.permissions(principal, app), mount),
  }
}
