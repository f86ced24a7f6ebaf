import { OwnersQuerySchema } from '../../contract/ownership.js'
import type { Handler } from '../handler.js'
import { readParameters } from '../read-parameters.js'

export const listOwners: Handler<'listOwners'> = async ({ principal, params, query }, registry) => ({
  status: 200,
  body: await registry.listOwners(principal, params.client_id, readParameters(OwnersQuerySchema, query)),
})
