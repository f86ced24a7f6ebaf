import type { PublicApp } from '../../plugin/contract/public-app.js'

/** What `GET /apps/:client_id/public` answers, as far as the page has it. */
export type ConsentApp = Pick<PublicApp, 'client_name'> & {
  readonly [Member in Exclude<keyof PublicApp, 'client_name'>]?: PublicApp[Member] | undefined
}

/** What an app asks a person for. */
export interface ConsentRequest {
  /** Read from the server at `api` by `client-id` where the page does not give it. */
  readonly app?: ConsentApp | undefined
  /** The names that the app asks for; without them, all that it is registered for. */
  readonly scopes?: readonly string[] | undefined
  /** Where the answer goes. Already judged: an element cannot know what is registered. */
  readonly redirect_uri?: string | undefined
  /** What this person has allowed the app before: it is not asked for again. */
  readonly granted_scopes?: readonly string[] | undefined
  /** What cannot be left out where people may choose, such as `openid`. */
  readonly required_scopes?: readonly string[] | undefined
}

/** Who is signed in. */
export interface ConsentUser {
  readonly name: string
  readonly email?: string | null | undefined
}

/** A request with its app. */
export type CompleteRequest = ConsentRequest & { readonly app: ConsentApp; readonly scopes: readonly string[] }

/** Why there is nothing to decide. `app_unavailable` does not tell an unknown app from a disabled one. */
export type ConsentProblem =
  'app_unavailable' | 'app_unapproved' | 'redirect_uri_invalid' | 'scope_invalid' | 'expired' | 'unreachable'

/**
 * For a page that has no script of its own: a property as JSON in an attribute.
 *
 * @throws SyntaxError for what is no JSON, which the browser reports.
 */
export const jsonAttribute = {
  fromAttribute: (text: string | null): unknown => (text === null ? undefined : JSON.parse(text)),
}
