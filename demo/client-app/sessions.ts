import { randomBytes } from 'node:crypto'
import type { Request, Response } from 'express'

/** What somebody has told the client app about one portal, and what it got there. In memory: it is a demo. */
export interface ClientSession {
  credentials?: { readonly clientId: string; readonly clientSecret: string }
  /** A sign-in that is under way. */
  pending?: { readonly codeVerifier: string; readonly state: string }
  tokens?: { readonly accessToken: string; readonly refreshToken: string | undefined }
  /** What happened last, in a sentence. */
  told?: string
}

const cookieName = 'client_session'
/** Sessions that are kept; the oldest goes first. */
const most = 1000

export class Sessions {
  readonly #sessions = new Map<string, ClientSession>()

  /** That of the browser, for the portal; a new one where there is none. */
  of(request: Request, response: Response, portal: string): ClientSession {
    const known = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]{43})`).exec(request.headers.cookie ?? '')?.[1]
    const id = known ?? randomBytes(32).toString('base64url')
    if (known === undefined) response.cookie(cookieName, id, { httpOnly: true, sameSite: 'lax', path: '/' })
    const key = `${id} ${portal}`
    const session = this.#sessions.get(key) ?? {}
    this.#sessions.set(key, session)
    const [oldest] = this.#sessions.keys()
    if (this.#sessions.size > most && oldest !== undefined) this.#sessions.delete(oldest)
    return session
  }
}
