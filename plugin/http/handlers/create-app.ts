import { readAppSubmission } from '../app-submission.js'
import type { Handler } from '../handler.js'
import { entityTagOf } from '../if-match.js'
import { presentAppChange } from '../present-app.js'

export const createApp: Handler<'createApp'> = async ({ principal, body, idempotencyKey, mount }, registry) => {
  const change = await registry.createApp(principal, readAppSubmission(body), idempotencyKey)
  const { app, repeated } = change
  return {
    status: repeated ? 200 : 201,
    headers: {
      ETag: entityTagOf(app),
      Location: `${mount}/apps/${app.client_id}`,
      ...(repeated && { 'Idempotency-Replayed': 'true' }),
    },
    body: presentAppChange(change, registry.permissions(principal, app), mount),
  }
}
