import type { Handler } from '../handler.js'

export const deleteRegistration: Handler<'deleteRegistration'> = async ({ params, token }, registry) => {
  await registry.deleteRegistration(params.client_id, token)
  return { status: 204 }
}
