import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { organizationAdmins } from '../../../plugin/policy/organization-admins.js'
import { ownApps } from '../../../plugin/policy/own-apps.js'
import type { Policy, VisibleApps } from '../../../plugin/policy/policy.js'
import type { ProblemError } from '../../../plugin/problem-error.js'
import type { AppRecord } from '../../../plugin/registry/app-record.js'
import { sqliteKind } from '../../support/databases.js'
import { person, TestRegistry } from '../../support/open-registry.js'

const owner = person('owner', { acme: 'owner' })
const member = person('member', { acme: 'member' })
const stranger = person('stranger', { globex: 'owner' })
const root = { ...person('root'), administrator: true }

function refusal(code: string): (error: ProblemError) => boolean {
  return (error) => error.code === code
}

/** Opens a registry under a policy for as long as one test takes. */
async function under(policy: Policy, use: (test: TestRegistry) => Promise<void>): Promise<void> {
  const test = await TestRegistry.open(sqliteKind, { policy })
  try {
    await use(test)
  } finally {
    await test.close()
  }
}

describe('Own apps', () => {
  it('are seen and changed by who created them, and by administrators', () =>
    under(ownApps(), async (test) => {
      const { app } = await test.create(member)
      for (const nobody of [owner, stranger]) {
        assert.deepEqual(await test.names(nobody), [])
        await assert.rejects(test.registry.deleteApp(nobody, app.client_id), refusal('not_found'))
      }
      const { submit, approve, reject, ...can } = test.registry.permissions(member, app)
      assert.ok(Object.values(can).every(Boolean))
      assert.deepEqual([submit, approve, reject], [false, false, false], 'nothing is reviewed here')
      await test.registry.disableApp(root, app.client_id)
      assert.deepEqual(await test.names(root), ['An app'])
    }))

  it('are managed by owners and admins of their organisation where the host wants that', () =>
    under(ownApps({ adminsSeeAll: true }), async (test) => {
      const { app } = await test.create(member)
      assert.equal(app.organization_id, 'acme')
      await test.registry.disableApp(owner, app.client_id)
      assert.deepEqual(await test.names(owner), ['An app'])
      assert.deepEqual(await test.names(stranger), [])
      assert.deepEqual(await test.names(person('colleague', { acme: 'member' })), [])
    }))
})

describe('Apps of organisations', () => {
  it('are created by owners and admins alone', () =>
    under(organizationAdmins(), async (test) => {
      const { app } = await test.create(owner)
      assert.equal(app.organization_id, 'acme')
      // Whoever may not create at all is told so before being told what is wrong with their input.
      for (const nobody of [member, person('nobody')]) {
        await assert.rejects(test.create(nobody, { client_name: '' }), refusal('forbidden'))
        assert.equal((await test.registry.config(nobody)).caller.can_create, false)
      }
      await test.create(root)
    }))

  it('are visible to a member who created them as an admin, and not theirs to change', () =>
    under(organizationAdmins(), async (test) => {
      const { app } = await test.create(owner)
      const demoted = person('owner', { acme: 'member' })
      assert.ok(!Object.values(test.registry.permissions(demoted, app)).some(Boolean))
      for (const attempt of [
        () => test.update(demoted, app.client_id, undefined, { client_name: '' }),
        () => test.registry.deleteApp(demoted, app.client_id),
        () => test.registry.enableApp(demoted, app.client_id),
        () => test.registry.addSecret(demoted, app.client_id, { members: {}, faults: [] }),
        () => test.registry.endSecret(demoted, app.client_id, 'any'),
      ]) {
        await assert.rejects(attempt, refusal('forbidden'))
      }
      assert.equal((await test.registry.getApp(demoted, app.client_id)).version, 1)
      const left = person('owner')
      await assert.rejects(test.registry.getApp(left, app.client_id), refusal('not_found'))
    }))

  it('go where their creator says, when there is a choice', () =>
    under(organizationAdmins(), async (test) => {
      const both = person('both', { acme: 'admin', globex: 'owner', initech: 'member' })
      const { caller } = await test.registry.config(both)
      assert.deepEqual(
        caller.organizations.map(({ id, can_create }) => [id, can_create]),
        [
          ['acme', true],
          ['globex', true],
          ['initech', false],
        ],
      )
      const fault = (members: object, code: string) =>
        assert.rejects(test.create(both, members), ({ errors }: ProblemError) => {
          assert.deepEqual(errors, [{ pointer: '/organization_id', code }])
          return true
        })
      await fault({}, 'required')
      await fault({ organization_id: null }, 'required')
      for (const organization_id of ['initech', 'nowhere', 'Acme', 'acme ']) {
        await fault({ organization_id }, 'organization_unknown')
      }
      assert.equal((await test.create(both, { organization_id: 'globex' })).app.organization_id, 'globex')
    }))
})

