import * as z from 'zod/mini'
import { PublicAppSchema } from './public-app.js'

/** What goes into the routes that need no sign-in and comes out of them, as `operations` has it of all. */
export const publicOperations = {
  getPublicApp: {
    summary: 'What a consent screen shows of an enabled app',
    params: z.strictObject({ client_id: z.string() }),
    status: 200,
    answer: PublicAppSchema,
    problems: ['not_found'],
  },
  getIcon: {
    summary: 'An icon by its content hash, immutable',
    params: z.strictObject({ icon_id: z.string() }),
    status: 200,
    problems: ['not_found'],
  },
  getOpenApi: {
    summary: 'This API in OpenAPI 3.1',
    status: 200,
    answer: z.looseObject({ openapi: z.string() }),
    problems: [],
  },
} as const
