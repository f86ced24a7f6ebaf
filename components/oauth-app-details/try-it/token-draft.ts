import { accessTokenSeconds } from '../../../plugin/contract/access-token-values.js'
import type { AccessTokenInput } from '../../../plugin/contract/access-token.js'
import type { ScopeCatalogue } from '../../../plugin/contract/scope-catalogue.js'
import { expandScopes } from '../../../plugin/contract/scopes.js'
import { scopeLocks } from '../../scope-picker/scope-locks.js'

/** Seconds to choose from. */
export const lifetimes = [60, 300, accessTokenSeconds.max] as const

/** A scope that the app has, and whether the token shall have it. */
export interface ScopeChoice {
  readonly name: string
  readonly chosen: boolean
  /** Which of the chosen ones bring it along, so that it cannot be left out. */
  readonly lockedBy: readonly string[]
}

/** What a developer wants a token to be good for: all that the app may do, until something is left out. */
export class TokenDraft {
  seconds: number = accessTokenSeconds.max
  readonly #left = new Set<string>()

  constructor(
    private readonly catalogue: ScopeCatalogue,
    private readonly ofApp: readonly string[],
  ) {}

  get choices(): ScopeChoice[] {
    const picked = this.#picked
    const locks = scopeLocks(this.catalogue, picked)
    return expandScopes(this.catalogue, this.ofApp).map((name) => {
      const lockedBy = locks.get(name) ?? []
      return { name, chosen: picked.includes(name) || lockedBy.length > 0, lockedBy }
    })
  }

  choose(name: string, chosen: boolean): void {
    if (chosen) this.#left.delete(name)
    else this.#left.add(name)
  }

  /** Whether a token would be good for nothing, of an app that has something. */
  get isEmpty(): boolean {
    return this.ofApp.length > 0 && this.#picked.length === 0
  }

  /** Nothing is said of scopes where none is left out: then it is all that the caller has, too. */
  get body(): AccessTokenInput {
    return { expires_in: this.seconds, ...(this.#left.size > 0 && { scopes: this.#picked }) }
  }

  get #picked(): string[] {
    return expandScopes(this.catalogue, this.ofApp).filter((name) => !this.#left.has(name))
  }
}
