import { GrantListQuerySchema } from '../../contract/grants.js'
import type { Handler } from '../handler.js'
import { presentGrant } from '../present-grant.js'
import { readParameters } from '../read-parameters.js'

export const listGrants: Handler<'listGrants'> = async ({ principal, query, mount }, registry) => {
  const page = await registry.listGrants(principal, readParameters(GrantListQuerySchema, query))
  const items = page.items.map((record) => presentGrant(record, mount))
  return { status: 200, body: { items, next_cursor: page.next_cursor } }
}
