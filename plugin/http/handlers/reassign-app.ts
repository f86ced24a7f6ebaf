import { ReassignInputSchema } from '../../contract/ownership.js'
import { readInput } from '../../contract/read-input.js'
import type { Handler } from '../handler.js'
import { entityTagOf, versionToChange } from '../if-match.js'
import { presentApp } from '../present-app.js'

export const reassignApp: Handler<'reassignApp'> = async ({ principal, params, body, ifMatch, mount }, registry) => {
  const submission = readInput(ReassignInputSchema, body.value)
  const version = await versionToChange(ifMatch, () => registry.getApp(principal, params.client_id))
  const app = await registry.reassignApp(principal, params.client_id, submission, version)
  return {
    status: 200,
    headers: { ETag: entityTagOf(app) },
    body: presentApp(app, registry.permissions(principal, app), mount),
  }
}
