import { ownApps, type OAuthAppsOptions, type Principal } from '../../../plugin/index.js'
import type { DatabaseKind } from '../../support/databases.js'
import { mountPath, openPortal, type Client } from './portal.js'

const person = (id: string): Principal => ({ id, name: id, organizations: [] })
const people: readonly Principal[] = [person('dev'), person('other'), { ...person('root'), administrator: true }]

export const apps = `${mountPath}/apps`

/** An app that somebody has to look at. */
export const reader = {
  client_name: 'Reader',
  redirect_uris: ['https://reader.example/cb'],
  scopes: ['files:read'],
}

/** A host that reviews apps: `dev` and `other` have their own, and `root` approves. */
export async function openReviewHost(database?: DatabaseKind, options: Partial<OAuthAppsOptions> = {}) {
  const portal = await openPortal({
    ...(database && { database }),
    policy: ownApps(),
    scopes: [
      { name: 'profile', risk: 'safe' },
      { name: 'files:read' },
      { name: 'files:write', implies: ['files:read'], risk: 'dangerous' },
      { name: 'sneaky', implies: ['files:read'], risk: 'safe' },
    ],
    authenticate: (request) => people.find(({ id }) => id === request.get('X-Caller')) ?? null,
    review: true,
    ...options,
  })
  const as = (id: string): Client => portal.as('nobody').set('X-Caller', id)
  return {
    ...portal,
    as,
    /** The address of a new app of `dev`. */
    async create(members: object = {}): Promise<string> {
      const { body } = await as('dev')
        .post(apps)
        .send({ ...reader, ...members })
        .expect(201)
      return `${apps}/${String(body.client_id)}`
    },
    /** The same, when `root` has approved it. */
    async createApproved(members: object = {}): Promise<string> {
      const app = await this.create(members)
      await as('root').post(`${app}/approve`).expect(200)
      return app
    },
    async actions(app: string): Promise<string[]> {
      const { body } = await as('root').get(`${app}/events`).expect(200)
      return body.items.map(({ action, actor }: { action: string; actor: { id: string } }) => `${actor.id} ${action}`)
    },
  }
}

export type ReviewHost = Awaited<ReturnType<typeof openReviewHost>>
