import * as z from 'zod/mini'
import type { ZodOpenApiOperationObject } from 'zod-openapi'
import { operations } from '../../contract/operations.js'
import { routes, type RouteName, type RouteShape } from '../../contract/routes.js'
import { describeParameters } from './describe-parameters.js'
import { describeResponses } from './describe-responses.js'

/** One route as OpenAPI describes it. */
export function describeOperation(name: RouteName): ZodOpenApiOperationObject {
  return {
    operationId: name,
    summary: operations[name].summary,
    ...describeSecurity(name),
    requestParams: describeParameters(name),
    ...describeBody(name),
    responses: describeResponses(name),
  }
}

/** What is asked for where it is not a sign-in. */
function describeSecurity(name: RouteName): Pick<ZodOpenApiOperationObject, 'security'> {
  const { signedIn, token }: RouteShape = routes[name]
  if (signedIn) return {}
  if (token === undefined) return { security: [] }
  return { security: [{ [token === 'initial' ? 'initialAccessToken' : 'registrationAccessToken']: [] }] }
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
