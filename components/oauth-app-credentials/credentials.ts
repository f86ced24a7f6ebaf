import type { AuthMethod } from '../../plugin/contract/app-values.js'

/** What an app authenticates with, as the server's answer to a create carries it. */
export interface Credentials {
  readonly client_id: string
  readonly client_name: string
  /** In the one answer that has it; a public client has none (RFC 6749 §2.1), nor has one that signs with its own key. */
  readonly client_secret?: string | undefined
  /** Tells these two apart: `private_key_jwt` is the latter (RFC 7523 §2.2), all else counts as a public client. */
  readonly token_endpoint_auth_method?: AuthMethod | undefined
  /** There is a secret, but the answer that had it never arrived. */
  readonly secret_missed?: boolean
}
