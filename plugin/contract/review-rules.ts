import { expandScopes, listScopes } from './scopes.js'
import type { ScopeCatalogue } from './scope-catalogue.js'

/**
 * What people judge an app by when they are asked to allow it something, and where their answer goes: an edit of these waits
 * for approval. The type goes with the redirect URIs, which it decides about.
 */
export const reviewedMembers = [
  'client_name',
  'icon',
  'client_uri',
  'application_type',
  'redirect_uris',
  'allowed_origins',
  'scopes',
  'policy_uri',
  'tos_uri',
] as const
export type ReviewedMember = (typeof reviewedMembers)[number]

/** Of an app, the lists among them. */
export interface ReviewedLists {
  readonly redirect_uris: readonly string[]
  readonly allowed_origins: readonly string[]
  readonly scopes: readonly string[]
}

/** Whether nobody has to look at an app that asks for these: there are some, and each is marked safe with all it implies. */
export function areSafe(catalogue: ScopeCatalogue, scopes: readonly string[]): boolean {
  const risks = new Map(listScopes(catalogue).map(({ name, risk }) => [name, risk]))
  const names = [...scopes, ...expandScopes(catalogue, scopes)]
  return scopes.length > 0 && names.every((name) => risks.get(name) === 'safe')
}

/**
 * Whether a member becomes less than it was: fewer addresses, or less access. Such an edit waits for nobody, since what is
 * taken away may be taken away because it has fallen into the wrong hands.
 */
export function onlyTakesAway(
  member: ReviewedMember,
  before: ReviewedLists,
  after: ReviewedLists,
  catalogue: ScopeCatalogue,
): boolean {
  switch (member) {
    case 'redirect_uris':
    case 'allowed_origins':
      return isPartOf(after[member], before[member])
    case 'scopes': {
      const reach = (scopes: readonly string[]): string[] => [...scopes, ...expandScopes(catalogue, scopes)]
      return isPartOf(reach(after.scopes), reach(before.scopes))
    }
    default:
      return false
  }
}

function isPartOf(some: readonly string[], all: readonly string[]): boolean {
  return some.every((item) => all.includes(item))
}
