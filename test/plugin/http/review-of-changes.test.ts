import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { AppSchema, EventPageSchema, type App } from '../../../plugin/contract/index.js'
import { databaseKinds } from '../../support/databases.js'
import { exampleIconUrl } from '../../support/example-app.js'
import { apps, openReviewHost, reader, type ReviewHost } from './review-host.js'

/** An icon that no other app has. */
async function iconOf(background: string): Promise<string> {
  const png = await sharp({ create: { width: 32, height: 32, channels: 3, background } })
    .png()
    .toBuffer()
  return `data:image/png;base64,${png.toString('base64')}`
}

for (const database of databaseKinds) {
  describe(`${database.name}: changes of an app that was approved`, () => {
    let host: ReviewHost
    before(async () => {
      host = await openReviewHost(database, { restoreDays: 30 })
    })
    after(() => host.close())

    const idOf = (app: string): string => app.split('/').at(-1) ?? ''
    const read = async (app: string): Promise<App> => AppSchema.parse((await host.as('dev').get(app).expect(200)).body)
    const edit = async (app: string, members: object): Promise<App> =>
      AppSchema.parse((await host.as('dev').patch(app).set('If-Match', '*').send(members).expect(200)).body)
    const submitted = { status: 'pending', submitted_by: { id: 'dev', name: 'dev' }, reason: null }

    it('wait while the approved version stays in force, and are the app once they are approved', async () => {
      const app = await host.createApproved()
      const icon = await exampleIconUrl()
      const wanted = {
        client_name: 'Lector',
        client_uri: 'https://lector.example',
        redirect_uris: ['https://lector.example/cb'],
        allowed_origins: ['https://lector.example'],
        scopes: ['files:write'],
        policy_uri: 'https://lector.example/privacy',
        tos_uri: 'https://lector.example/terms',
        icon,
      }
      const { icon: _, ...members } = wanted
      const held = await edit(app, wanted)
      const { submitted_at, decided_at, ...review } = held.review ?? {}
      assert.deepEqual([held.status, review], ['active', submitted])
      const { logo_uri, logo_srcset, ...proposal } = held.proposal ?? {}
      assert.deepEqual(proposal, members)
      assert.match(String(logo_uri), /\/icons\/[0-9a-f]{64}$/)
      assert.deepEqual([held.client_name, held.logo_uri, held.redirect_uris], ['Reader', null, reader.redirect_uris])

      const { registry } = host
      const client = await registry.findClient(idOf(app))
      assert.deepEqual([client?.client_name, client?.scopes], ['Reader', ['files:read']])
      assert.equal(await registry.isRedirectUriAllowed(idOf(app), 'https://lector.example/cb'), false)
      assert.equal(await registry.isRedirectUriAllowed(idOf(app), 'https://reader.example/cb'), true)
      assert.equal(await registry.isOriginAllowed('https://lector.example', idOf(app)), false)
      assert.equal((await host.as('dev').get(`${app}/public`)).body.client_name, 'Reader')
      await host.as('nobody').get(String(logo_uri)).expect(200)

      const { body } = await host.as('root').post(`${app}/approve`).expect(200)
      const approved = AppSchema.parse(body)
      assert.deepEqual([approved.review, approved.proposal], [undefined, undefined])
      assert.deepEqual(
        { ...members, ...approved, logo_uri, logo_srcset },
        { ...approved, ...members, logo_uri, logo_srcset },
      )
      assert.equal(approved.logo_uri, logo_uri)
      assert.equal(await registry.isOriginAllowed('https://lector.example', idOf(app)), true)
      assert.deepEqual((await registry.findClient(idOf(app)))?.scopes, ['files:write'])
      const found = await host.as('dev').get(`${apps}?q=lector`)
      assert.ok(found.body.items.some(({ client_id }: App) => client_id === idOf(app)))
      const { items } = EventPageSchema.parse((await host.as('dev').get(`${app}/events`)).body)
      assert.deepEqual(
        items.slice(0, 2).map(({ action, changes }) => [action, changes['client_name']]),
        [
          ['app.approved', { before: 'Reader', after: 'Lector' }],
          ['app.submitted', { before: 'Reader', after: 'Lector' }],
        ],
      )
    })

    it('change at once what nobody judges an app by, beside what waits', async () => {
      const app = await host.createApproved()
      const held = await edit(app, { description: 'Reads.', client_name: 'Lector' })
      assert.deepEqual(
        [held.description, held.client_name, held.proposal],
        ['Reads.', 'Reader', { client_name: 'Lector' }],
      )
      const [submission, update] = await host.actions(app)
      assert.deepEqual([submission, update], ['dev app.submitted', 'dev app.updated'])
      const secret = await host.as('dev').post(`${app}/secrets`).expect(201)
      assert.deepEqual(secret.body.proposal, { client_name: 'Lector' })
    })

    it('go on from what waits when they are changed again, and are gone when they are taken back', async () => {
      const app = await host.createApproved()
      await edit(app, { client_name: 'Lector', scopes: ['files:write'] })
      const amended = await edit(app, { client_name: 'Lector 2' })
      assert.deepEqual(amended.proposal, { client_name: 'Lector 2', scopes: ['files:write'] })
      const same = await edit(app, { client_name: 'Lector 2' })
      assert.deepEqual(same, amended, 'the same again changes nothing')
      assert.deepEqual((await edit(app, { client_name: 'Reader' })).proposal, { scopes: ['files:write'] })
      const given = await edit(app, { scopes: ['files:read'] })
      assert.deepEqual([given.proposal, given.review, given.scopes], [undefined, undefined, ['files:read']])
      assert.equal((await host.actions(app))[0], 'dev app.withdrawn')
      await edit(app, { client_name: 'Lector' })
      const { body } = await host.as('dev').post(`${app}/withdraw`).expect(200)
      assert.deepEqual([body.client_name, body.status, body.proposal], ['Reader', 'active', undefined])
      await host.as('dev').post(`${app}/withdraw`).expect(200)
      assert.equal((await host.actions(app)).filter((line) => line === 'dev app.withdrawn').length, 2)
    })

    it('are kept when they are rejected, with the reason, and wait again when they are mended or resubmitted', async () => {
      const app = await host.createApproved()
      await edit(app, { client_name: 'Google' })
      const rejected = (await host.as('root').post(`${app}/reject`).send({ reason: 'Not your name.' }).expect(200)).body
      assert.deepEqual(
        [rejected.status, rejected.review.status, rejected.review.reason, rejected.proposal],
        ['active', 'rejected', 'Not your name.', { client_name: 'Google' }],
      )
      assert.equal((await host.as('root').post(`${app}/approve`).expect(409)).body.code, 'nothing_to_review')
      const untouched = await edit(app, { description: 'Still.' })
      assert.equal(untouched.review?.status, 'rejected')
      const again = (await host.as('dev').post(`${app}/submit`).expect(200)).body
      assert.deepEqual(
        [again.review.status, again.review.reason, again.proposal],
        ['pending', null, { client_name: 'Google' }],
      )
      await host.as('root').post(`${app}/reject`).send({ reason: 'Still not.' }).expect(200)
      const mended = await edit(app, { client_name: 'Docs' })
      assert.deepEqual([mended.review?.status, mended.proposal], ['pending', { client_name: 'Docs' }])
      assert.equal((await host.as('root').post(`${app}/approve`).expect(200)).body.client_name, 'Docs')
    })

    it('take away at once: what has fallen into the wrong hands waits for nobody', async () => {
      const app = await host.createApproved({
        redirect_uris: ['https://reader.example/cb', 'https://lost.example/cb'],
        scopes: ['files:write'],
      })
      const less = await edit(app, { redirect_uris: ['https://reader.example/cb'], scopes: ['files:read'] })
      assert.deepEqual([less.redirect_uris, less.scopes], [['https://reader.example/cb'], ['files:read']])
      assert.equal(less.proposal, undefined)
      assert.equal((await host.actions(app))[0], 'dev app.updated')
      const other = await edit(app, { redirect_uris: ['https://other.example/cb'] })
      assert.deepEqual(other.redirect_uris, ['https://reader.example/cb'], 'another one in its place waits')
    })

    it('are approved at once where all that the app would have is marked safe', async () => {
      const app = await host.createApproved()
      await edit(app, { client_name: 'Waits' })
      const safe = await edit(app, { scopes: ['profile'] })
      assert.deepEqual([safe.client_name, safe.scopes, safe.review], ['Waits', ['profile'], undefined])
    })

    it('wait while it is disabled, too, and are not lost when it is deleted, restored or given away', async () => {
      const app = await host.createApproved()
      await host.as('dev').post(`${app}/disable`).expect(200)
      const held = await edit(app, { client_name: 'Lector' })
      assert.deepEqual([held.status, held.client_name], ['disabled', 'Reader'])
      await host.as('dev').post(`${app}/enable`).expect(200)
      assert.equal((await read(app)).client_name, 'Reader')
      await host.as('dev').delete(app).expect(204)
      const queue = async (): Promise<boolean> => {
        const { body } = await host.as('root').get(`${apps}?review=pending&limit=100`)
        return body.items.some(({ client_id }: App) => client_id === idOf(app))
      }
      assert.equal(await queue(), false)
      await host.as('dev').post(`${app}/restore`).expect(200)
      assert.deepEqual([await queue(), (await read(app)).proposal], [true, { client_name: 'Lector' }])
      await host.as('dev').post(`${app}/disable`).expect(200)
      const { body } = await host.as('root').post(`${app}/approve`).expect(200)
      assert.deepEqual([body.status, body.client_name], ['disabled', 'Lector'])
    })

    it('bring grants along that rest on an address that waits', async () => {
      const app = await host.createApproved({ redirect_uris: [] })
      assert.deepEqual((await read(app)).grant_types, ['client_credentials'])
      const held = await edit(app, { redirect_uris: ['https://reader.example/cb'] })
      assert.deepEqual(held.grant_types, ['client_credentials'])
      assert.deepEqual(held.proposal?.grant_types, ['authorization_code', 'refresh_token', 'client_credentials'])
      const publicNow = await edit(app, { token_endpoint_auth_method: 'none' })
      assert.deepEqual(
        [publicNow.grant_types, publicNow.proposal?.grant_types],
        [[], ['authorization_code', 'refresh_token']],
      )
      const { body } = await host.as('root').post(`${app}/approve`).expect(200)
      assert.deepEqual(body.grant_types, ['authorization_code', 'refresh_token'])
    })

    it('keep the icon that they would show, and let it go when nothing refers to it any more', async () => {
      const app = await host.createApproved()
      const held = await edit(app, { icon: await iconOf('#123456') })
      const address = String(held.proposal?.logo_uri)
      await host.as('nobody').get(address).expect(200)
      await host.as('dev').post(`${app}/withdraw`).expect(200)
      await host.as('nobody').get(address).expect(404)

      const other = await host.createApproved()
      const again = await edit(other, { icon: await iconOf('#654321') })
      await edit(other, { icon: await iconOf('#111111') })
      await host.as('nobody').get(String(again.proposal?.logo_uri)).expect(404)
      const [last] = [(await read(other)).proposal?.logo_uri]
      await host.as('root').post(`${other}/approve`).expect(200)
      await host.as('nobody').get(String(last)).expect(200)
    })

    it('keep an icon that another app shows no more', async () => {
      const icon = await iconOf('#00aa88')
      const other = await host.createApproved({ icon, scopes: ['profile'] })
      const app = await host.createApproved()
      const { proposal } = await edit(app, { icon })
      assert.equal((await read(other)).logo_uri, proposal?.logo_uri)
      await edit(other, { icon: null })
      await host.as('nobody').get(String(proposal?.logo_uri)).expect(200)
      const { body } = await host.as('root').post(`${app}/approve`).expect(200)
      assert.equal(body.logo_uri, proposal?.logo_uri)
    })

    it('are judged by the same rules as any edit, also beside what waits', async () => {
      const app = await host.createApproved()
      await edit(app, { application_type: 'native', redirect_uris: ['com.example.app:/cb'] })
      assert.deepEqual((await read(app)).redirect_uris, reader.redirect_uris)
      const answer = await host.as('dev').patch(app).set('If-Match', '*').send({ application_type: 'web' }).expect(400)
      assert.equal(answer.body.errors[0].code, 'uri_scheme_needs_native')
      assert.deepEqual((await read(app)).proposal?.redirect_uris, ['com.example.app:/cb'])
    })
  })
}
