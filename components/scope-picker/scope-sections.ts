import type { ScopeCatalogue, ScopeDefinition, ScopeGroup } from '../../plugin/contract/scope-catalogue.js'

export type Access = NonNullable<ScopeDefinition['access']>

/** Neighbours in a catalogue that are shown together: areas as a table, single scopes as a list. */
export type ScopeSection =
  | { readonly kind: 'grid'; readonly columns: readonly Access[]; readonly groups: readonly ScopeGroup[] }
  | { readonly kind: 'list'; readonly scopes: readonly ScopeDefinition[] }

/** Divides a catalogue into sections and keeps its order. */
export function scopeSections(catalogue: ScopeCatalogue): ScopeSection[] {
  const sections: ScopeSection[] = []
  for (const entry of catalogue) {
    const last = sections.at(-1)
    if ('scopes' in entry) {
      if (last?.kind === 'grid') sections.splice(-1, 1, gridOf([...last.groups, entry]))
      else sections.push(gridOf([entry]))
    } else if (last?.kind === 'list') sections.splice(-1, 1, { kind: 'list', scopes: [...last.scopes, entry] })
    else sections.push({ kind: 'list', scopes: [entry] })
  }
  return sections
}

/** A scope without an access, as `openid`, only lets an app look: it stands under Read. */
export function accessOf(scope: ScopeDefinition): Access {
  return scope.access ?? 'read'
}

function gridOf(groups: readonly ScopeGroup[]): ScopeSection {
  const used = new Set(groups.flatMap(({ scopes }) => scopes.map(accessOf)))
  return { kind: 'grid', columns: (['read', 'write'] as const).filter((access) => used.has(access)), groups }
}
