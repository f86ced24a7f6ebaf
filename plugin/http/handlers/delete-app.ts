import type { Handler } from '../handler.js'

export const deleteApp: Handler<'deleteApp'> = async ({ principal, params }, registry) => {
  await registry.deleteApp(principal, params.client_id)
  return { status: 204 }
}
