import { createServer, type Server } from 'node:http'
import { inspect } from 'node:util'
import express, { type Express } from 'express'
import supertest from 'supertest'
import {
  createOAuthApps,
  organizationAdmins,
  type OAuthApps,
  type OAuthAppsOptions,
  type Principal,
} from '../../../plugin/index.js'
import { databaseKinds, type DatabaseKind } from '../../support/databases.js'

const acme = { id: 'acme', name: 'Acme' }
const globex = { id: 'globex', name: 'Globex' }

/** Who may call. `demoted` is the admin after somebody made them a member: they still see what they created. */
const people = {
  owner: { id: 'u-owner', name: 'Olga Owner', organizations: [{ ...acme, role: 'owner' }] },
  admin: { id: 'u-admin', name: 'Adam Admin', organizations: [{ ...acme, role: 'admin' }] },
  demoted: { id: 'u-admin', name: 'Adam Admin', organizations: [{ ...acme, role: 'member' }] },
  member: { id: 'u-member', name: 'Mia Member', organizations: [{ ...acme, role: 'member' }] },
  stranger: { id: 'u-stranger', name: 'Sam Stranger', organizations: [{ ...globex, role: 'owner' }] },
} as const satisfies Record<string, Principal>

export type Person = keyof typeof people
export type Client = ReturnType<typeof supertest.agent>

export const mountPath = '/api/oauth-apps'

/** A host with the router in it, on a port of its own. */
export interface Portal {
  readonly port: number
  readonly registry: OAuthApps['registry']
  readonly runJobs: OAuthApps['runJobs']
  /** What the log got, as text. */
  readonly log: readonly string[]
  /** A browser or program of somebody's; `nobody` is not signed in. */
  as(person: Person | 'nobody'): Client
  close(): Promise<void>
}

export interface PortalOptions extends Partial<OAuthAppsOptions> {
  readonly database?: DatabaseKind
  /** Changes the host before the router is mounted. */
  readonly prepare?: (host: Express, apps: OAuthApps) => void
  /** Another Express than the one that is installed under that name. */
  readonly createHost?: () => Express
}

export async function openPortal({
  database: kind = sqlite(),
  prepare,
  createHost = express,
  ...options
}: PortalOptions = {}): Promise<Portal> {
  const database = await kind.create()
  const log: string[] = []
  const write = (details: object, message: string) => void log.push(`${message} ${inspect(details)}`)
  const apps = createOAuthApps({
    knex: database.config,
    authenticate: (request) => personOf(request.get('Authorization')),
    policy: organizationAdmins(),
    scopes: [{ name: 'files:read' }, { name: 'files:write', implies: ['files:read'] }],
    rateLimits: false,
    logger: { debug: write, info: write, warn: write, error: write },
    ...options,
  })
  await apps.migrate()
  const host = createHost()
  prepare?.(host, apps)
  host.use(mountPath, apps.router)
  const server = createServer(host)
  const port = await listen(server)
  return {
    port,
    registry: apps.registry,
    runJobs: () => apps.runJobs(),
    log,
    as: (person) => supertest.agent(server).set('Authorization', `Bearer ${person}`),
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await apps.close()
      await database.drop()
    },
  }
}

function sqlite(): DatabaseKind {
  const kind = databaseKinds.find(({ name }) => name === 'SQLite')
  if (!kind) throw new Error('SQLite is always there')
  return kind
}

function personOf(authorization = ''): Principal | null {
  const name = authorization.replace('Bearer ', '')
  return isPerson(name) ? people[name] : null
}

function isPerson(name: string): name is Person {
  return Object.hasOwn(people, name)
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
