import * as z from 'zod/mini'
import type { ZodOpenApiOperationObject, ZodOpenApiParameters } from 'zod-openapi'
import { operations } from '../../contract/operations.js'
import { routes, type RouteName } from '../../contract/routes.js'
import { describeResponses } from './describe-responses.js'

/** One route as OpenAPI describes it. */
export function describeOperation(name: RouteName): ZodOpenApiOperationObject {
  return {
    operationId: name,
    summary: operations[name].summary,
    ...(!routes[name].signedIn && { security: [] }),
    requestParams: describeParameters(name),
    ...describeBody(name),
    responses: describeResponses(name),
  }
}

const IfMatch = z.string().check(z.describe('The ETag of the app as it was read (RFC 9110 §13.1.1).'))

const IdempotencyKey = z
  .string()
  .check(
    z.describe(
      'The same for a request that is sent again, for 24 hours: 1 to 255 visible ASCII characters, with or without ' +
        'double quotes around them (draft-ietf-httpapi-idempotency-key-header).',
    ),
  )

function describeParameters(name: RouteName): ZodOpenApiParameters {
  const operation = operations[name]
  return {
    ...('params' in operation && { path: operation.params }),
    ...('query' in operation && { query: operation.query }),
    ...('ifMatch' in operation && { header: describeIfMatch(operation.ifMatch) }),
    ...('idempotent' in operation && { header: z.object({ 'Idempotency-Key': z.optional(IdempotencyKey) }) }),
  }
}

function describeIfMatch(need: 'required' | 'optional') {
  return z.object({ 'If-Match': need === 'required' ? IfMatch : z.optional(IfMatch) })
}

function describeBody(name: RouteName): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  const operation = operations[name]
  if (!('body' in operation)) return {}
  const mergePatch = routes[name].method === 'PATCH' && { 'application/merge-patch+json': { schema: operation.body } }
  const multipart = 'multipart' in operation && { 'multipart/form-data': describeMultipart(operation.body) }
  return {
    requestBody: {
      required: !('bodyOptional' in operation),
      content: { 'application/json': { schema: operation.body }, ...mergePatch, ...multipart },
    },
  }
}

/** The two parts of an upload: the app as JSON, and its icon as a file. */
function describeMultipart(app: z.ZodMiniType) {
  return {
    schema: z.strictObject({ app: z.optional(app), icon: z.optional(z.file()) }),
    encoding: {
      app: { contentType: 'application/json' },
      icon: { contentType: 'image/png, image/jpeg, image/svg+xml' },
    },
  }
}
