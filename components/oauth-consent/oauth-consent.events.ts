declare global {
  interface HTMLElementEventMap {
    'oauth-consent-allow': CustomEvent<ConsentAllowDetail>
    'oauth-consent-deny': CustomEvent<null>
    'oauth-consent-switch-user': CustomEvent<null>
  }
}

export interface ConsentAllowDetail {
  /** The names that were asked for and are allowed now; what was allowed before is not repeated. */
  readonly scopes: readonly string[]
}
