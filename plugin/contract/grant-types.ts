import { grantTypes, type AuthMethod, type GrantType } from './app-values.js'
import type { AppRules } from './app-rules.js'
import type { ItemFault } from './item-fault.js'

/** What decides which grants an app can use. */
export interface GrantBasis {
  readonly redirect_uris: readonly string[]
  readonly token_endpoint_auth_method: AuthMethod
}

/**
 * The grants of an app that names none (RFC 7591 §2): users can be sent back to it if it has a redirect URI, and it can
 * act for itself if it is confidential and the host allows that.
 */
export function defaultGrantTypes(app: GrantBasis, rules: Pick<AppRules, 'grants'>): GrantType[] {
  return grantTypes.filter((grant) => obstacle(grant, app, rules) === undefined)
}

/**
 * The grants that an app will have: those that it names or, when it names none, those that follow from what it becomes.
 * A list that was once given by hand stays, less what the app can no longer use; where the host hides the member, nobody
 * gives one by hand.
 */
export function effectiveGrantTypes(
  chosen: readonly GrantType[] | undefined,
  app: GrantBasis,
  rules: Pick<AppRules, 'fields' | 'grants'>,
  current?: GrantBasis & { readonly grant_types: readonly GrantType[] },
): GrantType[] {
  if (chosen) return [...new Set(chosen)]
  const follows = defaultGrantTypes(app, rules)
  if (!current || rules.fields.grant_types.presence === 'hidden') return follows
  if (isSameSet(current.grant_types, defaultGrantTypes(current, rules))) return follows
  return current.grant_types.filter((grant) => follows.includes(grant))
}

/** Grants that the app could never use. */
export function checkGrantTypes(
  grants: readonly GrantType[],
  app: GrantBasis,
  rules: Pick<AppRules, 'grants'>,
): ItemFault[] {
  return grants.flatMap((grant, index): ItemFault[] => {
    switch (obstacle(grant, app, rules)) {
      case 'redirect':
        return [{ index, fault: { code: 'grant_needs_redirect', grant } }]
      case 'secret':
        return [{ index, fault: { code: 'grant_needs_secret', grant } }]
      case 'host':
        return [{ index, fault: { code: 'not_allowed', allowed: grantTypes.filter((name) => name !== grant) } }]
      case undefined:
        return []
    }
  })
}

function obstacle(
  grant: GrantType,
  app: GrantBasis,
  { grants }: Pick<AppRules, 'grants'>,
): 'redirect' | 'secret' | 'host' | undefined {
  if (grant !== 'client_credentials') return app.redirect_uris.length > 0 ? undefined : 'redirect'
  if (!grants.client_credentials) return 'host'
  return app.token_endpoint_auth_method === 'none' ? 'secret' : undefined
}

function isSameSet(some: readonly GrantType[], others: readonly GrantType[]): boolean {
  return some.length === others.length && some.every((grant) => others.includes(grant))
}
