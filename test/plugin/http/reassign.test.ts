import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { AppSchema, EventPageSchema, OwnersSchema } from '../../../plugin/contract/index.js'
import { ownApps, type Principal } from '../../../plugin/index.js'
import { databaseKinds } from '../../support/databases.js'
import { mountPath, openPortal, type Client } from './portal.js'

const apps = `${mountPath}/apps`

const somebody = (id: string, role: 'owner' | 'admin' | 'member', organization = 'acme'): Principal => ({
  id,
  name: `${id} of ${organization}`,
  email: `${id}@example.com`,
  organizations: [{ id: organization, name: organization, role }],
})

const people: readonly Principal[] = [
  somebody('boss', 'owner'),
  somebody('mia', 'member'),
  somebody('max', 'member'),
  somebody('sam', 'owner', 'globex'),
  { ...somebody('root', 'member'), organizations: [], administrator: true },
  { ...somebody('free', 'member'), organizations: [] },
]

const findPrincipal = (id: string): Promise<Principal | null> =>
  Promise.resolve(people.find((person) => person.id === id) ?? null)

const host = {
  policy: ownApps({ adminsSeeAll: true }),
  authenticate: (request: { get(name: string): string | undefined }) =>
    findPrincipal(request.get('X-Caller') ?? '').then((person) => person),
  findPrincipal,
}

type Host = typeof host & { quotas?: object; findOwners?: unknown }

