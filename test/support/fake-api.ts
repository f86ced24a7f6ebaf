import { AppSummarySchema, type App, type AppSummary } from '../../plugin/contract/app.js'
import { pageSize } from '../../plugin/contract/app-list.js'
import { usesSecret } from '../../plugin/contract/app-values.js'
import type { BulkInput, BulkResult } from '../../plugin/contract/bulk.js'
import type { Config } from '../../plugin/contract/config.js'
import type { Effect } from '../../plugin/contract/effect.js'
import type { FieldFault } from '../../plugin/contract/faults.js'
import type { OperationAnswer } from '../../plugin/contract/operations.js'
import { problems, type ProblemCode } from '../../plugin/contract/problems.js'
import { routes, type RouteName } from '../../plugin/contract/routes.js'
import { everything, nothing, sampleApp, sampleConfig } from './sample-data.js'

/** A request as the server would see it, after its body was read. */
export interface FakeRequest {
  readonly name: RouteName
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly icon: Blob | undefined
  readonly ifMatch: string | null
  readonly idempotencyKey: string | null
  readonly prefer: string | null
  readonly signal: AbortSignal | undefined
}

/** A request that waits for the test. It is answered even if it was aborted, as a server would. */
export interface HeldRequest extends FakeRequest {
  readonly release: () => void
}

interface Failure {
  readonly code: ProblemCode | 'network'
  readonly errors: readonly FieldFault[]
  readonly retryAfter?: number
}

/** {@link Config} is what goes over the wire as the answer of that route, read-only. */
type Answer<Name extends RouteName> = Name extends 'getConfig' ? Config : OperationAnswer<Name>
export type Handlers = { readonly [Name in RouteName]?: (request: FakeRequest) => Answer<Name> | Response }

class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

const dayMs = 86_400_000

const created: ReadonlySet<RouteName> = new Set(['createApp', 'addSecret', 'issueAccessToken'])

/** The router in memory: what an element is given as `fetch` in a test. */
export class FakeApi {
  apps: App[]
  config: Config
  readonly requests: FakeRequest[] = []

  /** What was answered; `bodyUsed` says whether it was read. */
  readonly answers: Response[] = []

  /** The value that the next secrets have. */
  secret = 'oak_3a9f-not-a-real-secret-c41d'

  /** How many every action reaches. */
  effect: Effect = { users: null, grants: null, tokens: null }

  /** What answers in place of the router's own routes, or beside them. */
  handlers: Handlers = {}

  #now = Date.UTC(2026, 5, 1)
  readonly #failures = new Map<RouteName, Failure[]>()
  readonly #refused = new Map<string, ProblemCode>()
  readonly #held = new Map<RouteName, HeldRequest[]>()

  constructor(apps: readonly App[] = [], config: Partial<Config> = {}) {
    this.apps = [...apps]
    this.config = sampleConfig(config)
  }

  /** The requests to one route, the oldest first. */
  requestsTo(name: RouteName): FakeRequest[] {
    return this.requests.filter((request) => request.name === name)
  }

  /** Lets the next request to a route fail. */
  failNext(
    name: RouteName,
    code: ProblemCode | 'network',
    errors: readonly FieldFault[] = [],
    /** Seconds that the answer asks to wait. */
    retryAfter?: number,
  ): void {
    const failure = { code, errors, ...(retryAfter !== undefined && { retryAfter }) }
    this.#failures.set(name, [...(this.#failures.get(name) ?? []), failure])
  }

  /** Lets what is done to one of several apps fail, until it is said otherwise. */
  refuse(clientId: string, code: ProblemCode | undefined): void {
    if (code) this.#refused.set(clientId, code)
    else this.#refused.delete(clientId)
  }

  /** Takes away from the caller all that they may do to an app but look at it. */
  forbid(clientId: string): void {
    this.apps = this.apps.map((app) => (app.client_id === clientId ? { ...app, can: nothing } : app))
    this.refuse(clientId, 'forbidden')
  }

  /** Lets requests to a route wait; they gather in the array that is returned. */
  hold(name: RouteName): readonly HeldRequest[] {
    const held: HeldRequest[] = []
    this.#held.set(name, held)
    return held
  }

  /** Answers what waits, and holds nothing more. */
  letThrough(name: RouteName): void {
    const held = this.#held.get(name) ?? []
    this.#held.delete(name)
    for (const request of held) request.release()
  }

