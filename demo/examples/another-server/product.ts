import { fileURLToPath } from 'node:url'
import express, { type Express, type RequestHandler } from 'express'
import type { Knex } from 'knex'
import type { ScopeCatalogue } from '../../../plugin/contract/scope-catalogue.js'
import { createOAuthApps, ownApps, ProblemError, type Logger, type OAuthApps } from '../../../plugin/index.js'
import { consoleLogger } from '../../console-logger.js'
import { findPrincipal } from '../../principals.js'
import { authenticate, signInRoutes, welcome } from '../../sign-in.js'
import { CarriedClients } from './carried-clients.js'
import { keepInStep } from './keep-in-step.js'
import { otherTokens } from './other-tokens.js'
import { createRegistrationClient } from './registration-client.js'
import { createSeal } from './seal.js'
import { standingThere } from './standing-there.js'

export interface ProductOptions {
  /** Of the host: the tables of the kit and its own are in one database. */
  readonly knex: Knex
  /** The issuer of the other server. */
  readonly otherServer: string
  readonly initialAccessToken: string
  readonly adminToken: string
  /** 32 bytes in base64 that close what is kept of registrations. */
  readonly sealKey: string
  /** What apps may ask for; the other server has to know it. */
  readonly scopes?: ScopeCatalogue
  readonly logger?: Logger
}

export interface Product {
  readonly site: Express
  close(): Promise<void>
}

const catalogue: ScopeCatalogue = [
  { name: 'openid', description: 'Know who you are' },
  { name: 'files:read', description: 'View your files' },
  { name: 'files:write', implies: ['files:read'], description: 'View and change your files' },
]

const overseer = { id: 'other-server', name: 'Other server', organizations: [], administrator: true } as const

/** A product that has the kit in its settings, and an authorization server that is not the kit's. */
export async function createProduct(options: ProductOptions): Promise<Product> {
  const {
    knex,
    otherServer,
    initialAccessToken,
    adminToken,
    sealKey,
    scopes = catalogue,
    logger = consoleLogger,
  } = options
  const clients = new CarriedClients(knex, createSeal(sealKey))
  const apps = createOAuthApps({
    knex,
    authenticate,
    policy: ownApps(),
    // No secret of ours could be good at the other server, so there is none.
    authMethods: ['private_key_jwt', 'none'],
    fields: { jwks: 'optional', organization_id: 'hidden', icon: 'hidden', allowed_origins: 'hidden' },
    scopes,
    tokens: otherTokens({
      adminUrl: `${otherServer}/admin`,
      adminToken,
      clients,
      nameOf: (id) => findPrincipal(id)?.name ?? id,
    }),
    logger,
  })
  await Promise.all([apps.migrate(), clients.migrate()])
  const server = createRegistrationClient({ endpoint: `${otherServer}/reg`, initialAccessToken })
  const keeper = keepInStep({ registry: apps.registry, clients, server, logger, overseer })

  const site = express()
  site.use(
    '/api/oauth-apps',
    afterChanges(() => keeper.wake()),
    apps.router,
  )
  site.get('/api/there/:client_id', there(apps, clients))
  site.use(signInRoutes())
  site.use('/oauth-app-kit', express.static(fileURLToPath(new URL('../../../dist/cdn', import.meta.url))))
  site.use(welcome('member'), express.static(fileURLToPath(new URL('page', import.meta.url))))
  return {
    site,
    async close() {
      await keeper.close()
      await apps.close()
    },
  }
}

/** What was changed through this node is carried over at once, and all else when the keeper looks the next time. */
function afterChanges(changed: () => void): RequestHandler {
  return (request, response, next) => {
    if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method)) response.on('finish', changed)
    next()
  }
}

/** How an app stands at the other server, for whoever may see the app. */
function there({ registry }: OAuthApps, clients: CarriedClients): RequestHandler<{ client_id: string }> {
  return async (request, response) => {
    const principal = authenticate(request)
    if (!principal) {
      response.sendStatus(401)
      return
    }
    try {
      const app = await registry.getApp(principal, request.params.client_id)
      response.set('Cache-Control', 'no-store').json(standingThere(app, await clients.find(app.client_id)))
    } catch (error) {
      response.sendStatus(error instanceof ProblemError ? error.status : 500)
    }
  }
}
