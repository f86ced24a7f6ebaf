import type { AuthorizationStore } from './authorization-server/authorization-store.js'
import type { Job } from './jobs/job.js'
import type { RegistryContext } from './registry/registry-context.js'
import type { TokenAuthority } from './tokens.js'

/** What `createOAuthApps` keeps to itself, for what is built on it in this package. */
export interface Internals {
  readonly context: RegistryContext
  readonly authorization: AuthorizationStore
  readonly publicUrl: string | undefined
  /** Calls back after every change that was made through this process. */
  onChange(listener: () => void): void
  /** As the option `tokens`, given later. */
  useTokens(tokens: TokenAuthority): void
  addJob(name: string, job: Job): void
}

const kept = new WeakMap<object, Internals>()

export function keepInternals(apps: object, internals: Internals): void {
  kept.set(apps, internals)
}

/** `undefined` for anything that `createOAuthApps` did not return itself, such as a copy of it. */
export function internalsOf(apps: unknown): Internals | undefined {
  return typeof apps === 'object' && apps !== null ? kept.get(apps) : undefined
}
