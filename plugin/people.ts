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
  /**
   * The organisations there are, for whoever sees the apps of all of them: they can narrow the list to one, and read its name.
   * Default: those that they belong to themselves.
   */
  readonly findOrganizations?:
    ((principal: Principal) => MaybeAsync<readonly { readonly id: string; readonly name: string }[]>) | undefined
  /**
   * Which scopes of the catalogue somebody has themselves. They count as many when they try an app: a token that they get
   * for that has those alone, with what they imply. Default: all.
   */
  readonly findScopes?: ((principal: Principal) => MaybeAsync<readonly string[]>) | undefined
}
