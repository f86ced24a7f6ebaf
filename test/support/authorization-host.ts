import { generateKeyPairSync, randomBytes, type JsonWebKey } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { inspect } from 'node:util'
import express, { type Express, type Request, type Response } from 'express'
import makeKnex, { type Knex } from 'knex'
import {
  createAuthorizationServer,
  oauthContextOf,
  type AuthorizationServer,
  type AuthorizationServerOptions,
} from '../../plugin/authorization-server/index.js'
import { internalsOf } from '../../plugin/internals.js'
import {
  createOAuthApps,
  ownApps,
  type OAuthApps,
  type OAuthAppsOptions,
  type TokenAuthority,
} from '../../plugin/index.js'
import type { Members } from './open-registry.js'
import { person } from './open-registry.js'
import { Browser } from './browser.js'
import type { DatabaseKind, TestDatabase } from './databases.js'

export const developer = person('dev')

export const callback = 'https://app.example/callback'

/** One for all tests: making it takes longer than most of them. */
export const signingKeys: { readonly keys: readonly JsonWebKey[] } = {
  keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), kid: 'one' }],
}

export const cookieKeys = [randomBytes(32).toString('base64url')]

export interface HostOptions {
  readonly apps?: Partial<OAuthAppsOptions>
  readonly server?: Partial<AuthorizationServerOptions>
}

export interface Registered {
  readonly client_id: string
  readonly client_secret: string
  readonly secret_id: string
}

/** A host with apps, an authorization server and an API, on a port of its own. */
export class AuthorizationHost {
  /** People who can sign in, by id. */
  readonly people = new Map([
    ['ada', { id: 'ada', name: 'Ada Lovelace', claims: { name: 'Ada Lovelace', email: 'ada@example.com' } }],
    ['bob', { id: 'bob', name: 'Bob Noyce', claims: { name: 'Bob Noyce' } }],
  ])
  readonly log: string[] = []

  private constructor(
    readonly database: TestDatabase,
    readonly apps: OAuthApps,
    readonly server: AuthorizationServer,
    readonly origin: string,
    /** For looking at what is kept. */
    readonly knex: Knex,
    readonly close: () => Promise<void>,
  ) {}

  static async open(kind: DatabaseKind, options: HostOptions = {}): Promise<AuthorizationHost> {
    const database = await kind.create()
    const host = await AuthorizationHost.on(database, options)
    const close = host.close
    return Object.assign(host, {
      close: async () => {
        await close()
        await database.drop()
      },
    })
  }

  /** A further node of a host: the database is there, and stays. */
  static async on(database: TestDatabase, options: HostOptions = {}): Promise<AuthorizationHost> {
    const site = express()
    const http = createServer(site)
    const origin = `http://127.0.0.1:${await listen(http)}`
    const log: string[] = []
    const write = (details: object, message: string) => void log.push(`${message} ${inspect(details, { depth: 6 })}`)
    const apps = createOAuthApps({
      knex: database.config,
      authenticate: (request) => (request.get('Authorization') === 'Bearer developer' ? developer : null),
      policy: ownApps(),
      scopes: [{ name: 'files:read' }, { name: 'files:write', implies: ['files:read'] }, { name: 'rooms:read' }],
      rateLimits: false,
      jobs: false,
      logger: { debug: write, info: write, warn: write, error: write },
      ...options.apps,
    })
    const people = new Map<string, { id: string; name: string; claims: Record<string, unknown> }>()
    const server = createAuthorizationServer(apps, {
      issuer: `${origin}/oauth`,
      keys: signingKeys,
      cookieKeys,
      findAccount: (id) => people.get(id),
      interactionUrl: (uid) => `/consent/${uid}`,
      ...options.server,
    })
    await apps.migrate()
    mount(site, apps, server)
    const config = database.config
    const knex = makeKnex({ ...config, useNullAsDefault: config.client === 'better-sqlite3' })
    const host = new AuthorizationHost(database, apps, server, origin, knex, async () => {
      http.closeAllConnections()
      await new Promise((closed) => http.close(closed))
      await Promise.all([apps.close(), knex.destroy()])
    })
    for (const [id, account] of host.people) people.set(id, account)
    return Object.assign(host, { people, log })
  }

