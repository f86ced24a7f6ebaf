import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import { ProblemSchema, problems, type ProblemCode } from '../../contract/problems.js'
import { RegistrationErrorSchema } from '../../contract/registration.js'
import { registrationErrorFor } from '../registration/present-registration-error.js'

/** In which form a route says what is wrong: by which words, and as what. */
interface ProblemWords {
  readonly wordFor: (code: ProblemCode) => string
  readonly content: NonNullable<ZodOpenApiResponseObject['content']>
}

/** RFC 9457. */
const asProblems: ProblemWords = {
  wordFor: (code) => code,
  content: { 'application/problem+json': { schema: ProblemSchema } },
}

/** RFC 7591 §3.2.2. */
export const asRegistrationErrors: ProblemWords = {
  wordFor: (code) => registrationErrorFor(code) ?? 'invalid_client_metadata',
  content: { 'application/json': { schema: RegistrationErrorSchema } },
}

/** Several problems may share a status; the description tells them apart. */
export function describeProblems(codes: readonly ProblemCode[], words = asProblems): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of codes) {
    const { status } = problems[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries([...byStatus].map(([status, shared]) => [status, describeProblem(status, shared, words)]))
}

function describeProblem(
  status: number,
  codes: readonly ProblemCode[],
  { wordFor, content }: ProblemWords,
): ZodOpenApiResponseObject {
  const headers = statusHeaders[status]
  return {
    description: codes.map((code) => `\`${wordFor(code)}\`: ${problems[code].title}.`).join(' '),
    ...(headers && { headers }),
    content,
  }
}

const retryAfter = {
  'Retry-After': {
    description: 'Seconds after which the same request may succeed (RFC 9110 §10.2.3).',
    schema: { type: 'integer' },
  },
} as const

/** The headers that come with every problem of a status. */
const statusHeaders: Readonly<Record<number, ZodOpenApiResponseObject['headers']>> = {
  401: {
    'WWW-Authenticate': {
      description: 'How to sign in (RFC 9110 §11.6.1).',
      schema: { type: 'string', examples: ['Bearer realm="oauth-app-kit"'] },
    },
  },
  429: retryAfter,
  503: retryAfter,
}
