import type { Handler } from '../handler.js'

export const revokeGrants: Handler<'revokeGrants'> = async ({ principal }, registry) => ({
  status: 200,
  body: { effect: await registry.revokeGrants(principal) },
})
