import type { TokenAuthority, TokenCount, TokenGrant, TokenSelection } from '../../../plugin/index.js'
import type { CarriedClients } from './carried-clients.js'
import type { Grant } from './other-server/grants.js'

export interface OtherTokensOptions {
  /** Of the other server, as {@link adminRoutes} of this example has them. */
  readonly adminUrl: string
  readonly adminToken: string
  readonly clients: Pick<CarriedClients, 'find' | 'findThere'>
  /** Who somebody is at the other server. */
  readonly nameOf: (userId: string) => string
}

/** Milliseconds for one request: the kit itself waits for five seconds. */
const patience = 4000

const nothing: TokenCount = { users: 0, grants: 0, tokens: 0 }

/** What the kit asks to count, list, revoke and narrow, asked of the other server, where clients may have other names. */
export function otherTokens({ adminUrl, adminToken, clients, nameOf }: OtherTokensOptions): TokenAuthority {
  async function ask(method: string, path: string, query: Query = {}, body?: object): Promise<unknown> {
    const url = new URL(`${adminUrl}${path}`)
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value)
    const response = await fetch(url, {
      method,
      headers: { Authorization: `Bearer ${adminToken}`, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (response.status === 204 || (response.status === 404 && method === 'PATCH')) return undefined
    if (!response.ok) throw new Error(`The other server answered ${response.status}`)
    return response.json()
  }

  /** `undefined` for an app that was never there, and so has nothing there. */
  async function queryOf({ clientId, userId, grantId }: TokenSelection): Promise<Query | undefined> {
    const thereId = clientId === undefined ? undefined : (await clients.find(clientId))?.thereId
    if (clientId !== undefined && typeof thereId !== 'string') return undefined
    return { client_id: thereId ?? undefined, user_id: userId, grant_id: grantId }
  }

  /** `undefined` where the grant is of a client that is none of our apps. */
  async function grantOf({ id, client_id, user_id, scopes, created_at }: Grant): Promise<TokenGrant | undefined> {
    const clientId = (await clients.findThere(client_id))?.clientId
    if (clientId === undefined) return undefined
    return {
      id,
      client_id: clientId,
      user: { id: user_id, name: nameOf(user_id) },
      scopes,
      created_at,
      last_used_at: null,
    }
  }

  return {
    async count(of) {
      const query = await queryOf(of)
      return query ? countIn(await ask('GET', '/grants/count', query)) : nothing
    },
    async list(of, { limit, cursor }) {
      const query = await queryOf(of)
      if (!query) return { items: [], next_cursor: null }
      const { items, next } = pageIn(await ask('GET', '/grants', { ...query, limit: String(limit), after: cursor }))
      const grants = await Promise.all(items.map(grantOf))
      return { items: grants.filter((grant) => grant !== undefined), next_cursor: next }
    },
    async revoke(of) {
      const query = await queryOf(of)
      return query ? countIn(await ask('DELETE', '/grants', query)) : nothing
    },
    async narrow(grantId, scopes) {
      await ask('PATCH', `/grants/${encodeURIComponent(grantId)}`, {}, { scopes })
    },
  }
}

type Query = Readonly<Record<string, string | undefined>>

function countIn(answer: unknown): TokenCount {
  const { users, grants, tokens } = membersOf(answer)
  return { users: Number(users), grants: Number(grants), tokens: Number(tokens) }
}

function pageIn(answer: unknown): { readonly items: readonly Grant[]; readonly next: string | null } {
  const { items, next } = membersOf(answer)
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the kit checks each grant before anybody sees it
  return { items: Array.isArray(items) ? (items as Grant[]) : [], next: typeof next === 'string' ? next : null }
}

function membersOf(answer: unknown): Readonly<Record<string, unknown>> {
  return typeof answer === 'object' && answer !== null ? Object.fromEntries(Object.entries(answer)) : {}
}
