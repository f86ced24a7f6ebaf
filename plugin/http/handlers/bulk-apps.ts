import { BulkInputSchema, type BulkAction } from '../../contract/bulk.js'
import { operations } from '../../contract/operations.js'
import { readInput } from '../../contract/read-input.js'
import type { RouteName } from '../../contract/routes.js'
import type { Handler } from '../handler.js'
import { presentAppSummary } from '../present-app.js'

/** The route that does to one app what is done to many. */
const routeOf = {
  enable: 'enableApp',
  disable: 'disableApp',
  delete: 'deleteApp',
  revoke_tokens: 'revokeTokens',
} as const satisfies Record<BulkAction, RouteName>

export const bulkApps: Handler<'bulkApps'> = async ({ principal, body, mount }, registry) => {
  const submission = readInput(BulkInputSchema, body.value)
  const outcomes = await registry.bulkApps(principal, submission)
  const { status: done } = operations[routeOf[submission.members.action ?? 'enable']]
  const results = outcomes.map(({ client_id, error, app, effect }) => ({
    client_id,
    status: error?.status ?? done,
    code: error?.code ?? null,
    app: app && presentAppSummary(app, registry.permissions(principal, app), mount),
    effect,
  }))
  return { status: 200, body: { results } }
}
