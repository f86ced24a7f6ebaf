import { createDocument } from 'zod-openapi'
import { AccessTokenInputSchema, AccessTokenSchema } from '../../contract/access-token.js'
import {
  AppInputSchema,
  AppPermissionsSchema,
  AppProposalSchema,
  AppReviewSchema,
  AppSchema,
  AppSummarySchema,
  AppWithSecretSchema,
  SecretInputSchema,
  SecretSchema,
} from '../../contract/app.js'
import { AppPageSchema } from '../../contract/app-list.js'
import { BulkInputSchema, BulkResultsSchema } from '../../contract/bulk.js'
import { ConfigSchema, type Capabilities } from '../../contract/config.js'
import { AppEffectSchema, EffectSchema } from '../../contract/effect.js'
import { EventPageSchema, EventSchema } from '../../contract/events.js'
import { AppGrantPageSchema, AppGrantSchema, GrantPageSchema, GrantSchema } from '../../contract/grants.js'
import { OwnersSchema, ReassignInputSchema } from '../../contract/ownership.js'
import { ProblemSchema } from '../../contract/problems.js'
import { PublicAppSchema } from '../../contract/public-app.js'
import {
  ClientInformationSchema,
  ClientMetadataSchema,
  ClientUpdateSchema,
  RegistrationErrorSchema,
} from '../../contract/registration.js'
import { RejectInputSchema } from '../../contract/review.js'
import { routes, type RouteName } from '../../contract/routes.js'
import { offeredRoutes } from '../offered-routes.js'
import { describeOperation } from './describe-operation.js'

type OpenApiDocument = ReturnType<typeof createDocument>

/** The names of schemas. Given here, since zod's own registry is one that the host's schemas are in too. */
const schemas = {
  AccessToken: AccessTokenSchema,
  AccessTokenInput: AccessTokenInputSchema,
  App: AppSchema,
  AppEffect: AppEffectSchema,
  AppGrant: AppGrantSchema,
  AppGrantPage: AppGrantPageSchema,
  AppInput: AppInputSchema,
  AppPage: AppPageSchema,
  AppPermissions: AppPermissionsSchema,
  AppProposal: AppProposalSchema,
  AppReview: AppReviewSchema,
  AppSummary: AppSummarySchema,
  AppWithSecret: AppWithSecretSchema,
  BulkInput: BulkInputSchema,
  BulkResults: BulkResultsSchema,
  ClientInformation: ClientInformationSchema,
  ClientMetadata: ClientMetadataSchema,
  ClientUpdate: ClientUpdateSchema,
  Config: ConfigSchema,
  Effect: EffectSchema,
  Event: EventSchema,
  EventPage: EventPageSchema,
  Grant: GrantSchema,
  GrantPage: GrantPageSchema,
  Owners: OwnersSchema,
  Problem: ProblemSchema,
  PublicApp: PublicAppSchema,
  ReassignInput: ReassignInputSchema,
  RegistrationError: RegistrationErrorSchema,
  RejectInput: RejectInputSchema,
  Secret: SecretSchema,
  SecretInput: SecretInputSchema,
}

/** Built once for each set of routes. */
const documents = new Map<string, OpenApiDocument>()

/** This API in OpenAPI 3.1, out of the route table and the contract's schemas, without `servers`. */
export function openApiDocument(capabilities: Capabilities): OpenApiDocument {
  const offered = offeredRoutes(capabilities)
  const known = documents.get(offered.join())
  if (known) return known
  const document = createDocument({
    openapi: '3.1.0',
    info: {
      title: 'oauth-app-kit',
      version: '1',
      description: 'OAuth 2.0 applications, registered and managed by the people who build them.',
    },
    security: [{ signIn: [] }],
    paths: pathsOf(offered),
    components: {
      schemas,
      securitySchemes: {
        signIn: {
          type: 'http',
          scheme: 'bearer',
          description: 'Whatever signs people in to the host: a bearer token, or the cookie of its session.',
        },
        initialAccessToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'Lets a client register itself (RFC 7591 §3); where anybody may, none is needed.',
        },
        registrationAccessToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'Came with the registration of the client, or with its last change (RFC 7592 §2).',
        },
      },
    },
  })
  documents.set(offered.join(), document)
  return document
}

/** OpenAPI has a path's methods under the path, and writes `{name}` where Express has `:name`. */
function pathsOf(names: readonly RouteName[]) {
  const paths: Record<string, Record<string, ReturnType<typeof describeOperation>>> = {}
  for (const name of names) {
    const { method, path } = routes[name]
    const item = (paths[path.replaceAll(/:(\w+)/g, '{$1}')] ??= {})
    item[method.toLowerCase()] = describeOperation(name)
  }
  return paths
}
