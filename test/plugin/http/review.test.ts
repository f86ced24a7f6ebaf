import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { AppPageSchema, AppSchema, ConfigSchema, EventPageSchema } from '../../../plugin/contract/index.js'
import { ownApps } from '../../../plugin/index.js'
import { databaseKinds } from '../../support/databases.js'
import { apps, openReviewHost, reader, type ReviewHost } from './review-host.js'

for (const database of databaseKinds) {
  describe(`${database.name}: an app that has to be approved`, () => {
    let host: ReviewHost
    before(async () => {
      host = await openReviewHost(database)
    })
    after(() => host.close())

    it('waits from its registration on, and works for its owner alone until somebody approves it', async () => {
      const created = await host.as('dev').post(apps).send(reader).expect(201)
      const { client_id, client_secret, status, review } = created.body
      assert.equal(status, 'pending')
      assert.deepEqual(
        [review.status, review.submitted_by, review.reason],
        ['pending', { id: 'dev', name: 'dev' }, null],
      )
      const { registry } = host
      assert.equal(await registry.findClient(client_id), null)
      assert.equal(await registry.findClient(client_id, 'other'), null)
      assert.equal((await registry.findClient(client_id, 'dev'))?.client_id, client_id)
      for (const [user, works] of [
        [undefined, false],
        ['other', false],
        ['dev', true],
      ] as const) {
        assert.equal(await registry.verifySecret(client_id, client_secret, user), works, `its secret, for ${user}`)
        assert.equal(await registry.isRedirectUriAllowed(client_id, 'https://reader.example/cb', user), works)
      }
      await host.as('dev').get(`${apps}/${client_id}/public`).expect(404)

      const { body } = await host.as('root').post(`${apps}/${client_id}/approve`).expect(200)
      assert.equal(AppSchema.parse(body).status, 'active')
      assert.ok(!('review' in body))
      assert.equal((await registry.findClient(client_id))?.client_id, client_id)
      assert.equal(await registry.verifySecret(client_id, client_secret), true)
      await host.as('dev').get(`${apps}/${client_id}/public`).expect(200)
      assert.deepEqual(await host.actions(`${apps}/${client_id}`), [
        'root app.approved',
        'dev app.submitted',
        'dev app.created',
      ])
    })

    it('may be a draft first, which waits when it is submitted and is one again when it is withdrawn', async () => {
      const app = await host.create({ status: 'draft' })
      const draft = (await host.as('dev').get(app)).body
      assert.deepEqual([draft.status, draft.review], ['draft', undefined])
      assert.equal((await host.as('root').post(`${app}/approve`).expect(409)).body.code, 'nothing_to_review')
      const submitted = (await host.as('dev').post(`${app}/submit`).expect(200)).body
      assert.deepEqual([submitted.status, submitted.review.status], ['pending', 'pending'])
      const again = await host.as('dev').post(`${app}/submit`).expect(200)
      assert.equal(again.headers['etag'], '"2"', 'what waits already leaves no trace')
      const withdrawn = (await host.as('dev').post(`${app}/withdraw`).expect(200)).body
      assert.deepEqual([withdrawn.status, withdrawn.review], ['draft', undefined])
      assert.deepEqual(await host.actions(app), ['dev app.withdrawn', 'dev app.submitted', 'dev app.created'])
    })

    it('is rejected for a reason that its developer reads, is mended, and waits again', async () => {
      const app = await host.create()
      const reason = 'The name looks like ours.\nChoose another one.'
      const rejected = (
        await host
          .as('root')
          .post(`${app}/reject`)
          .send({ reason: ` ${reason} ` })
          .expect(200)
      ).body
      assert.deepEqual([rejected.status, rejected.review.reason], ['rejected', reason])
      const seen = await host.as('dev').get(app).expect(200)
      assert.equal(seen.body.review.reason, reason)
      assert.match(seen.body.review.decided_at, /^\d{4}-/)
      const listed = (await host.as('dev').get(`${apps}?status=rejected`)).body.items[0]
      assert.equal(listed.review.reason, reason)
      const events = EventPageSchema.parse((await host.as('dev').get(`${app}/events?action=app.rejected`)).body)
      assert.deepEqual(events.items[0]?.changes, {
        status: { before: 'pending', after: 'rejected' },
        reason: { before: null, after: reason },
      })

      await host.as('dev').patch(app).set('If-Match', '*').send({ client_name: 'Lector' }).expect(200)
      const waiting = (await host.as('dev').post(`${app}/submit`).expect(200)).body
      assert.deepEqual([waiting.status, waiting.review.reason, waiting.client_name], ['pending', null, 'Lector'])
    })

    it('is not rejected without a reason, and every fault of one is told', async () => {
      const app = await host.create()
      const codes = async (body: object): Promise<string[]> => {
        const answer = await host.as('root').post(`${app}/reject`).send(body).expect(400)
        return answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)
      }
      assert.deepEqual(await codes({}), ['/reason required'])
      assert.deepEqual(await codes({ reason: '  ' }), ['/reason text_required'])
      assert.deepEqual(await codes({ reason: 'x'.repeat(1001) }), ['/reason text_too_long'])
      assert.deepEqual(await codes({ reason: 7, why: '' }), ['/why unknown_member', '/reason wrong_type'])
      assert.equal((await host.as('dev').get(app)).body.status, 'pending')
    })

    it('is approved and rejected as it was looked at, and not as it has become since', async () => {
      const app = await host.create()
      const { headers } = await host.as('root').get(app)
      const seen = String(headers['etag'])
      await host
        .as('dev')
        .patch(app)
        .set('If-Match', seen)
        .send({ scopes: ['files:write'] })
        .expect(200)
      for (const answer of [
        await host.as('root').post(`${app}/approve`).set('If-Match', seen),
        await host.as('root').post(`${app}/reject`).set('If-Match', seen).send({ reason: 'No.' }),
      ]) {
        assert.deepEqual([answer.status, answer.body.code], [412, 'stale'])
      }
      assert.equal((await host.as('dev').get(app)).body.status, 'pending')
      await host.as('root').post(`${app}/approve`).set('If-Match', '"2"').expect(200)
      await host.as('root').post(`${app}/approve`).expect(200)
      assert.equal((await host.as('root').post(`${app}/reject`).send({ reason: 'No.' })).body.code, 'nothing_to_review')
      assert.deepEqual((await host.actions(app))[0], 'root app.approved')
    })

    it('is approved at once where each of its scopes is marked safe, with all that it implies', async () => {
      const statusOf = async (members: object): Promise<string> => {
        const app = await host.create(members)
        return (await host.as('dev').get(app)).body.status
      }
      assert.equal(await statusOf({ scopes: ['profile'] }), 'active')
      assert.equal(await statusOf({ scopes: ['profile', 'files:read'] }), 'pending')
      assert.equal(await statusOf({ scopes: ['sneaky'] }), 'pending')
      assert.equal(await statusOf({ scopes: [] }), 'pending')
      const draft = await host.create({ scopes: ['profile'], status: 'draft' })
      assert.equal((await host.as('dev').post(`${draft}/submit`).expect(200)).body.status, 'active')
      assert.deepEqual(await host.actions(draft), ['dev app.submitted', 'dev app.created'])
    })

    it('cannot be switched on or off, and no edit makes it active: that would be a way around', async () => {
      const app = await host.create()
      for (const action of ['enable', 'disable']) {
        const answer = await host.as('dev').post(`${app}/${action}`).expect(409)
        assert.equal(answer.body.code, 'not_approved')
      }
      const bulk = await host
        .as('root')
        .post(`${apps}/bulk`)
        .send({ action: 'disable', client_ids: [app.split('/').at(-1)] })
      assert.deepEqual([bulk.body.results[0].status, bulk.body.results[0].code], [409, 'not_approved'])
      for (const status of ['active', 'disabled', 'draft']) {
        const { body } = await host.as('dev').patch(app).set('If-Match', '*').send({ status }).expect(400)
        assert.deepEqual(body.errors[0].allowed, ['pending'], status)
      }
      const created = await host
        .as('dev')
        .post(apps)
        .send({ ...reader, status: 'active' })
        .expect(400)
      assert.deepEqual(created.body.errors[0].allowed, ['draft', 'pending'])
      assert.equal((await host.as('dev').get(app)).body.status, 'pending')
    })

    it('is in the queue of those who review, with changes that wait, and in nobody else’s', async () => {
      const queue = async (by: string, query = 'review=pending'): Promise<string[]> => {
        const page = AppPageSchema.parse((await host.as(by).get(`${apps}?limit=100&sort=updated_at&${query}`)).body)
        return page.items.map(({ client_id }) => client_id)
      }
      const idOf = (app: string): string => app.split('/').at(-1) ?? ''
      const draft = idOf(await host.create({ status: 'draft' }))
      const waiting = idOf(await host.create())
      const changed = await host.createApproved()
      const plain = idOf(await host.createApproved())
      await host.as('dev').patch(changed).set('If-Match', '*').send({ client_name: 'Other' }).expect(200)
      const found = await queue('root')
      assert.deepEqual(
        [waiting, idOf(changed), draft, plain].map((id) => found.includes(id)),
        [true, true, false, false],
      )
      const pending = await queue('root', 'status=pending')
      assert.deepEqual([pending.includes(waiting), pending.includes(idOf(changed))], [true, false])
      assert.deepEqual(await queue('other'), [])
      assert.equal((await host.as('root').get(`${apps}?review=nothing`).expect(400)).body.errors[0].pointer, '/review')
    })

    it('says who may do what: submit whoever edits it, decide whoever reviews', async () => {
      const app = await host.create()
      const can = async (by: string): Promise<boolean[]> => {
        const { submit, approve, reject } = (await host.as(by).get(app)).body.can
        return [submit, approve, reject]
      }
      assert.deepEqual(await can('dev'), [true, false, false])
      assert.deepEqual(await can('root'), [true, true, true])
      assert.equal((await host.as('dev').post(`${app}/approve`).expect(403)).body.code, 'forbidden')
      await host.as('dev').post(`${app}/reject`).send({ reason: 'x' }).expect(403)
      await host.as('other').post(`${app}/submit`).expect(404)
      const config = async (by: string) =>
        ConfigSchema.parse((await host.as(by).get(apps.replace('/apps', '/config'))).body)
      const { capabilities, caller } = await config('root')
      assert.deepEqual([capabilities.review, capabilities.auto_approve, caller.can_review], [true, true, true])
      assert.equal((await config('dev')).caller.can_review, false)
    })
  })
}

