import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import * as fc from 'fast-check'
import type { AppListQuery } from '../../../plugin/contract/app-list.js'
import { appSorts } from '../../../plugin/contract/app-values.js'
import { organizationAdmins } from '../../../plugin/policy/organization-admins.js'
import { databaseKinds } from '../../support/databases.js'
import { person, TestRegistry } from '../../support/open-registry.js'
import { day, expectedIds, insertApps, type ModelApp } from './list-of-apps-model.js'

const now = Date.UTC(2026, 0, 31, 9, 30)

const organizations = ['acme', 'globex', 'initech'] as const
const owners = ['ann', 'bob', 'cyd'] as const
const words = ['Report', 'Reports', 'Builder', 'Straße', 'Strasse', 'a', 'b-side'] as const

const principals = [
  { ...person('root'), administrator: true },
  person('ann', { acme: 'admin', globex: 'member' }),
  person('bob', { acme: 'member', globex: 'owner', initech: 'admin' }),
  person('cyd', Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`org-${index}`, 'admin'])) as never),
  person('dan'),
]

/** Few different times, so that many apps have the same. */
const daysAgo = fc.constantFrom(0, 1, 14, 89, 90, 91, 200)

const appOf = (index: number): fc.Arbitrary<ModelApp> =>
  fc
    .record({
      id: fc.constant(`app${String(index * 7919).padStart(8, '0')}`),
      name: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
      organization: fc.option(fc.constantFrom(...organizations, 'org-3')),
      owner: fc.constantFrom(...owners),
      status: fc.constantFrom('active', 'active', 'disabled'),
      created: daysAgo.map((days) => now - days * day),
      updated: daysAgo.map((days) => now - days * day),
      used: fc.option(daysAgo).map((days) => (days === null ? 0 : now - days * day)),
      deleted: fc.constantFrom(false, false, false, true),
      secretsEnd: fc.array(fc.option(fc.constantFrom(-1, 0, 1, 14, 15).map((days) => now + days * day)), {
        maxLength: 3,
      }),
    })
    .map((app) => (app.used !== 0 && app.used < app.created ? { ...app, used: app.created } : app))

/** Most lists have few filters, and those that have all of them are mostly empty. */
const seldom = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })

const terms = [
  'report',
  'reports',
  'rep bui',
  'strasse',
  'STRASS',
  'straß',
  'a',
  'side',
  'app0000',
  'zebra',
  'in',
  'in bu',
]

const queries: fc.Arbitrary<AppListQuery> = fc
  .record({
    organization_id: seldom(fc.constantFrom(...organizations, 'bulk', 'nowhere')),
    created_by: seldom(fc.constantFrom(...owners, 'me', 'nobody')),
    status: seldom(fc.constantFrom('active', 'disabled', 'deleted', 'pending')),
    q: seldom(fc.constantFrom(...terms)),
    unused_for_days: seldom(fc.constantFrom(1, 90, 365)),
    secret_expires_within_days: seldom(fc.constantFrom(1, 14, 365)),
    sort: fc.constantFrom(...appSorts),
  })
  .map((query) => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)))

/** So many that they are walked, while what few apps have is looked up. */
const bulk = Array.from({ length: 1100 }, (_, index): ModelApp => ({
  id: `bulk${String(index * 104_729).padStart(10, '0')}`,
  name: `In bulk ${index % 50}`,
  organization: 'bulk',
  owner: 'bulk',
  status: index % 10 === 0 ? 'disabled' : 'active',
  created: now - (index % 300) * day,
  updated: now - (index % 7) * day,
  used: 0,
  deleted: index % 100 === 5,
  secretsEnd: [],
}))

for (const kind of databaseKinds) {
  describe(`${kind.name}: every combination of filters and orders`, () => {
    let test: TestRegistry
    const [random = []] = fc.sample(fc.tuple(...Array.from({ length: 300 }, (_, index) => appOf(index))), {
      numRuns: 1,
      seed: 42,
    })
    const apps = [...random, ...bulk]
    before(async () => {
      test = await TestRegistry.open(kind, { policy: organizationAdmins() })
      assert.equal(test.now, now)
      await insertApps(test, apps)
    })
    after(() => test.close())

    it('shows what a plain filter of all apps shows, page after page, no app twice and none missing', async () => {
      const limits = fc.array(fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constant(100)), {
        minLength: 1,
        maxLength: 5,
      })
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...principals), queries, limits, async (principal, query, pageSizes) => {
          const seen: string[] = []
          let cursor: string | null | undefined
          for (let page = 0; cursor !== null; page++) {
            const limit = pageSizes[page % pageSizes.length] ?? 1
            const answer = await test.list(principal, { ...query, limit, ...(cursor && { cursor }) })
            assert.ok(answer.items.length <= limit)
            seen.push(...answer.items.map(({ client_id }) => client_id))
            cursor = answer.next_cursor
          }
          assert.deepEqual(seen, expectedIds(apps, principal, query, now))
        }),
        { numRuns: 300 },
      )
    })
  })
}
