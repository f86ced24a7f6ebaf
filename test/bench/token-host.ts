/**
 * The server of the benchmark of tokens, in a process of its own: three authorization servers that issue the same tokens to
 * the same apps. `/alone` is oidc-provider with clients and tokens in its memory; `/registry` is the same, but for clients
 * that are looked up and authenticated by the registry; `/whole` is ours, with SQLite. Prints its port and its apps.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import express from 'express'
import { Provider, type Adapter, type Configuration } from 'oidc-provider'
import { createAdapter } from '../../plugin/authorization-server/adapter.js'
import { authenticateByRegistry } from '../../plugin/authorization-server/authenticate-by-registry.js'
import { honouredClients } from '../../plugin/authorization-server/honoured-clients.js'
import { createAuthorizationServer } from '../../plugin/authorization-server/index.js'
import { loadProvider } from '../../plugin/authorization-server/load-provider.js'
import { recentClients } from '../../plugin/authorization-server/recent-clients.js'
import { scopeRules } from '../../plugin/authorization-server/scope-rules.js'
import { createOAuthApps, ownApps } from '../../plugin/index.js'
import { internalsOf } from '../../plugin/internals.js'
import { person } from '../support/open-registry.js'

/** What oidc-provider keeps things in where it is given nothing else. It has no types. */
const memoryAdapter: string = 'oidc-provider/lib/adapters/memory_adapter.js'
const { default: MemoryAdapter } = (await import(memoryAdapter)) as { default: new (kind: string) => Adapter }

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

const [filename = '', count = '1'] = process.argv.slice(2)
const developer = person('dev')
const apps = createOAuthApps({
  knex: { client: 'better-sqlite3', connection: { filename } },
  authenticate: () => developer,
  policy: ownApps(),
  scopes: [{ name: 'files:read' }],
  rateLimits: false,
  logger: silent,
})
await apps.migrate()
const internals = internalsOf(apps)
if (!internals) throw new Error('These are no apps')
const credentials: { readonly client_id: string; readonly client_secret: string }[] = []
for (let made = 0; made < Number(count); made++) {
  const submission = { members: { client_name: `App ${made}`, scopes: ['files:read'] }, faults: [] }
  const { app, client_secret = '' } = await apps.registry.createApp(developer, submission)
  credentials.push({ client_id: app.client_id, client_secret })
}

const keys = { keys: [generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })] }
const cookieKeys = [randomBytes(32).toString('base64url')]

/** What a server needs that does nothing but this. */
const plain: Configuration = {
  jwks: { keys: keys.keys.map((key) => ({ ...key })) },
  cookies: { keys: cookieKeys },
  scopes: ['files:read'],
  enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
  extraClientMetadata: { properties: ['allowed_origins'] },
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    resourceIndicators: { enabled: false },
  },
}

function alone(): Provider {
  const metadata = { grant_types: ['client_credentials'], response_types: [], redirect_uris: [] }
  const clients = credentials.map((client) => ({
    ...client,
    ...metadata,
    id_token_signed_response_alg: 'ES256' as const,
  }))
  return new Provider('http://localhost/alone', { ...plain, clients })
}

function byRegistry({ context: registry, authorization: store }: NonNullable<typeof internals>): Provider {
  const clients = recentClients(registry)
  const scopes = scopeRules(registry.rules.scopes)
  const { logger, clock } = registry
  const findHonoured = honouredClients(clients, {})
  const context = {
    oidc: loadProvider(),
    store,
    clients,
    findHonoured,
    scopes,
    signingAlgorithm: 'ES256' as const,
    logger,
    clock,
  }
  const lookUp = createAdapter(context)
  const adapter = (kind: string): Adapter => (kind === 'Client' ? lookUp(kind) : new MemoryAdapter(kind))
  const provider = new Provider('http://localhost/registry', { ...plain, adapter })
  authenticateByRegistry(provider, clients)
  return provider
}

const whole = createAuthorizationServer(apps, {
  issuer: 'http://localhost/whole',
  keys,
  cookieKeys,
  findAccount: () => null,
  interactionUrl: (uid) => `/consent/${uid}`,
})

const host = express()
host.use('/alone', alone().callback())
host.use('/registry', byRegistry(internals).callback())
host.use(whole.router)
host.get('/cpu', (_request, response) => {
  const { user, system } = process.cpuUsage()
  response.json({ microseconds: user + system })
})
const server = host.listen(0, () => {
  const address = server.address()
  console.log(JSON.stringify({ port: typeof address === 'object' ? address?.port : address, credentials }))
})
process.on('SIGTERM', () => {
  server.close(() => void apps.close().then(() => process.exit(0)))
})
