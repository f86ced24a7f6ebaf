import type { ScopeCatalogue } from '../../plugin/contract/scope-catalogue.js'
import type { LanguageController } from '../internal/language.controller.js'
import { consentEnglish } from '../locales/english/consent.js'
import { scopesEnglish } from '../locales/english/scopes.js'
import { scopeLocks } from '../scope-picker/scope-locks.js'
import { scopeSentences } from '../scope-picker/scope-sentences.js'
import type { CompleteRequest, ConsentUser } from './consent-request.js'
import { allowedScopes, requestedAccess, type RequestedAccess } from './requested-access.js'

/** All that the element says, which is little of what the other elements say. */
export const consentWords = { consent: consentEnglish, scopes: scopesEnglish }

export type ConsentLanguage = LanguageController<typeof consentWords>

interface Given {
  readonly language: ConsentLanguage
  readonly request: CompleteRequest
  readonly user: ConsentUser | undefined
  readonly catalogue: ScopeCatalogue
  /** Nothing can be pressed or followed, and what is empty has a placeholder. */
  readonly preview: boolean
}

/** What the parts of one render are drawn from. */
export interface ConsentView extends Given {
  readonly access: RequestedAccess
  /** What each scope lets an app do, by its name. */
  readonly sentences: ReadonlyMap<string, string>
  /** What people choose among, and how; `undefined` where they allow all of it or nothing. */
  readonly choice: ScopeChoice | undefined
  /** What Allow allows, as things stand. */
  readonly allowed: readonly string[]
}

export interface ScopeChoice {
  /** Why a scope cannot be left out: the app does not work without it, or another one brings it along. */
  readonly lockOf: (name: string) => 'needed' | 'included' | undefined
  readonly toggle: (name: string, on: boolean) => void
}

/** @param choosing what was left out, and how to change that; `undefined` where nothing can be. */
export function consentView(
  given: Given,
  choosing: { readonly declined: ReadonlySet<string>; readonly toggle: ScopeChoice['toggle'] } | undefined,
): ConsentView {
  const { catalogue, request, language } = given
  const access = requestedAccess(catalogue, request)
  const allowed = choosing ? allowedScopes(catalogue, access.fresh, choosing.declined) : access.fresh
  return {
    ...given,
    access,
    sentences: scopeSentences(catalogue, (text) => language.text(text), language.strings.scopes),
    choice: choosing && choiceOf(given, allowed, choosing.toggle),
    allowed,
  }
}

function choiceOf(
  { catalogue, request }: Given,
  allowed: readonly string[],
  toggle: ScopeChoice['toggle'],
): ScopeChoice {
  const implied = scopeLocks(catalogue, allowed)
  return {
    lockOf: (name) => {
      if (request.required_scopes?.includes(name)) return 'needed'
      return implied.has(name) ? 'included' : undefined
    },
    toggle,
  }
}