describe('A policy of the host’s own', () => {
  const readOnly: Policy = { can: (_principal, action) => action === 'create', visible: () => 'all' }

  let app: AppRecord
  let test: TestRegistry
  before(async () => {
    test = await TestRegistry.open(sqliteKind, { policy: readOnly })
    app = (await test.create(owner)).app
  })
  after(() => test.close())

  it('decides what may be done with what is visible', async () => {
    assert.deepEqual(await test.names(stranger), ['An app'])
    await assert.rejects(test.registry.deleteApp(owner, app.client_id), refusal('forbidden'))
  })

  it('shows nothing by an empty list, and cannot show everything by an empty condition', async () => {
    for (const [visible, names] of [
      [[], []],
      [{ organizations: [] }, []],
      [{ organizations: ['acme', 'x'], created_by: 'owner' }, ['An app']],
      [{ organizations: ['x'], created_by: 'owner' }, []],
      [[{ organizations: ['x'] }, { created_by: 'owner' }], ['An app']],
    ] as const) {
      await under({ can: () => true, visible: () => visible }, async (other) => {
        const { app: theirs } = await other.create(owner)
        assert.deepEqual(await other.names(owner), names)
        const found = other.registry.getApp(owner, theirs.client_id)
        if (names.length > 0) await found
        else await assert.rejects(found, refusal('not_found'))
      })
    }
    // A host in plain JavaScript may return anything: a member that is null narrows nothing.
    const [nothing, wrong] = [{ organizations: null }, { organizations: [0], created_by: 'owner' }] as unknown[]
    for (const condition of [
      {},
      [{}],
      nothing,
      wrong,
      null,
      'everything',
      ['all'],
      { created_by: null },
      { created_by: 0 },
    ]) {
      await under({ can: () => true, visible: () => condition as VisibleApps }, async (other) => {
        const { app: theirs } = await other.create(stranger)
        await assert.rejects(other.list(owner), TypeError)
        await assert.rejects(other.registry.getApp(owner, theirs.client_id), TypeError)
        await assert.rejects(other.registry.deleteApp(owner, theirs.client_id), TypeError)
      })
    }
  })

  it('allows by true alone, and not by a promise or whatever else is not false', async () => {
    for (const answer of [Promise.resolve(false), undefined, null, 0, 1, 'no', {}]) {
      const allows: Policy = {
        can: (_principal, action) => action === 'create' || (answer as boolean),
        visible: () => 'all',
      }
      await under(allows, async (other) => {
        const { app: theirs } = await other.create(stranger)
        await assert.rejects(
          other.registry.deleteApp(owner, theirs.client_id),
          /policy\.can\(\) must return true or false/,
        )
        assert.throws(() => other.registry.permissions(owner, theirs), TypeError)
        await other.registry.getApp(owner, theirs.client_id)
      })
    }
  })

  it('has the say when an edit switches an app on or off', async () => {
    const policy: Policy = { can: (_principal, action) => action !== 'disable', visible: () => 'all' }
    const fields = { status: { presence: 'optional', locked: false } } as const
    const other = await TestRegistry.open(sqliteKind, { policy, fields })
    try {
      const { app: theirs } = await other.create(owner)
      await assert.rejects(other.update(owner, theirs.client_id, 1, { status: 'disabled' }), refusal('forbidden'))
      assert.equal((await other.update(owner, theirs.client_id, 1, { status: 'active' })).app.version, 1)
    } finally {
      await other.close()
    }
  })
})
