import { OwnersQuerySchema } from '../../contract/ownership.js'
import { readInput } from '../../contract/read-input.js'
import type { Handler } from '../handler.js'

export const listOwners: Handler<'listOwners'> = async ({ principal, params, query }, registry) => ({
  status: 200,
  body: await registry.listOwners(principal, params.client_id, readInput(OwnersQuerySchema, query)),
})
