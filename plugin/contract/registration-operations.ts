import * as z from 'zod/mini'
import { ClientInformationSchema, ClientMetadataSchema, ClientUpdateSchema } from './registration.js'

const ClientParams = z.strictObject({ client_id: z.string() })

/** What goes into the routes of dynamic registration and comes out of them, as `operations` has it of all. */
export const registrationOperations = {
  registerClient: {
    summary: 'Registers a client by its own request (RFC 7591); its secret and its token are in this answer only',
    body: ClientMetadataSchema,
    status: 201,
    answer: ClientInformationSchema,
    problems: ['invalid_input', 'body_malformed', 'quota_user', 'quota_organization', 'too_large', 'unsupported_type'],
  },
  readRegistration: {
    summary: 'The registration of the client that asks (RFC 7592)',
    params: ClientParams,
    status: 200,
    answer: ClientInformationSchema,
    problems: [],
  },
  replaceRegistration: {
    summary: 'Replaces the metadata of the client that asks, and its registration access token',
    params: ClientParams,
    body: ClientUpdateSchema,
    status: 200,
    answer: ClientInformationSchema,
    problems: ['invalid_input', 'body_malformed', 'too_large', 'unsupported_type'],
  },
  deleteRegistration: {
    summary: 'Deletes the client that asks',
    params: ClientParams,
    status: 204,
    problems: [],
  },
} as const
