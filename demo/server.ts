import { fileURLToPath } from 'node:url'
import express, { type Express, type RequestHandler } from 'express'
import { createOAuthApps, type Logger, type OAuthApps } from '../plugin/index.js'
import { consoleLogger } from './console-logger.js'
import { openDatabase } from './database.js'
import { honourApps } from './honour-apps.js'
import { mailboxRoutes } from './mail/mailbox-routes.js'
import { Mailbox } from './mail/mailbox.js'
import { portalMail } from './mail/portal-mail.js'
import { pageRoutes } from './pages.js'
import { portals } from './portals/index.js'
import { apiPath, type Portal } from './portals/portal.js'
import { findOrganizations, findPrincipal } from './principals.js'
import { authenticate, signInRoutes } from './sign-in.js'
import { webhookReceiver } from './webhook-receiver.js'

export interface DemoOptions {
  /** Where browsers find the demo: `http://localhost:4000`. */
  readonly origin: string
  /** `sqlite:<file>`, `postgres://…` or `mysql://…`; a SQLite file beside the demo when not given. */
  readonly databaseUrl?: string | undefined
  readonly logger?: Logger
  /** `false` for load tests. */
  readonly rateLimits?: false | undefined
}

export interface Demo {
  readonly app: Express
  close(): Promise<void>
}

/** The portals of the demo in one Express app, migrated and ready to listen. */
export async function createDemo(options: DemoOptions): Promise<Demo> {
  const { origin, databaseUrl, rateLimits, logger = consoleLogger } = options
  const database = openDatabase(databaseUrl)
  const mounted = portals.map((portal) => ({ portal, ...mountPortal(portal) }))

  function mountPortal(portal: Portal): { apps: OAuthApps; mailbox: Mailbox } {
    const mailbox = new Mailbox()
    const apps = createOAuthApps({
      ...portal.preset,
      mail: portalMail(portal, origin, mailbox),
      knex: database.knex,
      tablePrefix: portal.tablePrefix,
      authenticate,
      findPrincipal,
      findOrganizations,
      ...(rateLimits === false && { rateLimits }),
      logger,
    })
    return { apps, mailbox }
  }

  const app = express()
  app.disable('x-powered-by')
  for (const { portal, apps } of mounted) {
    await apps.migrate()
    app.use(apiPath(portal), apps.router)
  }
  for (const { portal, apps } of mounted) app.use(honourApps(portal, apps, origin))
  for (const { portal } of mounted) if (portal.webhooks) app.use(`/${portal.name}/receiver`, webhookReceiver())
  app.use(strictPolicy)
  app.use(signInRoutes())
  app.use('/oauth-app-kit', express.static(fileURLToPath(new URL('../dist/cdn', import.meta.url))))
  app.use('/oauth-app-kit/themes', express.static(fileURLToPath(new URL('../dist/themes', import.meta.url))))
  app.use('/assets', express.static(fileURLToPath(new URL('pages/assets', import.meta.url))))
  for (const { portal, apps, mailbox } of mounted) app.use(mailboxRoutes(portal, apps, mailbox))
  app.use(pageRoutes(portals))
  return {
    app,
    async close() {
      await Promise.all(mounted.map(({ apps }) => apps.close()))
      await database.close()
    },
  }
}

/** What a careful host sends: the elements need nothing beyond it. A drawing is previewed and fitted by its `data:` URL. */
const strictPolicy: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
      "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  })
  next()
}