describe('Review', () => {
  it('is off unless the host asks for it: no route, no status, nobody asked about it', async () => {
    const policy = ownApps()
    const asked: string[] = []
    const host = await openReviewHost(undefined, {
      review: false,
      policy: { ...policy, can: (principal, action, app) => (asked.push(action), policy.can(principal, action, app)) },
    })
    const { body } = await host.as('dev').post(apps).send(reader).expect(201)
    assert.equal(body.status, 'active')
    assert.deepEqual([body.can.submit, body.can.approve, body.can.reject], [false, false, false])
    for (const action of ['submit', 'withdraw', 'approve', 'reject']) {
      await host.as('root').post(`${apps}/${body.client_id}/${action}`).send({}).expect(404)
    }
    const draft = await host
      .as('dev')
      .post(apps)
      .send({ ...reader, status: 'draft' })
      .expect(400)
    assert.equal(draft.body.errors[0].code, 'hidden_member')
    assert.ok(!asked.includes('review'))
    await host.close()
  })

  it('lets nobody through unseen where the host says so', async () => {
    const host = await openReviewHost(undefined, { review: { autoApprove: false } })
    const app = await host.create({ scopes: ['profile'] })
    assert.equal((await host.as('dev').get(app)).body.status, 'pending')
    await host.close()
  })

  it('may ask for two: a policy knows who submitted what waits', async () => {
    const policy = ownApps()
    const host = await openReviewHost(undefined, {
      policy: {
        ...policy,
        can: (principal, action, app) =>
          policy.can(principal, action, app) && !(action === 'review' && app.review?.submitted_by.id === principal.id),
      },
    })
    const app = await host.createApproved()
    await host.as('root').patch(app).set('If-Match', '*').send({ client_name: 'By root' }).expect(200)
    await host.as('root').post(`${app}/approve`).expect(403)
    await host.close()
  })

  it('yields pending clients where they register themselves, who see that they are', async () => {
    const host = await openReviewHost(undefined, {
      registration: { verifyInitialAccessToken: () => ({ id: 'anybody', name: 'Anybody', organizations: [] }) },
    })
    const address = apps.replace('/apps', '/register')
    const { body } = await host
      .as('nobody')
      .post(address)
      .send({ client_name: 'Machine', scope: 'files:read' })
      .expect(201)
    assert.equal(body.status, 'pending')
    const read = await host
      .as('nobody')
      .get(`${address}/${body.client_id}`)
      .set('Authorization', `Bearer ${body.registration_access_token}`)
      .expect(200)
    assert.equal(read.body.status, 'pending')
    await host.as('root').post(`${apps}/${body.client_id}/approve`).expect(200)
    const token = `Bearer ${body.registration_access_token}`
    const put = {
      client_id: body.client_id,
      client_name: 'Renamed',
      scope: 'files:read',
      client_secret: body.client_secret,
    }
    const changed = await host
      .as('nobody')
      .put(`${address}/${body.client_id}`)
      .set('Authorization', token)
      .send(put)
      .expect(200)
    assert.deepEqual(
      [changed.body.client_name, changed.body.status],
      ['Machine', undefined],
      'the approved version stays',
    )
    const { proposal } = (await host.as('root').get(`${apps}/${body.client_id}`)).body
    assert.equal(proposal.client_name, 'Renamed')
    await host.close()
  })
})
