import { GrantListQuerySchema } from '../../contract/grants.js'
import type { Handler } from '../handler.js'
import { presentAppGrant } from '../present-grant.js'
import { readParameters } from '../read-parameters.js'

export const listAppGrants: Handler<'listAppGrants'> = async ({ principal, params, query }, registry) => {
  const reading = readParameters(GrantListQuerySchema, query)
  const { items, counts, next_cursor } = await registry.listAppGrants(principal, params.client_id, reading)
  return { status: 200, body: { items: items.map(presentAppGrant), counts, next_cursor } }
}
