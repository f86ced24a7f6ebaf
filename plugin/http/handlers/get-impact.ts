import type { Handler } from '../handler.js'

export const getImpact: Handler<'getImpact'> = async ({ principal, params }, registry) => ({
  status: 200,
  body: await registry.getImpact(principal, params.client_id),
})
