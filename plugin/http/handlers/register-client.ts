import type { Handler } from '../handler.js'
import { presentRegistered } from '../registration/present-registration.js'
import { readClientMetadata } from '../registration/read-client-metadata.js'

export const registerClient: Handler<'registerClient'> = async ({ principal, body, mount }, registry) => {
  const submission = readClientMetadata(body, registry.rules)
  return { status: 201, body: presentRegistered(await registry.registerClient(principal, submission), mount) }
}