for (const database of databaseKinds) {
  describe(`${database.name}: an app that is given to somebody else`, () => {
    let as: (id: string) => Client
    let close: () => Promise<void>
    /** What the host was asked for. */
    const asked: (readonly [string | null, string])[] = []
    before(async () => {
      const portal = await openPortal({
        database,
        ...host,
        quotas: { appsPerUser: 20 },
        findOwners: (organizationId, q) => {
          asked.push([organizationId, q])
          return people.filter(({ organizations }) => organizations.some(({ id }) => id === organizationId))
        },
      })
      as = (id) => portal.as('nobody').set('X-Caller', id)
      close = () => portal.close()
    })
    after(() => close())

    const create = async (by: string, organization_id: string | null = 'acme'): Promise<string> => {
      const { body } = await as(by).post(apps).send({ client_name: 'Passed on', organization_id }).expect(201)
      return `${apps}/${String(body.client_id)}`
    }

    const refused = async (app: string, by: string, body: object): Promise<string[]> => {
      const answer = await as(by).post(`${app}/reassign`).send(body).expect(400)
      return answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)
    }

    it('is theirs from then on, also in the list and in a search, and the audit log tells so', async () => {
      const app = await create('mia')
      await as('max').get(app).expect(404)
      const { body, headers } = await as('boss').post(`${app}/reassign`).send({ owner_id: 'max' }).expect(200)
      assert.deepEqual(AppSchema.parse(body).created_by, { id: 'max', name: 'max of acme' })
      assert.equal(headers['etag'], '"2"')

      await as('mia').get(app).expect(404)
      await as('max').patch(app).set('If-Match', '"2"').send({ client_name: 'Taken over' }).expect(200)
      for (const query of ['created_by=me', 'q=taken', `q=${app.split('/').at(-1) ?? ''}`]) {
        const found = await as('max').get(`${apps}?${query}`).expect(200)
        assert.deepEqual(
          found.body.items.map((item: { client_name: string }) => item.client_name),
          ['Taken over'],
        )
        assert.deepEqual((await as('mia').get(`${apps}?${query}`)).body.items, [])
      }
      const events = EventPageSchema.parse((await as('max').get(`${app}/events?action=app.reassigned`)).body)
      assert.deepEqual(
        events.items.map(({ actor, changes }) => [actor.id, changes]),
        [
          [
            'boss',
            { created_by: { before: { id: 'mia', name: 'mia of acme' }, after: { id: 'max', name: 'max of acme' } } },
          ],
        ],
      )
    })

    it('has all of its audit log when it has been given away, deleted and restored', async () => {
      const app = await create('mia')
      await as('mia').post(`${app}/reassign`).send({ owner_id: 'max' }).expect(200)
      await as('max').delete(app).expect(204)
      const actions = async (by: string) => {
        const { items } = EventPageSchema.parse((await as(by).get(`${app}/events`).expect(200)).body)
        return items.map(({ action, actor }) => `${actor.id} ${action}`)
      }
      const before = ['max app.deleted', 'mia app.reassigned', 'mia app.created']
      assert.deepEqual(await actions('max'), before)
      const { text } = await as('boss').get(`${app}/events?format=csv&action=app.deleted`).expect(200)
      assert.match(text, /app\.deleted,max/)
      await as('mia').get(`${app}/events`).expect(404)
      await as('sam').get(`${app}/events?format=json`).expect(404)
      await as('boss').post(`${app}/restore`).expect(200)
      assert.deepEqual(await actions('boss'), ['boss app.restored', ...before])
    })

    it('may be given away by whoever has it, who then no longer does', async () => {
      const app = await create('mia')
      const { body } = await as('mia').post(`${app}/reassign`).send({ owner_id: 'max' }).expect(200)
      assert.deepEqual(new Set(Object.values(body.can)), new Set([false]))
      await as('mia').post(`${app}/reassign`).send({ owner_id: 'mia' }).expect(404)
    })

    it('goes to a known member of its organisation alone, and nobody learns who else there is', async () => {
      const app = await create('mia')
      const answers = []
      for (const owner_id of ['sam', 'nobody-at-all', '', 'root', 'MAX']) {
        assert.deepEqual(await refused(app, 'boss', { owner_id }), ['/owner_id owner_unknown'], owner_id)
        answers.push((await as('boss').post(`${app}/reassign`).send({ owner_id })).text)
      }
      assert.equal(new Set(answers).size, 1)
      assert.deepEqual(await refused(app, 'boss', {}), ['/owner_id required'])
      assert.deepEqual(await refused(app, 'boss', { owner_id: 7, name: 'x' }), [
        '/name unknown_member',
        '/owner_id wrong_type',
      ])
      assert.equal((await as('mia').get(app)).headers['etag'], '"1"')
    })

    it('changes nothing where it is theirs already, or where another version was read', async () => {
      const app = await create('mia')
      const give = (owner_id: string, version: string) =>
        as('boss').post(`${app}/reassign`).set('If-Match', version).send({ owner_id })
      assert.equal((await give('mia', '"1"').expect(200)).headers['etag'], '"1"')
      await give('mia', '"7"').expect(412)
      assert.equal((await give('max', '"7"').expect(412)).body.code, 'stale')
      await give('max', '"1"').expect(200)
      const { items } = EventPageSchema.parse((await as('boss').get(`${app}/events`)).body)
      assert.deepEqual(
        items.map(({ action }) => action),
        ['app.reassigned', 'app.created'],
      )
    })

    it('is given away by administrators alone where it is of no organisation', async () => {
      const app = await create('free', null)
      const mine = await as('free').get(app).expect(200)
      assert.equal(mine.body.can.reassign, false)
      await as('free').post(`${app}/reassign`).send({ owner_id: 'max' }).expect(403)
      await as('free').get(`${app}/owners`).expect(403)
      assert.deepEqual(await refused(app, 'root', { owner_id: 'nobody-at-all' }), ['/owner_id owner_unknown'])
      await as('root').post(`${app}/reassign`).send({ owner_id: 'sam' }).expect(200)
      await as('sam').get(app).expect(200)
    })

    it('is not theirs where they have as many as they may have', async () => {
      const portal = await openPortal({ ...host, quotas: { appsPerUser: 1 } })
      const by = (id: string) => portal.as('nobody').set('X-Caller', id)
      await by('max').post(apps).send({ client_name: 'First', organization_id: 'acme' }).expect(201)
      const { body } = await by('mia').post(apps).send({ client_name: 'Second', organization_id: 'acme' }).expect(201)
      const address = `${apps}/${String(body.client_id)}/reassign`
      assert.equal((await by('boss').post(address).send({ owner_id: 'max' }).expect(409)).body.code, 'quota_user')
      await by('boss').post(address).send({ owner_id: 'mia' }).expect(200)
      await portal.close()
    })

    it('could be given to those whom the host names, without a word about them but id and name', async () => {
      const app = await create('mia')
      const { body, text } = await as('boss').get(`${app}/owners?q=%20m%20`).expect(200)
      assert.deepEqual(OwnersSchema.parse(body).items, [
        { id: 'boss', name: 'boss of acme' },
        { id: 'mia', name: 'mia of acme' },
        { id: 'max', name: 'max of acme' },
      ])
      assert.deepEqual(asked.at(-1), ['acme', 'm'])
      assert.ok(!text.includes('@'))
      await as('sam').get(`${app}/owners`).expect(404)
      const { body: refusal } = await as('boss')
        .get(`${app}/owners?q=${'x'.repeat(201)}&p=1`)
        .expect(400)
      assert.deepEqual(
        refusal.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
        ['/p unknown_member', '/q text_too_long'],
      )
      const twice = await as('boss').get(`${app}/owners?q=m&q=b`).expect(400)
      assert.equal(twice.body.errors[0].code, 'too_many')
    })
  })
}

