import type { MaybeAsync } from './maybe-async.js'
import type { Principal } from './principal.js'

/** What the host knows of people who are not calling. */
export interface People {
  /** Who has this id. Where it is given, apps can be reassigned. */
  readonly findPrincipal?: ((id: string) => MaybeAsync<Principal | null | undefined>) | undefined
  /**
   * Members of an organisation whose name has a word that begins with `q`; of everybody, where there is no organisation.
   * At most 50 are shown, and only their ids and names. Where it is given, people choose from them whom an app is given to.
   */
  readonly findOwners?:
    | ((
        organizationId: string | null,
        q: string,
      ) => MaybeAsync<readonly { readonly id: string; readonly name: string }[]>)
    | undefined
}
