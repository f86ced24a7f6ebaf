import * as z from 'zod/mini'
import { AppSchema } from './app.js'
import { RejectInputSchema } from './review.js'

const AppParams = z.strictObject({ client_id: z.string() })

/** What goes into the routes of review and comes out of them, as `operations` has it of all. */
export const reviewOperations = {
  submitApp: {
    summary: 'Asks for the approval of an app, or of changes that were rejected',
    params: AppParams,
    ifMatch: 'optional',
    status: 200,
    answer: AppSchema,
    problems: ['invalid_input', 'not_found', 'stale'],
  },
  withdrawApp: {
    summary: 'Makes an app that waits a draft again, or gives up changes that wait or were rejected',
    params: AppParams,
    ifMatch: 'optional',
    status: 200,
    answer: AppSchema,
    problems: ['invalid_input', 'not_found', 'stale'],
  },
  approveApp: {
    summary: 'Approves what waits: the app, or the changes to it. Send the ETag of what was looked at',
    params: AppParams,
    ifMatch: 'optional',
    status: 200,
    answer: AppSchema,
    problems: ['invalid_input', 'not_found', 'nothing_to_review', 'stale'],
  },
  rejectApp: {
    summary: 'Rejects what waits, for a reason that the developer is told. Send the ETag of what was looked at',
    params: AppParams,
    body: RejectInputSchema,
    ifMatch: 'optional',
    status: 200,
    answer: AppSchema,
    problems: [
      'invalid_input',
      'body_malformed',
      'not_found',
      'nothing_to_review',
      'stale',
      'too_large',
      'unsupported_type',
    ],
  },
} as const
