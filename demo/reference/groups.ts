import type { Operation } from './open-api.js'

/** Operations under one heading. */
export interface OperationGroup {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly operations: readonly Operation[]
}

/** In the order of the page; an operation belongs to the first one that its path fits. */
const kinds = [
  {
    id: 'webhooks',
    title: 'Webhooks',
    text: 'Endpoints of yours are told what happens to applications, in messages that are signed by Standard Webhooks.',
    fits: /^\/webhooks/,
  },
  {
    id: 'secrets',
    title: 'Secrets',
    text: 'A secret is in the answer that made it, and in no other. Several may live side by side while you rotate.',
    fits: /\/secrets/,
  },
  {
    id: 'activity',
    title: 'Activity',
    text: 'Who did what, and when. Lines are added and never changed.',
    fits: /\/events/,
  },
  {
    id: 'applications',
    title: 'Applications',
    text: 'An application acts for the people who allow it to, within the scopes that it was registered with.',
    fits: /^\/apps/,
  },
  {
    id: 'service',
    title: 'This API',
    text: 'What it offers to whom, in a form for programs.',
    fits: /^/,
  },
] as const

const order = ['applications', 'secrets', 'activity', 'webhooks', 'service']

/** Every operation in one group; groups without any are left out. */
export function groupsOf(operations: readonly Operation[]): OperationGroup[] {
  const kindOf = ({ path }: Operation) => kinds.find(({ fits }) => fits.test(path))
  return kinds
    .map((kind) => ({ ...kind, operations: operations.filter((operation) => kindOf(operation) === kind) }))
    .filter((group) => group.operations.length > 0)
    .sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id))
}