  readonly fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const request = await readRequest(new URL(input instanceof Request ? input.url : input, 'https://api.test'), init)
    this.requests.push(request)
    const failure = this.#failures.get(request.name)?.shift()
    const held = this.#held.get(request.name)
    if (held) await new Promise<void>((release) => held.push({ ...request, release }))
    else throwIfAborted(request.signal)
    const answer = failure ? problemAnswer(failure) : this.#answer(request)
    this.answers.push(answer)
    return answer
  }

  #answer(request: FakeRequest): Response {
    try {
      const handler = this.handlers[request.name] ?? this.#handlers[request.name]
      if (!handler) throw new Refusal({ code: 'not_found', errors: [] })
      const data = handler(request)
      if (data instanceof Response) return data
      if (data === undefined) return new Response(null, { status: 204 })
      const etag = 'updated_at' in data ? { etag: etagOf(data) } : undefined
      return Response.json(data, { status: created.has(request.name) ? 201 : 200, ...(etag && { headers: etag }) })
    } catch (error) {
      if (error instanceof Refusal) return problemAnswer(error.failure)
      throw error
    }
  }

  readonly #handlers: Handlers = {
    getConfig: () => this.config,
    listApps: ({ query }) => this.#page(query),
    getApp: ({ params }) => this.#find(params),
    createApp: ({ body }) => {
      const app = this.#touch(sampleApp({ client_id: `client-${this.apps.length + 1}`, ...members(body) }))
      const secrets = usesSecret(app.token_endpoint_auth_method) ? app.secrets : []
      const stored = { ...app, secrets, created_at: app.updated_at }
      this.apps.unshift(stored)
      return this.#withSecret(stored)
    },
    updateApp: ({ params, body, ifMatch }) => {
      const app = this.#find(params)
      if (ifMatch !== etagOf(app)) throw new Refusal({ code: 'stale', errors: [] })
      const changed = this.#store({ ...app, ...members(body) })
      const gainsSecret = usesSecret(changed.token_endpoint_auth_method) && !usesSecret(app.token_endpoint_auth_method)
      return gainsSecret ? this.#withSecret(changed) : changed
    },
    deleteApp: ({ params }) => {
      const app = this.#find(params)
      this.apps = this.apps.filter((other) => other !== app)
      return undefined
    },
    restoreApp: ({ params }) => {
      const { deleted_at: _, restorable_until: __, ...app } = this.#find(params)
      return { app: this.#store({ ...app, can: everything }), effect: this.effect }
    },
    enableApp: ({ params }) => this.#setStatus(params, 'active'),
    disableApp: ({ params }) => this.#setStatus(params, 'disabled'),
    getImpact: () => this.effect,
    bulkApps: ({ body }) => {
      const input = body as BulkInput
      return { results: input.client_ids.map((clientId) => this.#change(clientId, input)) }
    },
    addSecret: ({ params }) => this.#withSecret(this.#find(params)),
  }

  #page(query: URLSearchParams): OperationAnswer<'listApps'> {
    const sort = query.get('sort') ?? '-created_at'
    const words = (query.get('q') ?? '').toLowerCase().split(/\s+/)
    const matching = this.apps
      .filter((app) => (app.deleted_at !== undefined) === (query.get('status') === 'deleted'))
      .filter(({ status }) => ['deleted', status, null].includes(query.get('status')))
      .filter(({ review }) => !query.has('review') || review?.status === query.get('review'))
      .filter((app) => [app.organization_id, null].includes(query.get('organization_id')))
      .filter(({ created_by }) => [created_by.id, null].includes(this.#idOf(query.get('created_by'))))
      .filter((app) => isOlder(app.last_used_at ?? app.created_at, query.get('unused_for_days')))
      .filter((app) => endsWithin(app.secrets, query.get('secret_expires_within_days')))
      .filter((app) =>
        words.every((word) =>
          [...app.client_name.toLowerCase().split(' '), app.client_id].some((part) => part.startsWith(word)),
        ),
      )
      .sort((one, other) => sortKey(one, sort).localeCompare(sortKey(other, sort)) * (sort.startsWith('-') ? -1 : 1))
    const start = Number(query.get('cursor') ?? 0)
    const end = start + Number(query.get('limit') ?? pageSize.default)
    return { items: matching.slice(start, end), next_cursor: end < matching.length ? String(end) : null }
  }

  #idOf(principal: string | null): string | null {
    return principal === 'me' ? this.config.caller.id : principal
  }

  #change(clientId: string, { action }: BulkInput): BulkResult {
    const params = { client_id: clientId }
    const { effect } = this
    const failed = (code: ProblemCode): BulkResult => ({
      client_id: clientId,
      status: problems[code].status,
      code,
      // As the server has it: whoever may see the app is told what it is now.
      app: code === 'forbidden' ? summaryOf(this.#find(params)) : null,
      effect: null,
    })
    const refused = this.#refused.get(clientId)
    if (refused) return failed(refused)
    if (!this.apps.some((app) => app.client_id === clientId)) return failed('not_found')
    const result = { client_id: clientId, status: 200, code: null, effect }
    if (action === 'delete') {
      this.apps = this.apps.filter((app) => app.client_id !== clientId)
      return { ...result, status: 204, app: null }
    }
    if (action === 'revoke_tokens') return { ...result, app: summaryOf(this.#find(params)) }
    const { app } = this.#setStatus(params, action === 'enable' ? 'active' : 'disabled')
    return { ...result, app: summaryOf(app) }
  }

  #setStatus(params: FakeRequest['params'], status: App['status']): OperationAnswer<'enableApp'> {
    return { app: this.#store({ ...this.#find(params), status }), effect: this.effect }
  }

  #find(params: FakeRequest['params']): App {
    const app = this.apps.find(({ client_id }) => client_id === params['client_id'])
    if (!app) throw new Refusal({ code: 'not_found', errors: [] })
    return app
  }

  #store(app: App): App {
    const changed = this.#touch(app)
    this.apps = this.apps.map((other) => (other.client_id === app.client_id ? changed : other))
    return changed
  }

  #touch(app: App): App {
    this.#now += 1000
    return { ...app, updated_at: new Date(this.#now).toISOString() }
  }

  #withSecret(app: App): OperationAnswer<'createApp'> {
    return usesSecret(app.token_endpoint_auth_method) ? { ...app, client_secret: this.secret } : app
  }
}

async function readRequest(url: URL, init: RequestInit): Promise<FakeRequest> {
  const { name, params } = findRoute(init.method ?? 'GET', url.pathname)
  const sent = new Request(url, init)
  const form = sent.headers.get('content-type')?.startsWith('multipart/') ? await sent.formData() : undefined
  const text = form ? form.get('app') : await sent.text()
  const icon = form?.get('icon')
  return {
    name,
    params,
    query: url.searchParams,
    body: typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined,
    icon: icon instanceof Blob ? icon : undefined,
    ifMatch: sent.headers.get('if-match'),
    idempotencyKey: sent.headers.get('idempotency-key'),
    prefer: sent.headers.get('prefer'),
    signal: init.signal ?? undefined,
  }
}

/** The mount path is whatever comes before the route's own path. */
function findRoute(method: string, path: string): Pick<FakeRequest, 'name' | 'params'> {
  for (const name of Object.keys(routes) as RouteName[]) {
    const route = routes[name]
    const pattern = new RegExp(`${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
    const match = route.method === method ? pattern.exec(path) : null
    if (match) return { name, params: match.groups ?? {} }
  }
  throw new Error(`No route takes ${method} ${path}`)
}

function members(body: unknown): Partial<App> {
  const { icon, ...rest } = body as Partial<App> & { icon?: unknown }
  return icon === null ? { ...rest, logo_uri: null, logo_srcset: null } : rest
}

function summaryOf(app: App): AppSummary {
  const names = Object.keys(AppSummarySchema.shape)
  return Object.fromEntries(Object.entries(app).filter(([name]) => names.includes(name))) as AppSummary
}

function isOlder(iso: string, days: string | null): boolean {
  return days === null || Date.parse(iso) < Date.now() - Number(days) * dayMs
}

function endsWithin(secrets: App['secrets'], days: string | null): boolean {
  if (days === null) return true
  return secrets.some(
    ({ expires_at }) => expires_at !== null && Date.parse(expires_at) < Date.now() + Number(days) * dayMs,
  )
}

function sortKey(app: App, sort: string): string {
  const key = sort.replace('-', '') as 'client_name' | 'created_at' | 'updated_at' | 'last_used_at'
  return app[key] ?? ''
}

function etagOf(data: object): string {
  return `"${'updated_at' in data ? String(data.updated_at) : ''}"`
}

function problemAnswer({ code, errors, retryAfter }: Failure): Response {
  if (code === 'network') throw new TypeError('Failed to fetch')
  const { status, title } = problems[code]
  const problem = { type: `urn:problem:${code}`, title, status, detail: title, code, errors }
  const headers = new Headers({ 'content-type': 'application/problem+json' })
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter))
  return Response.json(problem, { status, headers })
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DOMException('The request was aborted', 'AbortError')
}
