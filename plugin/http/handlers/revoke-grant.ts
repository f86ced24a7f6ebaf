import type { Handler } from '../handler.js'

export const revokeGrant: Handler<'revokeGrant'> = async ({ principal, params }, registry) => ({
  status: 200,
  body: { effect: await registry.revokeGrant(principal, params.grant_id) },
})
