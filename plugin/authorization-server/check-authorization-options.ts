import { isLoopback, parseUrl } from '../contract/host.js'
import { checkWebUrl } from '../contract/web-url.js'
import {
  fault,
  got,
  isFunction,
  isInteger,
  isOneOf,
  isRecord,
  listOf,
  membersOf,
  optional,
  type OptionCheck,
} from '../options/option-value.js'
import { OptionsError, type OptionFault } from '../options/options-error.js'
import { checkCookieKeys, checkKeys } from './check-keys.js'
import type { AuthorizationServerOptions } from './options.js'

const example = 'such as https://example.com/oauth'

const checkIssuer: OptionCheck = (value, option) => {
  const url = typeof value === 'string' && checkWebUrl(value).length === 0 ? parseUrl(value) : undefined
  if (typeof value !== 'string' || !url)
    return fault(option, `has to be the server's public address, ${example}, ${got(value)}`)
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    return fault(option, `has to be https: codes, tokens and cookies would travel in the open, ${got(value)}`)
  }
  // It is compared character for character, so there is one way to write it.
  const canonical = url.origin + url.pathname.replace(/\/$/, '')
  return value === canonical ? [] : fault(option, `has to be written as ${canonical}, ${got(value)}`)
}

const isText: OptionCheck = (value, option) =>
  typeof value === 'string' && value !== '' ? [] : fault(option, `has to be a text, ${got(value)}`)

function checkClaims(scopes: readonly string[]): OptionCheck {
  return (value, option) => {
    if (!isRecord(value)) return fault(option, `has to be an object such as { openid: ['name'] }, ${got(value)}`)
    return Object.entries(value).flatMap(([scope, claims]) =>
      scopes.includes(scope)
        ? listOf(isText)(claims, `${option}.${scope}`)
        : fault(`${option}.${scope}`, `is no scope; there are ${scopes.join(', ')}`),
    )
  }
}

/**
 * Refuses what would not be safe where strangers can reach it.
 *
 * @throws OptionsError naming everything that is wrong, and how to mend it.
 */
export function checkAuthorizationOptions(options: unknown, scopes: readonly string[]): void {
  const checkAll = membersOf({
    issuer: checkIssuer,
    serviceName: optional(isText),
    keys: checkKeys,
    cookieKeys: checkCookieKeys,
    findAccount: isFunction('(id) => { id, name } or null'),
    interactionUrl: isFunction('(uid) => address'),
    claims: optional(checkClaims(scopes)),
    resourceServers: optional(listOf(isText)),
    lifetimes: optional(
      membersOf({
        authorizationCode: optional(isInteger(1, 600)),
        accessToken: optional(isInteger(1, 86_400)),
        refreshToken: optional(isInteger(1, 365 * 86_400)),
      }),
    ),
    clientIdMetadataDocuments: optional(
      membersOf({ scopes: listOf(isOneOf(scopes)), allow: optional(isFunction('(clientId) => true or false')) }),
    ),
    renderError: optional(isFunction('(problem) => html')),
  } satisfies Record<keyof AuthorizationServerOptions, OptionCheck>)
  const faults = isRecord(options) ? checkAll(options, '') : fault('options', `has to be an object, ${got(options)}`)
  if (faults.length === 0 && isRecord(options)) faults.push(...checkInteractionUrl(options))
  if (faults.length > 0) throw new OptionsError(faults, 'createAuthorizationServer')
}

/** The cookie that ties an interaction to its browser is for this page, so it has to be one that the cookie reaches. */
function checkInteractionUrl({ issuer, interactionUrl }: Readonly<Record<string, unknown>>): OptionFault[] {
  if (typeof interactionUrl !== 'function' || typeof issuer !== 'string') return []
  const uid = 'an-interaction'
  const address: unknown = Reflect.apply(interactionUrl, undefined, [uid])
  const origin = new URL(issuer).origin
  const url = typeof address === 'string' && URL.canParse(address, origin) ? new URL(address, origin) : undefined
  if (url?.origin === origin && url.pathname.includes(uid)) return []
  return fault('interactionUrl', `has to answer an address on ${origin} with the uid in its path, ${got(address)}`)
}
