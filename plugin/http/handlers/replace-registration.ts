import type { Handler } from '../handler.js'
import { logoUriOf } from '../present-app.js'
import { presentRegistered } from '../registration/present-registration.js'
import { readClientUpdate } from '../registration/read-client-metadata.js'

export const replaceRegistration: Handler<'replaceRegistration'> = async (request, registry) => {
  const { params, token, body, mount } = request
  const registration = await registry.replaceRegistration(params.client_id, token, (app) =>
    readClientUpdate(body, registry.rules, app, logoUriOf(app, mount)),
  )
  return { status: 200, body: presentRegistered(registration, mount) }
}
