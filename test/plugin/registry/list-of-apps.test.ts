import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { appSorts, type AppSort } from '../../../plugin/contract/app-values.js'
import { organizationAdmins } from '../../../plugin/policy/organization-admins.js'
import type { ProblemError } from '../../../plugin/problem-error.js'
import { databaseKinds } from '../../support/databases.js'
import { person, TestRegistry } from '../../support/open-registry.js'

const ada = person('ada')

for (const kind of databaseKinds) {
  describe(`${kind.name}: the list of apps`, () => {
    let test: TestRegistry
    before(async () => {
      test = await TestRegistry.open(kind)
    })
    after(() => test.close())

    it('shows each app once while others are created, though all have the same time and name', async () => {
      const eve = person('eve')
      const existing = new Set<string>()
      for (let count = 0; count < 25; count++) existing.add((await test.create(eve)).app.client_id)
      for (const sort of appSorts) {
        const seen: string[] = []
        let cursor: string | null | undefined
        while (cursor !== null) {
          const page = await test.list(eve, { sort, limit: 4, ...(cursor && { cursor }) })
          assert.ok(page.items.length <= 4)
          seen.push(...page.items.map(({ client_id }) => client_id))
          cursor = page.next_cursor
          await test.create(eve)
        }
        assert.equal(new Set(seen).size, seen.length, `${sort} shows an app twice`)
        for (const id of existing) assert.ok(seen.includes(id), `${sort} leaves an app out`)
      }
    })

    it('is in the same order in every database', async () => {
      const fay = person('fay')
      const names = ['Zebra', 'apple', 'Äpfel', 'Banana', 'éclair', 'Ёж', 'ёлка', '文件', '10', '9', '🚀', 'ﬁle', 'Éa']
      for (const name of names) {
        const { app, client_secret = '' } = await test.create(fay, { client_name: name })
        test.now += 60_000
        if (name === 'Banana' || name === '文件') await test.registry.verifySecret(app.client_id, client_secret)
        if (name === 'Zebra') await test.update(fay, app.client_id, 1, { description: 'Changed' })
      }
      const byName = ['10', '9', 'Äpfel', 'apple', 'Banana', 'Éa', 'éclair', 'ﬁle', 'Zebra', 'Ёж', 'ёлка', '文件', '🚀']
      assert.deepEqual(await test.names(fay, { sort: 'client_name', limit: 5 }), byName)
      assert.deepEqual(await test.names(fay, { sort: '-client_name', limit: 5 }), byName.toReversed())
      assert.deepEqual(await test.names(fay, { sort: 'created_at', limit: 5 }), names)
      assert.deepEqual(await test.names(fay), names.toReversed())
      const used = await test.names(fay, { sort: '-last_used_at', limit: 1 })
      assert.deepEqual(used.slice(0, 2), ['文件', 'Banana'])
      assert.deepEqual((await test.names(fay, { sort: 'last_used_at', limit: 4 })).slice(-2), ['Banana', '文件'])
      assert.equal((await test.names(fay, { sort: '-updated_at' })).length, names.length)
    })

    it('finds an app by the beginning of any word of its name, and of its client ID', async () => {
      const gil = person('gil')
      const name = 'Node.js (beta) 文件管理器 Café 🚀 100%_\\'
      const { app } = await test.create(gil, { client_name: name })
      await test.create(gil, { client_name: 'Something else 1000' })
      const found = ['node', 'NODE.J', 'js', 'bet', '(beta)', '管理', 'cafe', 'CAFÉ', '🚀', '100%', '100%_\\']
      for (const q of [...found, 'js node', ' beta  文件 ', app.client_id, app.client_id.slice(0, 8)]) {
        assert.deepEqual(await test.names(gil, { q }), [name], `"${q}" does not find it`)
      }
      for (const q of ['ode', '%', '_', '\\', 'node zebra', 'beta)x', "' OR 1=1", '\0', '\uD800']) {
        assert.deepEqual(await test.names(gil, { q }), [], `"${q}" finds something`)
      }
      assert.equal((await test.names(gil, { q: ' ' })).length, 2)
      assert.equal((await test.names(gil, { q: '100' })).length, 2)
    })

    it('finds a renamed app by its new name alone', async () => {
      const hal = person('hal')
      const { app } = await test.create(hal, { client_name: 'Former' })
      await test.update(hal, app.client_id, 1, { client_name: 'Present' })
      assert.deepEqual(await test.names(hal, { q: 'former' }), [])
      assert.deepEqual(await test.names(hal, { q: 'pres' }), ['Present'])
    })

    it('refuses a cursor that it did not give, and one of another sort', async () => {
      const ida = person('ida')
      await test.create(ida)
      await test.create(ida)
      const { next_cursor } = await test.list(ida, { limit: 1 })
      const forged = ['x', '', Buffer.from('["-created_at","x",1]').toString('base64url'), next_cursor?.slice(2) ?? '']
      const wrong: { cursor: string; sort?: AppSort }[] = forged.map((cursor) => ({ cursor }))
      for (const query of [...wrong, { cursor: next_cursor ?? '', sort: 'client_name' as const }]) {
        await assert.rejects(test.list(ida, query), ({ code, errors }: ProblemError) => {
          return code === 'invalid_input' && errors[0]?.pointer === '/cursor'
        })
      }
      const many = Array.from({ length: 11 }, (_, index) => `word${index}`).join(' ')
      // Some marks are compatible with a space and an accent, so that words begin after them.
      for (const q of [many, many.replaceAll(' ', '\u00A8'), many.replaceAll(' ', '\u00AF')]) {
        await assert.rejects(test.list(ida, { q }), ({ errors }: ProblemError) => errors[0]?.pointer === '/q')
      }
    })
  })

  describe(`${kind.name}: the list of apps in organisations`, () => {
    let test: TestRegistry
    const owner = person('owner', { acme: 'owner', globex: 'admin', initech: 'member' })
    const member = person('member', { acme: 'member' })
    const root = { ...person('root'), administrator: true }
    const wide = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`org-${index}`, 'admin' as const]))
    const everywhere = person('everywhere', { ...wide, acme: 'owner' })
    before(async () => {
      test = await TestRegistry.open(kind, { policy: organizationAdmins() })
      for (const [name, organization_id] of Object.entries({ a1: 'acme', a2: 'acme', g1: 'globex' })) {
        test.now += 1
        await test.create(owner, { client_name: `${name} shared`, organization_id })
      }
      test.now += 1
      // Once an admin of Acme, now a member.
      await test.create(person('member', { acme: 'admin' }), { client_name: 'a3 shared' })
      test.now += 1
      await test.create(person('other', { initech: 'owner' }), { client_name: 'i1 shared' })
    })
    after(() => test.close())

    it('holds what the policy shows, each app once, in one order', async () => {
      for (const limit of [1, 2, 100]) {
        assert.deepEqual(await test.names(owner, { limit }), ['a3 shared', 'g1 shared', 'a2 shared', 'a1 shared'])
        assert.deepEqual(await test.names(member, { limit }), ['a3 shared'])
        assert.deepEqual(await test.names(everywhere, { limit }), ['a3 shared', 'a2 shared', 'a1 shared'])
        assert.equal((await test.names(root, { limit })).length, 5)
        assert.deepEqual(await test.names(ada, { limit }), [])
      }
    })

    it('combines organisation, creator, status and search', async () => {
      const disabled = (await test.list(owner, { q: 'a2' })).items[0]?.client_id ?? ''
      await test.registry.disableApp(owner, disabled)
      const all = { q: 'shar', limit: 1 } as const
      assert.deepEqual(await test.names(owner, { ...all, organization_id: 'acme', created_by: 'me' }), [
        'a2 shared',
        'a1 shared',
      ])
      const active = { ...all, organization_id: 'acme', created_by: 'owner', status: 'active' } as const
      assert.deepEqual(await test.names(owner, active), ['a1 shared'])
      assert.deepEqual(await test.names(owner, { status: 'disabled' }), ['a2 shared'])
      assert.deepEqual(await test.names(owner, { created_by: 'member' }), ['a3 shared'])
      assert.deepEqual(await test.names(root, { created_by: 'owner', q: 'g1' }), ['g1 shared'])
    })

    it('does not tell an organisation that is not theirs from one that does not exist', async () => {
      for (const organization_id of ['initech', 'nowhere', 'Acme', 'acme ', '\0']) {
        assert.deepEqual(await test.names(owner, { organization_id }), [])
      }
    })
  })
}
