import type { Principal } from '../../plugin/index.js'

const acme = { id: 'acme', name: 'Acme' }

/** Who may sign in to a {@link ManagedHost}. */
export const people = {
  owner: { id: 'olga', name: 'Olga Owner', organizations: [{ ...acme, role: 'owner' }] },
  admin: { id: 'adam', name: 'Adam Admin', organizations: [{ ...acme, role: 'admin' }] },
  member: { id: 'mia', name: 'Mia Member', organizations: [{ ...acme, role: 'member' }] },
  colleague: { id: 'noah', name: 'Noah Newman', organizations: [{ ...acme, role: 'member' }] },
} as const satisfies Record<string, Principal>

export type Person = keyof typeof people

export function isPerson(name: string): name is Person {
  return Object.hasOwn(people, name)
}

export function personWithId(id: string): Principal | null {
  return Object.values(people).find((person) => person.id === id) ?? null
}

/** The members of the organisation of whose name a word begins so. */
export function membersNamed(organizationId: string | null, q: string): Pick<Principal, 'id' | 'name'>[] {
  if (organizationId !== acme.id) return []
  return Object.values(people)
    .filter(({ name }) => ` ${name.toLowerCase()}`.includes(` ${q.toLowerCase()}`))
    .map(({ id, name }) => ({ id, name }))
}
