import { randomBytes } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import { inspect } from 'node:util'
import * as openid from 'openid-client'
import { createOtherServer } from '../../demo/examples/another-server/other-server/create-other-server.js'
import { MemoryStore } from '../../demo/examples/another-server/other-server/memory-store.js'
import { createProduct } from '../../demo/examples/another-server/product.js'
import type { StandingThere } from '../../demo/examples/another-server/standing-there.js'
import { Browser } from './browser.js'
import type { DatabaseKind } from './databases.js'
import { hostKnex } from './host-knex.js'

const random = (): string => randomBytes(32).toString('base64')

export const callback = 'https://app.example/callback'

/** The example with another server: both of its servers, each on a port of its own. */
export class AnotherServer {
  readonly initialAccessToken = random()
  readonly adminToken = random()
  readonly store = new MemoryStore()
  /** Everything that the product logged. */
  readonly log: string[] = []
  /** What the other server was asked at its registration endpoint: `POST`, `PUT`, `DELETE`. */
  readonly asked: string[] = []
  readonly #sealKey = random()
  #closeProduct: () => Promise<void> = () => Promise.resolve()
  #other: Server | undefined
  #origin = ''
  #port = 0

  private constructor(private readonly open: () => ReturnType<typeof hostKnex>) {}

  static async start(kind: DatabaseKind): Promise<AnotherServer & { readonly remove: () => Promise<void> }> {
    const database = await kind.create()
    const example = new AnotherServer(() => hostKnex(database.config))
    await example.startOther()
    await example.startProduct()
    return Object.assign(example, {
      remove: async () => {
        await example.stopOther()
        await example.stopProduct()
        await database.drop()
      },
    })
  }

  get issuer(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Again on the port that it had, with all that it knew. */
  async startOther(): Promise<void> {
    let answer: RequestListener = () => undefined
    const server = createServer((request, response) => {
      if (request.url?.startsWith('/reg')) this.asked.push(request.method ?? '')
      answer(request, response)
    })
    this.#port = await listen(server, this.#port)
    const { issuer, initialAccessToken, adminToken, store } = this
    answer = createOtherServer({ issuer, initialAccessToken, adminToken, store })
    this.#other = server
  }

  async stopOther(): Promise<void> {
    await stop(this.#other)
  }

  async startProduct(): Promise<void> {
    const knex = this.open()
    const write = (details: object, message: string) =>
      void this.log.push(`${message} ${inspect(details, { depth: 8 })}`)
    const product = await createProduct({
      knex,
      otherServer: this.issuer,
      initialAccessToken: this.initialAccessToken,
      adminToken: this.adminToken,
      sealKey: this.#sealKey,
      scopes: [
        { name: 'openid' },
        { name: 'files:read' },
        { name: 'files:write', implies: ['files:read'] },
        { name: 'files:share' },
      ],
      logger: { debug: write, info: write, warn: write, error: write },
    })
    const server = createServer(product.site)
    this.#origin = `http://127.0.0.1:${await listen(server)}`
    this.#closeProduct = async () => {
      await stop(server)
      await product.close()
      await knex.destroy()
    }
  }

  async stopProduct(): Promise<void> {
    await this.#closeProduct()
  }

  /** As a developer of the product. */
  api(path: string, init: { method?: string; body?: object; ifMatch?: string; role?: string } = {}): Promise<Response> {
    const { method = 'GET', body, ifMatch, role = 'member' } = init
    return fetch(`${this.#origin}/api${path}`, {
      method,
      headers: {
        Authorization: `Bearer demo-${role}`,
        ...(body && { 'Content-Type': 'application/json' }),
        ...(ifMatch !== undefined && { 'If-Match': ifMatch }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
  }

  async register(members: object = {}): Promise<string> {
    const body = {
      client_name: 'Reader',
      redirect_uris: [callback],
      scopes: ['openid', 'files:write'],
      ...members,
    }
    const response = await this.api('/oauth-apps/apps', { method: 'POST', body })
    const { client_id } = (await response.json()) as { client_id: string }
    return client_id
  }

  async patch(clientId: string, body: object): Promise<number> {
    const ifMatch = (await this.api(`/oauth-apps/apps/${clientId}`)).headers.get('ETag') ?? ''
    return (await this.api(`/oauth-apps/apps/${clientId}`, { method: 'PATCH', body, ifMatch })).status
  }

  async post(clientId: string, action: string): Promise<{ effect: unknown }> {
    const response = await this.api(`/oauth-apps/apps/${clientId}/${action}`, { method: 'POST' })
    return (await response.json()) as { effect: unknown }
  }

  /** What the page says of an app. */
  async standing(clientId: string): Promise<StandingThere> {
    return (await (await this.api(`/there/${clientId}`)).json()) as StandingThere
  }

  async stands(clientId: string, state: StandingThere['state']): Promise<StandingThere> {
    return until(async () => {
      const standing = await this.standing(clientId)
      return standing.state === state ? standing : undefined
    }, `the app to be ${state}`)
  }

  /** All that the product keeps of the other server, as its database has it. */
  async kept(): Promise<string> {
    const knex = this.open()
    try {
      return JSON.stringify(await knex('carried_clients').select('*'))
    } finally {
      await knex.destroy()
    }
  }

  /** As the other server has it. */
  clientThere(clientId: string): Readonly<Record<string, unknown>> | undefined {
    return this.store.find('Client', clientId)?.payload
  }

  /** A person signs in at the other server and lets a public client have its way. */
  async signIn(clientId: string, login: string, scope = 'openid files:read'): Promise<openid.TokenEndpointResponse> {
    const config = await this.clientOf(clientId, openid.None())
    const pkceCodeVerifier = openid.randomPKCECodeVerifier()
    const address = openid.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope,
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    })
    const browser = new Browser(this.issuer)
    let { url } = await browser.visit(address.href)
    for (const form of [{ prompt: 'login', login }, { prompt: 'consent' }]) {
      if (url.origin !== this.issuer) break
      const answer = await browser.fetch(url.href, { method: 'POST', body: new URLSearchParams(form) })
      ;({ url } = await browser.visit(new URL(answer.headers.get('Location') ?? '', url).href))
    }
    return openid.authorizationCodeGrant(config, url, { pkceCodeVerifier })
  }

  clientOf(clientId: string, auth: openid.ClientAuth): Promise<openid.Configuration> {
    return openid.discovery(new URL(this.issuer), clientId, undefined, auth, {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody uses it beyond a test such as this
      execute: [openid.allowInsecureRequests],
    })
  }

  /** Whether the other server honours an access token. */
  async works(token: string): Promise<boolean> {
    const response = await fetch(`${this.issuer}/me`, { headers: { Authorization: `Bearer ${token}` } })
    return response.status === 200
  }
}

/** Asks until there is an answer. */
export async function until<Answer>(ask: () => Promise<Answer | undefined>, what: string): Promise<Answer> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`)
    await new Promise(setImmediate)
  }
}

async function listen(server: Server, port = 0): Promise<number> {
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}

async function stop(server: Server | undefined): Promise<void> {
  server?.closeAllConnections()
  await new Promise((closed) => (server ? server.close(closed) : closed(undefined)))
}
