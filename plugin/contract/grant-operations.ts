import * as z from 'zod/mini'
import { AccessTokenInputSchema, AccessTokenSchema } from './access-token.js'
import {
  AppGrantPageSchema,
  GrantInputSchema,
  GrantListQuerySchema,
  GrantPageSchema,
  GrantSchema,
  RevocationSchema,
} from './grants.js'

const AppParams = z.strictObject({ client_id: z.string() })
const GrantParams = z.strictObject({ grant_id: z.string() })

/** What goes into the routes of grants and tokens and comes out of them, as `operations` has it of all. */
export const grantOperations = {
  issueAccessToken: {
    summary:
      'A token, in this answer only, with which the caller tries the API as a user of the app for up to ten minutes',
    params: AppParams,
    body: AccessTokenInputSchema,
    bodyOptional: true,
    status: 201,
    answer: AccessTokenSchema,
    problems: [
      'invalid_input',
      'body_malformed',
      'not_found',
      'app_disabled',
      'not_approved',
      'too_large',
      'unsupported_type',
    ],
  },
  listAppGrants: {
    summary: 'Who allowed an app what, newest first, for whoever may revoke its tokens',
    params: AppParams,
    query: GrantListQuerySchema,
    status: 200,
    answer: AppGrantPageSchema,
    problems: ['invalid_input', 'not_found'],
  },
  listGrants: {
    summary: 'What the caller allowed which apps, newest first',
    query: GrantListQuerySchema,
    status: 200,
    answer: GrantPageSchema,
    problems: ['invalid_input'],
  },
  revokeGrants: {
    summary: 'Ends all that the caller allowed any app, and the tokens of it',
    status: 200,
    answer: RevocationSchema,
    problems: [],
  },
  narrowGrant: {
    summary: 'Takes scopes away from what the caller allowed an app; none can be added',
    params: GrantParams,
    body: GrantInputSchema,
    status: 200,
    answer: GrantSchema,
    problems: ['invalid_input', 'body_malformed', 'not_found', 'too_large', 'unsupported_type'],
  },
  revokeGrant: {
    summary: 'Ends what the caller allowed an app, and the tokens of it',
    params: GrantParams,
    status: 200,
    answer: RevocationSchema,
    problems: ['not_found'],
  },
} as const
