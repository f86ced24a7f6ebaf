import type * as z from 'zod/mini'
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import { AppSchema, AppWithSecretSchema } from '../../contract/app.js'
import { AppEffectSchema } from '../../contract/effect.js'
import { iconLimits } from '../../contract/limits.js'
import { operations } from '../../contract/operations.js'
import type { ProblemCode } from '../../contract/problems.js'
import { routes, type RouteName, type RouteShape } from '../../contract/routes.js'
import { eventColumns } from '../event-files.js'
import { asRegistrationErrors, describeProblems } from './describe-problems.js'

const versioned: ReadonlySet<z.ZodMiniType> = new Set([AppSchema, AppWithSecretSchema, AppEffectSchema])

type AnswerHeaders = Record<string, { description: string; schema: { type: 'string'; examples?: string[] } }>

/** What a route answers when all goes well, and each problem that it may have, by status. */
export function describeResponses(name: RouteName): ZodOpenApiResponsesObject {
  const { status, problems: own } = operations[name]
  const { signedIn, method, token }: RouteShape = routes[name]
  const codes: ProblemCode[] = [
    ...own,
    ...(signedIn || token ? (['not_signed_in', 'forbidden', 'rate_limited'] as const) : []),
    ...(method === 'GET' ? [] : (['cross_site'] as const)),
    'internal',
    'unavailable',
  ]
  const problems = token ? describeProblems(codes, asRegistrationErrors) : describeProblems(codes)
  return { ...describeOtherwise(name), [status]: describeSuccess(name), ...problems }
}

function describeSuccess(name: RouteName): ZodOpenApiResponseObject {
  const operation = operations[name]
  if (name === 'getIcon') return icon
  if (name === 'listEvents') return events
  if (!('answer' in operation)) return { description: 'Done.' }
  return {
    description: operation.summary,
    headers: {
      ...(isVersioned(name) && entityTag),
      ...(name === 'createApp' && location),
    },
    content: { 'application/json': { schema: operation.answer } },
  }
}

/** Whether the answer is about an app in one of its versions. */
function isVersioned(name: RouteName): boolean {
  const operation = operations[name]
  const answer: z.ZodMiniType | undefined = 'answer' in operation ? operation.answer : undefined
  return answer !== undefined && versioned.has(answer)
}

/** A repeat of what was done already says so, and so does what was done as the caller preferred. */
function describeOtherwise(name: RouteName): ZodOpenApiResponsesObject {
  const operation = operations[name]
  if (!('otherwise' in operation)) return {}
  const { status, when, answer } = operation.otherwise
  return {
    [status]: {
      description: `${when}.`,
      ...('idempotent' in operation && { headers: { ...entityTag, ...location, ...replayed } }),
      ...('prefer' in operation && { headers: preferenceApplied }),
      content: { 'application/json': { schema: answer } },
    },
  }
}

const entityTag: AnswerHeaders = {
  ETag: { description: 'The version of the app, for If-Match.', schema: { type: 'string', examples: ['"3"'] } },
}

const location: AnswerHeaders = { Location: { description: 'The address of the new app.', schema: { type: 'string' } } }

const replayed: AnswerHeaders = {
  'Idempotency-Replayed': {
    description: 'That nothing was made by this request.',
    schema: { type: 'string', examples: ['true'] },
  },
}

const preferenceApplied: AnswerHeaders = {
  'Preference-Applied': {
    description: 'Which preference was followed (RFC 7240 §3).',
    schema: { type: 'string', examples: ['return=representation'] },
  },
}

const icon: ZodOpenApiResponseObject = {
  description: `${iconLimits.width} × ${iconLimits.height} pixels; two or three times that after @2x and @3x.`,
  headers: { 'Cache-Control': { schema: { type: 'string', examples: ['public, max-age=31536000, immutable'] } } },
  // Bytes have no schema: JSON Schema knows only what JSON can say.
  content: { 'image/png': {}, 'image/jpeg': {} },
}

const events: ZodOpenApiResponseObject = {
  description: operations.listEvents.summary,
  headers: {
    'Content-Disposition': { description: 'The name of the file, with `format`.', schema: { type: 'string' } },
  },
  content: {
    'application/json': { schema: operations.listEvents.answer },
    'text/csv': {
      schema: {
        type: 'string',
        description: `RFC 4180 in UTF-8, with a byte order mark and a header: ${eventColumns.join(', ')}.`,
      },
    },
  },
}
