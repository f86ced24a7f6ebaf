import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { PublicAppSchema } from '../../../plugin/contract/public-app.js'
import { ownApps, type OAuthAppsOptions } from '../../../plugin/index.js'
import { exampleIconUrl } from '../../support/example-app.js'
import { mountPath, openPortal, type Portal, type PortalOptions } from './portal.js'

const apps = `${mountPath}/apps`
const olga = {
  id: 'u-owner',
  name: 'Olga Owner',
  organizations: [{ id: 'acme', name: 'Acme', role: 'owner' }],
} as const

describe('What anybody may know of an app', () => {
  const portals: Portal[] = []
  after(() => Promise.all(portals.map((portal) => portal.close())))
  const open = async (options: PortalOptions = {}): Promise<Portal> => {
    const portal = await openPortal(options)
    portals.push(portal)
    return portal
  }
  const publicOf = (portal: Portal, clientId: string) => portal.as('nobody').get(`${apps}/${clientId}/public`)

  let portal: Portal
  let clientId: string
  before(async () => {
    portal = await open({ fields: { contacts: 'optional' }, findPrincipal: () => olga })
    const members = {
      client_name: 'Photo Printer',
      description: 'Prints what you share with it.',
      client_uri: 'https://printer.example/',
      policy_uri: 'https://printer.example/privacy',
      tos_uri: 'https://printer.example/terms',
      redirect_uris: ['https://printer.example/secret-callback'],
      allowed_origins: ['https://app.printer.example'],
      contacts: ['olga@printer.example'],
      scopes: ['files:write'],
      icon: await exampleIconUrl(),
    }
    const { body } = await portal.as('owner').post(apps).send(members).expect(201)
    clientId = body.client_id
  })

  it('is what a consent screen shows, and needs no sign-in', async () => {
    const { body } = await publicOf(portal, clientId).expect(200)
    const { logo_uri, logo_srcset, ...members } = PublicAppSchema.parse(body)
    assert.deepEqual(members, {
      client_id: clientId,
      client_name: 'Photo Printer',
      description: 'Prints what you share with it.',
      client_uri: 'https://printer.example/',
      policy_uri: 'https://printer.example/privacy',
      tos_uri: 'https://printer.example/terms',
      scopes: ['files:write'],
      publisher: { name: 'Acme' },
    })
    await portal.as('nobody').get(String(logo_uri)).expect(200)
    assert.ok(logo_srcset?.startsWith(`${String(logo_uri)} 1x`))
  })

  it('says nothing of who runs it, how it is reached and what happened to it', async () => {
    const { text, headers } = await publicOf(portal, clientId).expect(200)
    for (const hidden of [
      'Olga',
      'u-owner',
      'olga@',
      'acme',
      'callback',
      'app.printer',
      'status',
      'created',
      'secret',
    ]) {
      assert.ok(!text.includes(hidden), hidden)
    }
    assert.equal(headers['etag'], undefined)
  })

  it('is never out of date: nothing keeps it', async () => {
    assert.equal((await publicOf(portal, clientId).expect(200)).headers['cache-control'], 'no-store')
  })

  it('is the same 404 for an app that is disabled, deleted or unknown', async () => {
    const { body } = await portal.as('owner').post(apps).send({ client_name: 'Short-lived' }).expect(201)
    const app = `${apps}/${body.client_id}`
    const unknown = await publicOf(portal, 'a'.repeat(26)).expect(404)
    assert.equal(unknown.body.code, 'not_found')
    await portal.as('owner').post(`${app}/disable`).expect(200)
    assert.deepEqual((await publicOf(portal, body.client_id).expect(404)).body, unknown.body)
    await portal.as('owner').post(`${app}/enable`).expect(200)
    await publicOf(portal, body.client_id).expect(200)
    await portal.as('owner').delete(app).expect(204)
    assert.deepEqual((await publicOf(portal, body.client_id).expect(404)).body, unknown.body)
  })

  it('names the person who registered an app that is of no organisation', async () => {
    const own = await open({ policy: ownApps(), findPrincipal: () => olga })
    const { body } = await own.as('owner').post(apps).send({ client_name: 'Mine', organization_id: null }).expect(201)
    assert.deepEqual((await publicOf(own, body.client_id).expect(200)).body.publisher, { name: 'Olga Owner' })
  })

  it('has no publisher where the organisation’s name is not known, rather than the name of somebody in it', async () => {
    const nameless: Partial<OAuthAppsOptions>[] = [
      {},
      { findPrincipal: () => null },
      { findPrincipal: () => ({ ...olga, organizations: [] }) },
      { findPrincipal: () => Promise.reject(new Error('The directory is away')) },
    ]
    for (const options of nameless) {
      const other = await open(options)
      const { body } = await other.as('owner').post(apps).send({ client_name: 'Ours' }).expect(201)
      assert.equal((await publicOf(other, body.client_id).expect(200)).body.publisher, null)
    }
  })

  it('is counted against nobody, so that one who asks often keeps nobody from consenting', async () => {
    const limited = await open({ rateLimits: { reads: { points: 1, seconds: 60 } } })
    const { body } = await limited.as('owner').post(apps).send({ client_name: 'Asked for' }).expect(201)
    for (let call = 0; call < 3; call++) await publicOf(limited, body.client_id).expect(200)
  })
})