  /** What the pages of the kit ask. */
  get tokens(): TokenAuthority {
    const tokens = internalsOf(this.apps)?.context.tokens
    if (!tokens) throw new Error('The apps do not know of the server')
    return tokens
  }

  get issuer(): string {
    return `${this.origin}/oauth`
  }

  async register(members: Members = {}): Promise<Registered> {
    const change = await this.apps.registry.createApp(developer, {
      members: { client_name: 'Reports', redirect_uris: [callback], scopes: ['files:write'], ...members },
      faults: [],
    })
    const { client_secret = '', secret_id = '' } = change
    return { client_id: change.app.client_id, client_secret, secret_id }
  }

  browser(): Browser {
    return new Browser(this.origin)
  }

  /** As the host's user: to the consent page, and by it to where the app wants them. */
  async authorize(
    address: URL | string,
    { as = 'ada', browser = this.browser(), ...answer }: Answer & { as?: string; browser?: Browser } = {},
  ): Promise<URL> {
    const { url } = await browser.visit(String(address))
    if (!url.pathname.startsWith('/consent/')) return url
    const response = await browser.fetch(url.href, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-User': as },
      body: JSON.stringify(answer),
    })
    const location = response.headers.get('Location')
    if (location === null) throw new Error(`The consent page answered ${response.status}: ${await response.text()}`)
    return (await browser.visit(location)).url
  }

  /** What an authorization request looks like where no library writes it. */
  authorizeAddress(parameters: Readonly<Record<string, string | undefined>>): string {
    const url = new URL(`${this.issuer}/authorize`)
    const all: Record<string, string | undefined> = {
      response_type: 'code',
      redirect_uri: callback,
      scope: 'files:read',
      ...challenge,
      ...parameters,
    }
    for (const [name, value] of Object.entries(all)) if (value !== undefined) url.searchParams.set(name, value)
    return url.href
  }

  token(body: Record<string, string>, headers: Record<string, string> = {}): Promise<globalThis.Response> {
    return fetch(`${this.issuer}/token`, { method: 'POST', headers, body: new URLSearchParams(body) })
  }

  api(
    token: string | undefined,
    path = '/api/files',
    headers: Record<string, string> = {},
  ): Promise<globalThis.Response> {
    const authorization = token === undefined ? {} : { Authorization: `Bearer ${token}` }
    return fetch(`${this.origin}${path}`, { headers: { ...headers, ...authorization } })
  }
}

/** Those of RFC 7636, appendix B. */
export const codeVerifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
export const challenge = {
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
}

export function basic({ client_id, client_secret }: Pick<Registered, 'client_id' | 'client_secret'>) {
  return { Authorization: `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}` }
}

interface Answer {
  readonly deny?: boolean
  readonly scopes?: readonly string[]
}

function mount(site: Express, apps: OAuthApps, server: AuthorizationServer): void {
  site.use('/api/oauth-apps', apps.router)
  site.use(server.router)
  const consent = async (request: Request, response: Response): Promise<void> => {
    const accountId = request.get('X-User') ?? 'ada'
    if (request.method === 'GET') {
      response.json(await server.interaction(request, response, accountId))
      return
    }
    const { deny, ...answer } = request.body as Answer
    const address = deny
      ? await server.deny(request, response)
      : await server.allow(request, response, { accountId, ...answer })
    response.redirect(303, address)
  }
  site.all('/consent/:uid', express.json(), consent)
  const answer = (request: Request, response: Response): void => {
    const { app, user, scopes, tokenId } = oauthContextOf(request)
    response.json({ app: app.client_id, user: user?.name ?? null, scopes, tokenId })
  }
  site.use(['/api/files', '/api/rooms'], apps.cors({ clientOf: (request) => server.clientOf(request) }))
  site.get('/api/files', server.requireScopes('files:read'), answer)
  site.put('/api/files', server.requireScopes('files:write'), answer)
  site.get('/api/rooms', server.requireScopes('rooms:read'), answer)
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
