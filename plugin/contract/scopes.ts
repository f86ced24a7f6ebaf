import type { ItemFault } from './item-fault.js'
import type { ScopeCatalogue, ScopeDefinition } from './scope-catalogue.js'

/** Every scope of a catalogue, in its order, whichever area it stands in. */
export function listScopes(catalogue: ScopeCatalogue): ScopeDefinition[] {
  return catalogue.flatMap((entry) => ('scopes' in entry ? entry.scopes : [entry]))
}

/** What is granted for what was chosen: all that it implies too, in the catalogue's order; unknown names are dropped. */
export function expandScopes(catalogue: ScopeCatalogue, chosen: readonly string[]): string[] {
  const scopes = listScopes(catalogue)
  const granted = reach(byName(scopes), chosen)
  return [...new Set(scopes.map(({ name }) => name))].filter((name) => granted.has(name))
}

/**
 * Why a scope cannot be left out: for every name that is implied by something chosen, the chosen names that imply it,
 * in the catalogue's order. A scope does not hold itself.
 */
export function impliedBy(catalogue: ScopeCatalogue, chosen: readonly string[]): Map<string, string[]> {
  const scopes = listScopes(catalogue)
  const known = byName(scopes)
  const holders = new Map<string, string[]>()
  for (const name of new Set(scopes.map((scope) => scope.name).filter((scope) => chosen.includes(scope)))) {
    for (const implied of reach(known, [name])) {
      if (implied !== name) holders.set(implied, [...(holders.get(implied) ?? []), name])
    }
  }
  return holders
}

/** Only names from the catalogue and, where `required`, at least one. */
export function checkScopes(
  catalogue: ScopeCatalogue,
  chosen: readonly string[],
  { required = false }: { readonly required?: boolean } = {},
): ItemFault[] {
  if (chosen.length === 0) return required ? [{ fault: { code: 'scope_required' } }] : []
  const known = byName(listScopes(catalogue))
  return chosen.flatMap((name, index): ItemFault[] =>
    known.has(name) ? [] : [{ index, fault: { code: 'scope_unknown', name } }],
  )
}

type ScopesByName = ReadonlyMap<string, ScopeDefinition>

function byName(scopes: readonly ScopeDefinition[]): ScopesByName {
  return new Map(scopes.map((scope) => [scope.name, scope]))
}

/** The names and all that follows from them; each is visited once, so that a circle of implications ends. */
function reach(known: ScopesByName, names: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>()
  const ahead = [...names]
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    const scope = known.get(name)
    if (!scope || reached.has(name)) continue
    reached.add(name)
    ahead.push(...(scope.implies ?? []))
  }
  return reached
}
