import type { FieldFault } from '../../plugin/contract/faults.js'
import type {
  OperationAnswer,
  OperationBody,
  OperationParams,
  OperationQuery,
} from '../../plugin/contract/operations.js'
import type { ProblemCode } from '../../plugin/contract/problems.js'
import { routes, type RouteName } from '../../plugin/contract/routes.js'

export type Fetch = typeof globalThis.fetch

/** Why a call failed: what the server answered, or that no usable answer came. */
export type ApiFailure = ProblemCode | 'network'

/** A call that did not succeed. Carries no value that was sent or received, so it may be logged. */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly code: ApiFailure,
    readonly status: number,
    readonly errors: readonly FieldFault[] = [],
    /** Seconds to wait before trying again, where the server says so. */
    readonly retryAfter?: number,
    cause?: unknown,
  ) {
    super(code, { cause })
  }
}

type Given<Key extends string, Value> = Value extends undefined ? unknown : Readonly<Record<Key, Value>>

/** What a route takes. */
export type ApiRequest<Name extends RouteName> = Given<'params', OperationParams<Name>> &
  (OperationQuery<Name> extends undefined ? unknown : { readonly query?: OperationQuery<Name> }) &
  Given<'body', OperationBody<Name>> & {
    /** Sent beside the body as a file: the request becomes multipart. */
    readonly icon?: Blob
    /** The ETag that was read. */
    readonly ifMatch?: string
    /** The same for a request that is sent again, so that what was done by it is not done twice. */
    readonly idempotencyKey?: string
    /** Asks for what was done, where an answer may be empty (RFC 7240 §4.2). */
    readonly prefer?: 'return=representation'
    readonly signal?: AbortSignal
  }

/** What any request may hold, whichever its route. */
interface AnyRequest {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: object
  readonly body?: unknown
  readonly icon?: Blob
  readonly ifMatch?: string
  readonly idempotencyKey?: string
  readonly prefer?: string
  readonly signal?: AbortSignal
}

export interface ApiAnswer<Name extends RouteName> {
  readonly data: OperationAnswer<Name>
  readonly etag: string | null
}

/** The one place where elements talk to the server, typed by the route table. */
export class ApiClient {
  readonly #base: string
  readonly #fetch: Fetch

  constructor(base: string, fetch: Fetch = globalThis.fetch.bind(globalThis)) {
    this.#base = base.replace(/\/+$/, '')
    this.#fetch = fetch
  }

  /** @throws ApiError for every answer but a success, and `AbortError` when `signal` says so. */
  async call<Name extends RouteName>(name: Name, request: ApiRequest<Name> & AnyRequest): Promise<ApiAnswer<Name>> {
    const response = await this.#send(name, request)
    return { data: await readAnswer(response), etag: response.headers.get('etag') }
  }

  /**
   * An answer as a file: a link to it would not carry what a host's `fetch` adds, such as a bearer token.
   *
   * @throws ApiError for every answer but a success, and `AbortError` when `signal` says so.
   */
  async file<Name extends RouteName>(name: Name, request: ApiRequest<Name> & AnyRequest): Promise<Blob> {
    return inTransit(async () => (await this.#send(name, request)).blob())
  }

  async #send(name: RouteName, request: AnyRequest): Promise<Response> {
    const response = await inTransit(() =>
      this.#fetch(this.#address(name, request), {
        method: routes[name].method,
        ...payload(request),
        signal: request.signal ?? null,
      }),
    )
    if (!response.ok) throw await readProblem(response)
    return response
  }

  #address(name: RouteName, { params = {}, query = {} }: AnyRequest): string {
    const path = routes[name].path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''))
    const search = new URLSearchParams()
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') search.set(key, String(value))
    }
    return `${this.#base}${path}${search.size > 0 ? `?${search.toString()}` : ''}`
  }
}

/** What fails on the way is not the server's refusal. */
async function inTransit<Value>(transfer: () => Promise<Value>): Promise<Value> {
  try {
    return await transfer()
  } catch (error) {
    if (error instanceof ApiError || (error instanceof DOMException && error.name === 'AbortError')) throw error
    throw new ApiError('network', 0, [], undefined, error)
  }
}

function payload(request: AnyRequest): RequestInit {
  const headers = new Headers({ accept: 'application/json' })
  if (request.ifMatch !== undefined) headers.set('if-match', request.ifMatch)
  if (request.idempotencyKey !== undefined) headers.set('idempotency-key', `"${request.idempotencyKey}"`)
  if (request.prefer !== undefined) headers.set('prefer', request.prefer)
  if (request.body === undefined) return { headers }
  const json = JSON.stringify(request.body)
  if (request.icon) {
    const form = new FormData()
    form.set('app', json)
    form.set('icon', request.icon, 'icon')
    return { headers, body: form }
  }
  headers.set('content-type', 'application/json')
  return { headers, body: json }
}

async function readAnswer<Name extends RouteName>(response: Response): Promise<OperationAnswer<Name>> {
  try {
    const answer: unknown = response.status === 204 ? undefined : await response.json()
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the router answers by the contract; to judge it again would bring every schema into the page
    return answer as OperationAnswer<Name>
  } catch (error) {
    throw new ApiError('network', response.status, [], undefined, error)
  }
}

/** Proxies answer with pages of their own, so the body is read with suspicion. */
async function readProblem(response: Response): Promise<ApiError> {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  const body: unknown = await response.json().catch(() => null)
  const problem = isProblem(body) ? body : undefined
  return new ApiError(
    problem?.code ?? fallbackCode(response.status),
    response.status,
    problem?.errors ?? [],
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  )
}

function isProblem(body: unknown): body is { code: ProblemCode; errors?: FieldFault[] } {
  if (typeof body !== 'object' || body === null || !('code' in body) || typeof body.code !== 'string') return false
  return !('errors' in body) || Array.isArray(body.errors)
}

function fallbackCode(status: number): ApiFailure {
  if (status === 401) return 'not_signed_in'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not_found'
  if (status === 413) return 'too_large'
  return status >= 500 ? 'unavailable' : 'network'
}
