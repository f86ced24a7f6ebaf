import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import express, { type Express } from 'express'
import type { AppDraft } from '../../plugin/contract/app-draft.js'
import type { ScopeCatalogue } from '../../plugin/contract/scope-catalogue.js'
import { createOAuthApps, ownApps, type OAuthApps } from '../../plugin/index.js'
import { sqliteKind, type TestDatabase } from './databases.js'
import { isPerson, membersNamed, people, personWithId, type Person } from './managed-people.js'
import { MemoryTokens } from './memory-tokens.js'

const silent = { info: () => {}, warn: () => {}, error: () => {} }

const apiPath = '/api/oauth-apps'

const scopes: ScopeCatalogue = [
  { name: 'files:read', risk: 'safe', description: 'Read documents' },
  { name: 'files:write', implies: ['files:read'], description: 'Change documents' },
  { name: 'members:remove', risk: 'dangerous', description: 'Remove people from the organization' },
]

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>OAuth applications</title>
    <link rel="icon" href="data:," />
    <script type="module" src="/oauth-app-kit/oauth-app-kit.js"></script>
    <script type="module" src="/host.js"></script>
  </head>
  <body>
    <main>
      <h1>OAuth applications</h1>
      <oauth-apps api="${apiPath}"></oauth-apps>
    </main>
  </body>
</html>
`

/** Keeps what the list shows in the address, so that a reload, a link and the way back bring it again. */
const script = `const apps = document.querySelector('oauth-apps')
const show = () => {
  apps.listState = JSON.parse(new URLSearchParams(location.search).get('list') ?? '{}')
}
show()
addEventListener('popstate', show)
apps.addEventListener('oauth-app-list-change', ({ detail }) => {
  history.pushState(null, '', '?' + new URLSearchParams({ list: JSON.stringify(detail) }))
})
`

/** Nothing inline, nothing from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; report-uri /violations"

const roles = ownApps({ adminsSeeAll: true })

export interface CreatedApp {
  readonly client_id: string
  readonly client_name: string
  readonly client_secret: string
}

/** A host in the test's own process, with tokens that can be counted and revoked. */
export class ManagedHost {
  readonly tokens: MemoryTokens = new MemoryTokens(() => this.registry)
  /** What browsers refused, as the policy of the page forbids it. */
  readonly violations: unknown[] = []
  /** By id: people whose apps can be looked at, and not changed by anybody. */
  readonly frozen = new Set<string>()
  readonly #database: TestDatabase
  readonly #apps: OAuthApps
  readonly #server: Server

  private constructor(database: TestDatabase, countsTokens: boolean) {
    this.#database = database
    this.#apps = createOAuthApps({
      knex: database.config,
      authenticate: (request) => {
        const name = (request.get('Authorization') ?? '').replace('Bearer ', '')
        return isPerson(name) ? people[name] : null
      },
      findPrincipal: personWithId,
      findOwners: membersNamed,
      policy: {
        ...roles,
        can: (principal, action, app) => !this.frozen.has(app.created_by.id) && roles.can(principal, action, app),
      },
      scopes,
      ...(countsTokens && { tokens: this.tokens }),
      restoreDays: 30,
      deleteConfirmation: 'name',
      rateLimits: false,
      logger: silent,
    })
    this.#server = this.#host().listen(0, '127.0.0.1')
  }

  /** @param countsTokens - Whether the host has said what issues the tokens of its apps. */
  static async start({ countsTokens = true } = {}): Promise<ManagedHost> {
    const host = new ManagedHost(await sqliteKind.create(), countsTokens)
    await Promise.all([host.#apps.migrate(), once(host.#server, 'listening')])
    return host
  }

  get url(): string {
    const address = this.#server.address()
    assert.ok(typeof address === 'object' && address)
    return `http://127.0.0.1:${address.port}/`
  }

  get registry(): OAuthApps['registry'] {
    return this.#apps.registry
  }

  /** An app of somebody's, without a browser. */
  async create(person: Person, members: AppDraft & { readonly client_name: string }): Promise<CreatedApp> {
    const submission = { members: { organization_id: 'acme', ...members }, faults: [] }
    const { app, client_secret = '' } = await this.registry.createApp(people[person], submission)
    return { client_id: app.client_id, client_name: app.client_name, client_secret }
  }

  /** Apps of somebody's that are numbered from 001. */
  async createMany(person: Person, name: string, count: number): Promise<CreatedApp[]> {
    const created: CreatedApp[] = []
    for (let number = 1; number <= count; number++) {
      created.push(await this.create(person, { client_name: `${name} ${String(number).padStart(3, '0')}` }))
    }
    return created
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await this.#apps.close()
    await this.#database.drop()
  }

  #host(): Express {
    const host = express()
    host.use(apiPath, this.#apps.router)
    host.post('/violations', express.json({ type: '*/*' }), (request, response) => {
      this.violations.push(request.body)
      response.sendStatus(204)
    })
    host.use((_request, response, next) => {
      response.set({ 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' })
      next()
    })
    host.use('/oauth-app-kit', express.static(fileURLToPath(new URL('../../dist/cdn', import.meta.url))))
    host.get('/', (_request, response) => void response.type('html').send(page))
    host.get('/host.js', (_request, response) => void response.type('js').send(script))
    return host
  }
}
