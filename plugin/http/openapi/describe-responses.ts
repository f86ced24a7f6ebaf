import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import { iconLimits } from '../../contract/limits.js'
import { operations } from '../../contract/operations.js'
import { ProblemSchema, problems, type ProblemCode } from '../../contract/problems.js'
import { routes, type RouteName } from '../../contract/routes.js'

type AnswerHeaders = Record<string, { description: string; schema: { type: 'string'; examples?: string[] } }>

/** What a route answers when all goes well, and each problem that it may have, by status. */
export function describeResponses(name: RouteName): ZodOpenApiResponsesObject {
  const { status, problems: own } = operations[name]
  const { signedIn, method } = routes[name]
  const codes: ProblemCode[] = [
    ...own,
    ...(signedIn ? (['not_signed_in', 'forbidden'] as const) : []),
    ...(method === 'GET' ? [] : (['cross_site'] as const)),
    'internal',
    'unavailable',
  ]
  return { [status]: describeSuccess(name), ...describeProblems(codes) }
}

function describeSuccess(name: RouteName): ZodOpenApiResponseObject {
  const operation = operations[name]
  if (name === 'getIcon') return icon
  if (!('answer' in operation)) return { description: 'Done.' }
  return {
    description: operation.summary,
    headers: {
      ...(('params' in operation || name === 'createApp') && entityTag),
      ...(name === 'createApp' && location),
    },
    content: { 'application/json': { schema: operation.answer } },
  }
}

const entityTag: AnswerHeaders = {
  ETag: { description: 'The version of the app, for If-Match.', schema: { type: 'string', examples: ['"3"'] } },
}

const location: AnswerHeaders = { Location: { description: 'The address of the new app.', schema: { type: 'string' } } }

const icon: ZodOpenApiResponseObject = {
  description: `${iconLimits.width} × ${iconLimits.height} pixels; two or three times that after @2x and @3x.`,
  headers: { 'Cache-Control': { schema: { type: 'string', examples: ['public, max-age=31536000, immutable'] } } },
  // Bytes have no schema: JSON Schema knows only what JSON can say.
  content: { 'image/png': {}, 'image/jpeg': {} },
}

/** Several problems may share a status; the description tells them apart. */
function describeProblems(codes: readonly ProblemCode[]): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of codes) {
    const { status } = problems[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries([...byStatus].map(([status, shared]) => [status, describeProblem(shared)]))
}

function describeProblem(codes: readonly ProblemCode[]): ZodOpenApiResponseObject {
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].title}.`).join(' '),
    content: { 'application/problem+json': { schema: ProblemSchema } },
  }
}
