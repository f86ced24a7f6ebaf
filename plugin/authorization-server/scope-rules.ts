import type { ScopeCatalogue } from '../contract/scope-catalogue.js'
import { expandScopes, listScopes } from '../contract/scopes.js'

/** OpenID Connect Core §3.1.2.1: who the user is. What every app may ask for, unless the catalogue has it. */
const signIn = 'openid'

/** OpenID Connect Core §11: many clients send it to get refresh tokens, which here follow from the app's grant types. */
const offline = 'offline_access'

interface HasScopes {
  readonly scopes: readonly string[]
}

/** What scopes apps may ask for, and what comes with them. */
export interface ScopeRules {
  readonly all: readonly string[]
  /** With what they imply. */
  allowedTo(app: HasScopes): readonly string[]
  /** With what they imply. */
  expand(scopes: readonly string[]): readonly string[]
  /** What a request means: where it names none, all that the app may have (RFC 6749 §3.3), or else a mere sign-in. */
  requested(app: HasScopes, scope: string | undefined): readonly string[]
}

export function scopeRules(catalogue: ScopeCatalogue): ScopeRules {
  const names = listScopes(catalogue).map(({ name }) => name)
  const extra = names.includes(signIn) ? [] : [signIn]
  const expand = (scopes: readonly string[]): string[] => [
    ...extra.filter((name) => scopes.includes(name)),
    ...expandScopes(catalogue, scopes),
  ]
  return {
    all: [...extra, ...names],
    expand,
    allowedTo: ({ scopes }) => expand([...scopes, ...extra]),
    requested(app, scope) {
      const named = splitScopes(scope).filter((name) => name !== offline)
      if (named.length > 0) return named
      return app.scopes.length > 0 ? app.scopes : extra
    },
  }
}

export function splitScopes(scope: string | undefined): string[] {
  return [...new Set((scope ?? '').split(' ').filter((name) => name !== ''))]
}
