import type { Principal } from '../plugin/principal.js'

const acme = { id: 'acme', name: 'Acme' } as const
const globex = { id: 'globex', name: 'Globex' } as const

/** The people of the demo, by the role that one signs in as. */
export const principals = {
  owner: person('owner', 'Olivia Owner', [{ ...acme, role: 'owner' }]),
  admin: { ...person('admin', 'Adam Admin', [{ ...acme, role: 'admin' }]), locale: 'de' },
  member: person('member', 'Mia Member', [{ ...acme, role: 'member' }]),
  'other-owner': person('other-owner', 'Oscar Other', [{ ...globex, role: 'owner' }]),
  multi: {
    ...person('multi', 'Mo Multi', [
      { ...acme, role: 'admin' },
      { ...globex, role: 'admin' },
    ]),
    locale: 'ar',
  },
  root: { ...person('root', 'Ruth Root', []), administrator: true },
} satisfies Record<string, Principal>

export type DemoRole = keyof typeof principals

export function isDemoRole(value: string): value is DemoRole {
  return Object.hasOwn(principals, value)
}

/** All of them, for whoever oversees them. */
export function findOrganizations(): readonly { readonly id: string; readonly name: string }[] {
  return [acme, globex]
}

export function findPrincipal(id: string): Principal | null {
  return isDemoRole(id) ? principals[id] : null
}

function person(id: string, name: string, organizations: Principal['organizations']): Principal {
  return { id, name, email: `${id}@example.com`, organizations }
}
