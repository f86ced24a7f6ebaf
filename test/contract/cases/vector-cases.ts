import type { ApplicationType } from '../../../plugin/contract/app-values.js'
import { suggestionOf, type Fault } from '../../../plugin/contract/faults.js'
import { checkOrigin, originMatches } from '../../../plugin/contract/origin.js'
import { redirectUriMatches } from '../../../plugin/contract/redirect-uri-match.js'
import { checkRedirectUri } from '../../../plugin/contract/redirect-uri.js'
import { checkWebUrl } from '../../../plugin/contract/web-url.js'
import { codesOf, expectSame, type Case } from './case.js'

interface Vector {
  readonly valid: boolean
  /** Where one rule alone refuses. */
  readonly code?: string
  readonly suggestion?: string
}
type RedirectUriVector = Vector & { readonly uri: string; readonly application_type: ApplicationType }
interface RedirectMatchVector {
  readonly registered: readonly string[]
  readonly requested: string
  readonly application_type: ApplicationType
  readonly match: boolean
}
interface CorsVector {
  readonly allowed_origins: readonly string[]
  readonly origin: string
  readonly access_control_allow_origin: string | null
}

/** The project's own verdicts, file by file; each file is one test, which names the vectors that disagree. */
export interface Vectors {
  readonly redirect_uris: readonly RedirectUriVector[]
  readonly redirect_match: readonly RedirectMatchVector[]
  readonly origins: readonly (Vector & { readonly input: string })[]
  readonly cors_match: readonly CorsVector[]
  readonly urls: readonly (Vector & { readonly url: string })[]
}

export const vectorFiles = ['redirect_uris', 'redirect_match', 'origins', 'cors_match', 'urls'] as const

export function vectorCases(vectors: Vectors): Case[] {
  return [
    caseOf('redirect URIs', vectors.redirect_uris, (vector) => {
      const faults = checkRedirectUri(vector.uri, { applicationType: vector.application_type })
      expectVerdict(faults, vector)
    }),
    caseOf('redirect URI matches', vectors.redirect_match, ({ registered, requested, application_type, match }) => {
      expectSame(redirectUriMatches(registered, requested, application_type), match)
    }),
    caseOf('origins', vectors.origins, (vector) => {
      const faults = checkOrigin(vector.input)
      expectVerdict(faults, vector)
      expectSame(faults.map(suggestionOf).find(Boolean), vector.suggestion)
    }),
    caseOf('origin matches', vectors.cors_match, ({ allowed_origins, origin, access_control_allow_origin }) => {
      expectSame(originMatches(allowed_origins, origin) ? origin : null, access_control_allow_origin)
    }),
    caseOf('web URLs', vectors.urls, (vector) => expectVerdict(checkWebUrl(vector.url), vector)),
  ]
}

function expectVerdict(faults: readonly Fault[], { valid, code }: Vector): void {
  expectSame(faults.length === 0, valid)
  if (code !== undefined) expectSame(codesOf(faults), [code])
}

function caseOf<V>(what: string, vectors: readonly V[], check: (vector: V) => void): Case {
  return {
    title: `the ${what} of the shared vectors get their verdicts`,
    check() {
      if (vectors.length === 0) throw new Error('there are no vectors')
      const wrong = vectors.flatMap((vector) => {
        try {
          check(vector)
          return []
        } catch (error) {
          return [`${JSON.stringify(vector)}: ${String(error)}`]
        }
      })
      if (wrong.length > 0) throw new Error(wrong.join('\n'))
    },
  }
}
