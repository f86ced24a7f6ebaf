import type { ScopeCatalogue } from '../../plugin/contract/scope-catalogue.js'
import { listScopes } from '../../plugin/contract/scopes.js'
import { scopeLocks } from '../scope-picker/scope-locks.js'

/** A scope that stands for itself, with those that were granted because of it. */
export interface GrantedAccess {
  readonly name: string
  readonly includes: readonly string[]
  /** Whether it, or what it includes, is marked as dangerous. */
  readonly dangerous: boolean
}

/** What was granted, in the catalogue's order; what that does not hold any more comes last. */
export function grantedAccess(catalogue: ScopeCatalogue, granted: readonly string[]): GrantedAccess[] {
  const scopes = listScopes(catalogue)
  const dangers = new Set(scopes.filter(({ risk }) => risk === 'dangerous').map(({ name }) => name))
  const locks = scopeLocks(catalogue, granted)
  const homeOf = (name: string): string | undefined => locks.get(name)?.find((holder) => !locks.has(holder))
  const names = inOrder(catalogue, granted)
  return names
    .filter((name) => homeOf(name) === undefined)
    .map((name) => {
      const includes = names.filter((other) => homeOf(other) === name)
      return { name, includes, dangerous: [name, ...includes].some((one) => dangers.has(one)) }
    })
}

export function inOrder(catalogue: ScopeCatalogue, names: readonly string[]): string[] {
  const known = listScopes(catalogue).map(({ name }) => name)
  return [...new Set([...known.filter((name) => names.includes(name)), ...names])]
}
