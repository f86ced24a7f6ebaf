import type { ScopeCatalogue, ScopeDefinition, ScopeRisk } from '../../plugin/contract/scope-catalogue.js'
import { expandScopes, impliedBy, listScopes } from '../../plugin/contract/scopes.js'
import { distinct } from '../scope-picker/scope-list.js'
import { scopeLocks } from '../scope-picker/scope-locks.js'
import type { ConsentRequest } from './consent-request.js'

/** A scope that comes with another one. */
export interface IncludedAccess {
  readonly name: string
  /** Whether the app has asked for it by its own name, too: then it can be allowed without the other. */
  readonly asked: boolean
}

/** A scope that stands for itself, with all that comes with it folded in. */
export interface AccessItem {
  readonly name: string
  /** The worst of it and of what it includes: nothing dangerous hides in something harmless. */
  readonly risk: ScopeRisk
  readonly includes: readonly IncludedAccess[]
}

/** What a person is asked for, and what they have allowed before. */
export interface RequestedAccess {
  /** The names to be decided on, as they were asked for. */
  readonly fresh: readonly string[]
  readonly items: readonly AccessItem[]
  readonly remembered: readonly AccessItem[]
}

/** What hurts most comes first. */
export const risks = ['dangerous', 'normal', 'safe'] as const satisfies readonly ScopeRisk[]

export function requestedAccess(
  catalogue: ScopeCatalogue,
  { scopes = [], granted_scopes = [] }: Pick<ConsentRequest, 'scopes' | 'granted_scopes'>,
): RequestedAccess {
  const granted = new Set([...granted_scopes, ...expandScopes(catalogue, granted_scopes)])
  const fresh = distinct(scopes).filter((name) => !granted.has(name))
  return {
    fresh,
    items: folded(catalogue, fresh, granted),
    remembered: folded(catalogue, distinct(granted_scopes), new Set()),
  }
}

/**
 * What is allowed when some were left out: a scope that one of the others brings along cannot be.
 *
 * @returns names out of `asked`, in its order
 */
export function allowedScopes(
  catalogue: ScopeCatalogue,
  asked: readonly string[],
  declined: ReadonlySet<string>,
): string[] {
  const kept = asked.filter((name) => !declined.has(name))
  const implied = impliedBy(catalogue, kept)
  return asked.filter((name) => !declined.has(name) || implied.has(name))
}

/** The outermost of some names in the catalogue's order, each with what it includes; what it does not hold comes last. */
function folded(catalogue: ScopeCatalogue, names: readonly string[], granted: ReadonlySet<string>): AccessItem[] {
  const known = new Map(listScopes(catalogue).map((scope) => [scope.name, scope]))
  const locks = scopeLocks(catalogue, names)
  const outermost = names.filter((name) => !locks.has(name))
  const ordered = [...[...known.keys()].filter((name) => outermost.includes(name)), ...outermost]
  const placed = new Set([...outermost, ...granted])
  return distinct(ordered).map((name) => {
    const reached = expandScopes(catalogue, [name]).filter((one) => !granted.has(one))
    const includes = reached.filter((one) => !placed.has(one))
    for (const one of includes) placed.add(one)
    return {
      name,
      risk: worst([name, ...reached].map((one) => known.get(one))),
      includes: includes.map((one) => ({ name: one, asked: names.includes(one) })),
    }
  })
}

function worst(scopes: readonly (ScopeDefinition | undefined)[]): ScopeRisk {
  const found = scopes.map((scope) => scope?.risk ?? 'normal')
  return risks.find((risk) => found.includes(risk)) ?? 'normal'
}
