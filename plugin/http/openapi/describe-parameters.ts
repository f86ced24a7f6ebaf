import * as z from 'zod/mini'
import type { ZodOpenApiParameters } from 'zod-openapi'
import { operations } from '../../contract/operations.js'
import type { RouteName } from '../../contract/routes.js'

/** What a route reads beside its body: of the path, of the query, and of the headers. */
export function describeParameters(name: RouteName): ZodOpenApiParameters {
  const operation = operations[name]
  const headers = describeHeaders(name)
  return {
    ...('params' in operation && { path: operation.params }),
    ...('query' in operation && { query: operation.query }),
    ...(Object.keys(headers).length > 0 && { header: z.object(headers) }),
  }
}

function describeHeaders(name: RouteName): Record<string, z.ZodMiniType> {
  const operation = operations[name]
  return {
    ...('ifMatch' in operation && { 'If-Match': operation.ifMatch === 'required' ? ifMatch : z.optional(ifMatch) }),
    ...('idempotent' in operation && { 'Idempotency-Key': z.optional(idempotencyKey) }),
    ...('prefer' in operation && { Prefer: z.optional(prefer) }),
  }
}

const ifMatch = described('The ETag of the app as it was read (RFC 9110 §13.1.1).')

const idempotencyKey = described(
  'The same for a request that is sent again, for 24 hours: 1 to 255 visible ASCII characters, with or without ' +
    'double quotes around them (draft-ietf-httpapi-idempotency-key-header).',
)

const prefer = described('`return=representation` asks for what was done (RFC 7240 §4.2).')

function described(text: string) {
  return z.string().check(z.describe(text))
}
