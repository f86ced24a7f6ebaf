import type { Client, Configuration } from 'oidc-provider'
import type { AppRules } from '../contract/app-rules.js'
import { faultSentence } from '../contract/fault-sentences.js'
import type { Fault, FieldFault } from '../contract/faults.js'
import { inMember } from '../contract/item-fault.js'
import { jsonPointer } from '../contract/json-pointer.js'
import type { PublicApp } from '../contract/public-app.js'
import { checkRedirectUris } from '../contract/redirect-uri.js'
import { checkText, normalizeText } from '../contract/text.js'
import { checkWebUrl } from '../contract/web-url.js'
import type { FindHonoured, HonouredClient } from './honoured-clients.js'
import type { OidcProvider } from './load-provider.js'
import { splitScopes, type ScopeRules } from './scope-rules.js'

type Feature = NonNullable<NonNullable<Configuration['features']>['clientIdMetadataDocument']>

const declared = new WeakMap<Client, readonly string[]>()

/** To what an app limits itself by its document, with what that implies; `undefined` where it does not. */
export function declaredScopes(client: Client): readonly string[] | undefined {
  return declared.get(client)
}

interface DocumentsContext {
  readonly oidc: OidcProvider
  readonly scopes: ScopeRules
  readonly rules: AppRules
  readonly findHonoured: FindHonoured
}

/**
 * Client ID Metadata Documents, by oidc-provider: it fetches them, over https and from public addresses alone. Here they are
 * judged by the rules for whatever is registered, each time that one is used.
 */
export function clientDocuments({ oidc, scopes, rules, findHonoured }: DocumentsContext): Feature {
  return {
    enabled: true,
    // To the library this is an experiment, and is switched on by the version that one means.
    ack: 'draft-02',
    // Seconds, within which the document may say for how long it stays as it is.
    cacheDuration: { min: 30, max: 3600 },
    allowFetch: async (_ctx, clientId) => (await findHonoured(clientId, 'somebody')) !== null,
    async allowClient(_ctx, client) {
      if (!(await findHonoured(client.clientId, 'somebody'))) return false
      const [fault] = faultsOf(client, rules)
      if (fault) {
        throw new oidc.errors.InvalidClientMetadata(`the document at ${fault.pointer}: ${faultSentence(fault)}`)
      }
      if (client.scope !== undefined) declared.set(client, scopes.expand(splitScopes(client.scope)))
      Object.assign(client, {
        // It acts for people who let it, and never for itself.
        grantTypes: client.grantTypes?.filter((type) => type !== 'client_credentials'),
        // Nobody but itself has said that these are its pages.
        allowed_origins: undefined,
        // The library would send the browser back with what goes beyond it: that is for a page to say.
        scope: undefined,
      })
      return true
    },
  }
}

function faultsOf(client: Client, { limits, uris }: AppRules): FieldFault[] {
  const { clientName = '', redirectUris = [], applicationType = 'web' } = client
  const maxLength = limits.uri_length_max
  const options = { applicationType, schemes: uris.schemes, maxLength, max: limits.redirect_uris_max }
  const links = { client_uri: client.clientUri, policy_uri: client.policyUri, tos_uri: client.tosUri }
  const one = (name: string, faults: readonly Fault[]): FieldFault[] =>
    faults.map((fault) => ({ pointer: jsonPointer(name), ...fault }))
  return [
    ...inMember('redirect_uris', checkRedirectUris(redirectUris, options)),
    ...one('client_name', checkText('client_name', clientName, { min: 0, max: limits.client_name_max })),
    ...Object.entries(links).flatMap(([name, url]) => (url ? one(name, checkWebUrl(url, { maxLength })) : [])),
  ]
}

/** What a consent screen shows of it. Its logo would be fetched from where it likes, so there is none. */
export function presentDocument(client: Client, { client_id, client_name: host, scopes }: HonouredClient): PublicApp {
  return {
    client_id,
    client_name: normalizeText(client.clientName ?? '') || host,
    description: '',
    client_uri: client.clientUri ?? null,
    logo_uri: null,
    logo_srcset: null,
    policy_uri: client.policyUri ?? null,
    tos_uri: client.tosUri ?? null,
    scopes: [...scopes],
    publisher: { name: host },
  }
}
