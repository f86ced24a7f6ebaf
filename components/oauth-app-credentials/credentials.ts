/** What an app authenticates with, as the server's answer to a create carries it. */
export interface Credentials {
  readonly client_id: string
  readonly client_name: string
  /** In the one answer that has it; a public client has none (RFC 6749 §2.1). */
  readonly client_secret?: string | undefined
  /** There is a secret, but the answer that had it never arrived. */
  readonly secret_missed?: boolean
}
