import { GrantInputSchema } from '../../contract/grants.js'
import { readInput } from '../../contract/read-input.js'
import type { Handler } from '../handler.js'
import { presentGrant } from '../present-grant.js'

export const narrowGrant: Handler<'narrowGrant'> = async ({ principal, params, body, mount }, registry) => {
  const record = await registry.narrowGrant(principal, params.grant_id, readInput(GrantInputSchema, body.value))
  return { status: 200, body: presentGrant(record, mount) }
}
