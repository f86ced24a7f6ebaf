import type { AppDraft } from './app-draft.js'
import type { AppRules } from './app-rules.js'
import { appDefaults, authMethods, type ApplicationType, type AuthMethod } from './app-values.js'
import { checkContact } from './contact.js'
import type { Fault, FieldFault } from './faults.js'
import { checkPresence, type CurrentApp } from './field-presence.js'
import { fieldNames, type FieldName } from './fields.js'
import { checkGrantTypes } from './grant-types.js'
import { inMember, judgeList } from './item-fault.js'
import { jsonPointer } from './json-pointer.js'
import { checkJwks } from './jwks.js'
import { normalizeDraft, type NormalizedDraft } from './normalize-draft.js'
import { checkOrigins } from './origin.js'
import { checkRedirectUris } from './redirect-uri.js'
import { checkScopes } from './scopes.js'
import { checkText } from './text.js'
import { checkWebUrl } from './web-url.js'

export interface CheckAppOptions {
  /** The app that is edited; without it the draft is of a new one. */
  readonly current?: CurrentApp | undefined
  /** Members already at fault (a wrong type): they are not judged again, nor missed. `''` stands for the whole body. */
  readonly faulty?: ReadonlySet<string>
}

type AuthMethodRules = Pick<AppRules, 'fields' | 'token_endpoint_auth_methods_supported'>

/** What judging one member takes: the whole draft, and what the app becomes by it. */
interface Judgement {
  readonly draft: NormalizedDraft
  readonly rules: AppRules
  readonly current: CurrentApp | undefined
  readonly applicationType: ApplicationType
  readonly authMethod: AuthMethod
  readonly redirectUris: readonly string[]
}

/**
 * Every fault of a draft at once: the same in the form, in the router and at registration. Of an edit the given members
 * are judged, and what they reach: another application type judges the redirect URIs again.
 */
export function checkApp(
  draft: AppDraft,
  rules: AppRules,
  { current, faulty = new Set() }: CheckAppOptions = {},
): FieldFault[] {
  if (faulty.has('')) return []
  const normal = normalizeDraft(draft, rules.limits)
  const refused = new Map<FieldName, FieldFault[]>()
  for (const name of fieldNames) {
    const faults = faulty.has(name) ? [] : checkPresence(name, normal, rules.fields[name], current)
    if (faults.length > 0 || faulty.has(name)) refused.set(name, faults)
  }
  const sound = Object.fromEntries(Object.entries(normal).filter(([name]) => !isField(name) || !refused.has(name)))
  const judgement = judgementOf(sound, rules, current)
  return fieldNames.flatMap((name) => {
    const faults = refused.get(name)
    if (faults) return faults
    return restsOnUnknown(name, faulty, refused) ? [] : judgeMember(name, judgement)
  })
}

/** The methods that a form may offer: `private_key_jwt` only where keys can be given; what an app has it may keep. */
export function offeredAuthMethods(
  rules: AuthMethodRules,
  current?: Pick<CurrentApp, 'jwks' | 'token_endpoint_auth_method'>,
): AuthMethod[] {
  const keys = rules.fields.jwks.presence !== 'hidden' || Boolean(current?.jwks)
  return authMethods.filter(
    (method) =>
      (rules.token_endpoint_auth_methods_supported.includes(method) ||
        method === current?.token_endpoint_auth_method) &&
      (keys || method !== 'private_key_jwt'),
  )
}

/** RFC 7591 §2; of a host that does not take that one `none`, where it takes that. */
export function defaultAuthMethod(rules: AuthMethodRules): AuthMethod {
  const { token_endpoint_auth_method: usual } = appDefaults
  const offered = offeredAuthMethods(rules)
  return offered.includes(usual) ? usual : (offered.at(-1) ?? usual)
}

