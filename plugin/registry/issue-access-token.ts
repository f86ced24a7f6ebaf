import { accessTokenSeconds } from '../contract/access-token-values.js'
import type { FieldFault } from '../contract/faults.js'
import { expandScopes, listScopes } from '../contract/scopes.js'
import type { Principal } from '../principal.js'
import { ProblemError } from '../problem-error.js'
import { appEvent } from './app-event.js'
import type { AppRecord } from './app-record.js'
import { askForToken } from './ask-for-token.js'
import { askHost } from './ask-host.js'
import { getApp } from './get-app.js'
import { honours } from './honours.js'
import type { RegistryContext } from './registry-context.js'
import type { Registry, TryToken } from './registry.js'
import { refuseUnapproved } from './review/refuse-unapproved.js'

/**
 * A token with which the caller tries the API, as a user of the app and with nothing that either of them does not have.
 * It is in the audit log before anybody has it: one that could not be written down is told to nobody.
 *
 * @throws ProblemError `not_found`, `forbidden`, `invalid_input`, `app_disabled`, `not_approved`, or `unavailable` where the authorization
 *   server, or who knows the caller's scopes, does not answer.
 */
export async function issueAccessToken(
  context: RegistryContext,
  principal: Principal,
  clientId: string,
  {
    members: { scopes: asked, expires_in = accessTokenSeconds.max },
    faults,
  }: Parameters<Registry['issueAccessToken']>[2],
): Promise<TryToken> {
  const app = await getApp(context, principal, clientId, 'issue_token')
  const limits = await scopesWithin(context, principal, app)
  const errors = [...faults, ...(asked ? judge(asked, limits) : [])]
  if (errors.length > 0) throw new ProblemError('invalid_input', { errors })
  if (!honours(app, { userId: principal.id })) {
    refuseUnapproved(context, app)
    throw new ProblemError('app_disabled', { detail: 'Nothing works through this app until it is enabled.' })
  }
  const scopes = asked ? expandScopes(context.rules.scopes, asked) : limits.both
  const token = await askForToken(context, { clientId, userId: principal.id, scopes, seconds: expires_in })
  const at = context.clock()
  const expires_at = at + token.expires_in * 1000
  const changes = { scopes: { before: null, after: scopes }, expires_at: { before: null, after: expires_at } }
  const event = appEvent(principal, app, { action: 'app.token_issued', at, changes })
  await context.store.transaction((transaction) => transaction.insertEvent(event))
  context.logger.info({ client_id: clientId, actor_id: principal.id, scopes, expires_at }, 'app.token_issued')
  return { ...token, expires_at, scopes }
}

interface ScopeLimits {
  readonly known: readonly string[]
  readonly app: readonly string[]
  readonly caller: readonly string[]
  /** Those of the app that the caller has, too. */
  readonly both: readonly string[]
}

/** With what they imply. */
async function scopesWithin(
  { rules, findScopes }: RegistryContext,
  principal: Principal,
  app: AppRecord,
): Promise<ScopeLimits> {
  const known = listScopes(rules.scopes).map(({ name }) => name)
  const ofApp = expandScopes(rules.scopes, app.scopes)
  const given: unknown = findScopes ? await askHost('findScopes', async () => findScopes(principal)) : known
  if (!isTexts(given)) throw new TypeError('findScopes() must answer an array of scopes')
  const ofCaller = expandScopes(rules.scopes, given)
  return { known, app: ofApp, caller: ofCaller, both: ofApp.filter((name) => ofCaller.includes(name)) }
}

/** An empty list of an app that has scopes would be a token that is good for nothing. */
function judge(asked: readonly string[], { known, app, caller }: ScopeLimits): FieldFault[] {
  if (asked.length === 0 && app.length > 0) return [{ pointer: '/scopes', code: 'scope_required' }]
  return asked.flatMap((name, index): FieldFault[] => {
    const pointer = `/scopes/${index}`
    if (!known.includes(name)) return [{ pointer, code: 'scope_unknown', name }]
    if (!app.includes(name)) return [{ pointer, code: 'scope_beyond_app', name }]
    return caller.includes(name) ? [] : [{ pointer, code: 'scope_beyond_caller', name }]
  })
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