describe('Giving an app to somebody else', () => {
  const open = async (options: Omit<Host, 'policy' | 'authenticate' | 'findPrincipal'> & Partial<Host>) => {
    const portal = await openPortal({ policy: host.policy, authenticate: host.authenticate, ...(options as object) })
    const boss = portal.as('nobody').set('X-Caller', 'boss')
    const { body } = await boss.post(apps).send({ client_name: 'Kept', organization_id: 'acme' }).expect(201)
    return { portal, boss, app: `${apps}/${String(body.client_id)}` }
  }

  it('has no address where the host does not know people, and the configuration says so', async () => {
    for (const [options, capabilities, reassign, owners] of [
      [{}, [false, false], 404, 404],
      [{ findPrincipal }, [true, false], 400, 404],
      [{ findPrincipal, findOwners: () => [] }, [true, true], 400, 200],
    ] as const) {
      const { portal, boss, app } = await open(options)
      const { body } = await boss.get(`${mountPath}/config`).expect(200)
      assert.deepEqual([body.capabilities.reassign, body.capabilities.owners], capabilities)
      await boss.post(`${app}/reassign`).send({}).expect(reassign)
      await boss.get(`${app}/owners`).expect(owners)
      await portal.close()
    }
  })

  it('shows fifty people at most', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ id: `p${index}`, name: `Person ${index}` }))
    const { portal, boss, app } = await open({ findPrincipal, findOwners: () => Promise.resolve(many) })
    const { body } = await boss.get(`${app}/owners`).expect(200)
    assert.equal(body.items.length, 50)
    await portal.close()
  })

  it('is 503 where the host does not answer, and 500 where it fails', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] })
    const never = (): Promise<never> => {
      // Its time is up as soon as it has been asked.
      setImmediate(() => test.mock.timers.tick(5000))
      return new Promise(() => undefined)
    }
    for (const [status, answer] of [
      [503, never],
      [500, () => Promise.reject(new Error('connect ECONNREFUSED people.internal'))],
      [
        500,
        () => {
          throw new Error('people.internal is not a function')
        },
      ],
    ] as const) {
      let asked = 0
      const host = (): Promise<never> => {
        asked++
        return answer()
      }
      const { portal, boss, app } = await open({ findPrincipal: host, findOwners: host })
      for (const request of [boss.get(`${app}/owners`), boss.post(`${app}/reassign`).send({ owner_id: 'max' })]) {
        const { text, headers } = await request.expect(status)
        assert.ok(!text.includes('people.internal'))
        if (status === 503) assert.equal(headers['retry-after'], '5')
      }
      assert.equal(asked, 2)
      await portal.close()
    }
  })

  it('asks the host for nothing that its database cannot hold', async () => {
    const host = (...texts: unknown[]): never => assert.fail(`the host was asked for ${JSON.stringify(texts)}`)
    const { portal, boss, app } = await open({ findPrincipal: host, findOwners: host })
    assert.deepEqual((await boss.get(`${app}/owners?q=a%00b`).expect(200)).body, { items: [] })
    for (const owner_id of ['max\0', '\ud800', 'max\udfff']) {
      const { body } = await boss.post(`${app}/reassign`).send({ owner_id }).expect(400)
      assert.equal(body.errors[0].code, 'owner_unknown')
    }
    await portal.close()
  })

  it('is a fault of the server where the host gives something else than people', async () => {
    for (const rubbish of [null, {}, [{ id: 1, name: 'x' }], ['x']]) {
      const { portal, boss, app } = await open({
        findPrincipal: (() => Promise.resolve('Max')) as never,
        findOwners: () => rubbish,
      })
      await boss.get(`${app}/owners`).expect(500)
      await boss.post(`${app}/reassign`).send({ owner_id: 'max' }).expect(500)
      assert.match(portal.log.join('\n'), /findOwners\(\) must return[^]*findPrincipal\(\) must return/)
      await portal.close()
    }
  })
})
