import { readAppSubmission } from '../app-submission.js'
import type { Handler } from '../handler.js'
import { entityTagOf } from '../if-match.js'
import { presentAppChange } from '../present-app.js'

export const createApp: Handler<'createApp'> = async ({ principal, body, mount }, registry) => {
  const change = await registry.createApp(principal, readAppSubmission(body))
  const { app } = change
  return {
    status: 201,
    headers: { ETag: entityTagOf(app), Location: `${mount}/apps/${app.client_id}` },
    body: presentAppChange(change, registry.permissions(principal, app), mount),
  }
}
