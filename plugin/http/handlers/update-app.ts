import { readAppSubmission } from '../app-submission.js'
import type { Handler } from '../handler.js'
import { entityTagOf, versionToChange } from '../if-match.js'
import { presentAppChange } from '../present-app.js'

export const updateApp: Handler<'updateApp'> = async ({ principal, params, body, ifMatch, mount }, registry) => {
  const version = await versionToChange(ifMatch, () => registry.getApp(principal, params.client_id))
  const change = await registry.updateApp(principal, params.client_id, version, readAppSubmission(body))
  return {
    status: 200,
    headers: { ETag: entityTagOf(change.app) },
    body: presentAppChange(change, registry.permissions(principal, change.app), mount),
  }
}