function judgementOf(draft: NormalizedDraft, rules: AppRules, current: CurrentApp | undefined): Judgement {
  const before = current ?? {
    ...appDefaults,
    token_endpoint_auth_method: defaultAuthMethod(rules),
    redirect_uris: [],
  }
  return {
    draft,
    rules,
    current,
    applicationType: draft.application_type ?? before.application_type,
    authMethod: draft.token_endpoint_auth_method ?? before.token_endpoint_auth_method,
    redirectUris: draft.redirect_uris ?? before.redirect_uris,
  }
}

function judgeMember(name: FieldName, judgement: Judgement): FieldFault[] {
  const { draft, rules, current, authMethod } = judgement
  const { limits } = rules
  switch (name) {
    case 'client_name':
      return draft.client_name ? one(name, checkText(name, draft.client_name, textLimits(limits))) : []
    case 'description':
      return one(name, checkText(name, draft.description ?? '', { max: limits.description_max }))
    case 'client_uri':
    case 'policy_uri':
    case 'tos_uri':
      return draft[name] ? one(name, checkWebUrl(draft[name], { maxLength: limits.uri_length_max })) : []
    case 'redirect_uris':
      return judgeRedirectUris(judgement)
    case 'allowed_origins': {
      const policy = { insecureOrigins: rules.uris.insecure_origins, max: limits.allowed_origins_max }
      return inMember(name, checkOrigins(draft.allowed_origins ?? [], policy))
    }
    case 'scopes':
      return inMember(name, checkScopes(rules.scopes, draft.scopes ?? []))
    case 'contacts':
      return inMember(name, judgeList(draft.contacts ?? [], limits.contacts_max, undefined, checkContact))
    case 'token_endpoint_auth_method': {
      const allowed = offeredAuthMethods(rules, current)
      return !draft[name] || allowed.includes(authMethod) ? [] : one(name, [{ code: 'not_allowed', allowed }])
    }
    case 'jwks':
      return judgeJwks(judgement)
    case 'grant_types': {
      const basis = { redirect_uris: judgement.redirectUris, token_endpoint_auth_method: authMethod }
      return inMember(name, checkGrantTypes(draft.grant_types ?? [], basis, rules))
    }
    case 'application_type':
    case 'icon':
    case 'organization_id':
    case 'status':
      return []
  }
}

function judgeRedirectUris({ draft, rules, current, applicationType, redirectUris }: Judgement): FieldFault[] {
  if (!draft.redirect_uris && applicationType === current?.application_type) return []
  const { uri_length_max: maxLength, redirect_uris_max: max } = rules.limits
  const options = { applicationType, schemes: rules.uris.schemes, maxLength, max }
  return inMember('redirect_uris', checkRedirectUris(redirectUris, options))
}

function judgeJwks({ draft, rules, current, authMethod }: Judgement): FieldFault[] {
  if (draft.jwks) return checkJwks(draft.jwks)
  const touched = draft.jwks === null || draft.token_endpoint_auth_method !== undefined || !current
  const kept = draft.jwks === undefined && Boolean(current?.jwks)
  const needed = touched && !kept && authMethod === 'private_key_jwt' && offeredAuthMethods(rules).includes(authMethod)
  return needed ? one('jwks', [{ code: 'jwks_required' }]) : []
}

/** Members whose verdict rests on another one say nothing while that one is not known. */
function restsOnUnknown(
  name: FieldName,
  faulty: ReadonlySet<string>,
  refused: ReadonlyMap<FieldName, unknown>,
): boolean {
  if (name === 'redirect_uris') return faulty.has('application_type')
  if (name === 'grant_types') return refused.has('redirect_uris') || refused.has('token_endpoint_auth_method')
  return name === 'jwks' && refused.has('token_endpoint_auth_method')
}

function textLimits({ client_name_min: min, client_name_max: max }: AppRules['limits']): { min: number; max: number } {
  return { min, max }
}

function one(name: FieldName, faults: readonly Fault[]): FieldFault[] {
  return faults.map((fault) => ({ pointer: jsonPointer(name), ...fault }))
}

function isField(name: string): name is FieldName {
  return fieldNames.some((field) => field === name)
}
