import type { ScopeCatalogue } from '../../plugin/contract/scope-catalogue.js'
import { impliedBy } from '../../plugin/contract/scopes.js'

/**
 * The scopes that cannot be unticked while others are chosen, each with those to name as the reason: the outermost ones,
 * since unticking one that is itself held on would change nothing. Of two chosen scopes that imply each other neither
 * is locked, or nobody could untick them.
 */
export function scopeLocks(catalogue: ScopeCatalogue, chosen: readonly string[]): Map<string, readonly string[]> {
  const holders = impliedBy(catalogue, chosen)
  const holds = (holder: string, name: string): boolean => holders.get(name)?.includes(holder) ?? false
  const locks = new Map<string, readonly string[]>()
  for (const [name, all] of holders) {
    const free = all.filter((holder) => !holds(name, holder))
    const outermost = free.filter((holder) => !free.some((other) => holds(other, holder)))
    if (free.length > 0) locks.set(name, outermost.length > 0 ? outermost : free)
  }
  return locks
}
