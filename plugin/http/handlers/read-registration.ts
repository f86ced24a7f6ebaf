import type { Handler } from '../handler.js'
import { presentRegistration } from '../registration/present-registration.js'

export const readRegistration: Handler<'readRegistration'> = async ({ params, token, mount }, registry) => ({
  status: 200,
  body: presentRegistration(await registry.readRegistration(params.client_id, token), mount),
})
