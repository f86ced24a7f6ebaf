import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ownApps, type OAuthAppsOptions, type Policy } from '../../../plugin/index.js'
import { mountPath, openPortal, type Person } from './portal.js'

/** `owner` oversees all organizations here. */
const policy: Policy = { ...ownApps(), visible: ({ id }) => (id === 'u-owner' ? 'all' : { created_by: id }) }
const all = [
  { id: 'acme', name: 'Acme' },
  { id: 'globex', name: 'Globex' },
]

interface Answer {
  readonly organizations?: readonly object[]
  readonly caller: { readonly sees_others: boolean }
}

/** What the configuration says to somebody, and what the log got meanwhile. */
async function configOf(person: Person, options: Partial<OAuthAppsOptions>): Promise<Answer & { log: string }> {
  const portal = await openPortal({ policy, ...options })
  try {
    const { body } = await portal.as(person).get(`${mountPath}/config`).expect(200)
    return { ...(body as Answer), log: portal.log.join() }
  } finally {
    await portal.close()
  }
}

describe('SQLite: the organizations in the configuration', () => {
  it('are all that the host knows, for whoever sees the apps of all', async () => {
    const asked: string[] = []
    const { organizations, caller } = await configOf('owner', {
      findOrganizations({ id }) {
        asked.push(id)
        return Promise.resolve(all.map((one) => ({ ...one, plan: 'paid' })))
      },
    })
    assert.deepEqual(organizations, all)
    assert.deepEqual(asked, ['u-owner'])
    assert.equal(caller.sees_others, true)
  })

  it('are left to those of the caller for everybody else, and where the host knows of none', async () => {
    const member = await configOf('member', { findOrganizations: () => all })
    assert.equal('organizations' in member, false)
    assert.equal(member.caller.sees_others, false)
    assert.equal('organizations' in (await configOf('owner', {})), false)
  })

  for (const [what, findOrganizations] of [
    ['fails', () => Promise.reject(new Error('The directory is away'))],
    ['answers something else', () => [{ id: 7, name: 'Seven' }] as never],
  ] as const) {
    it(`are left out where the host ${what}, which its log says`, async () => {
      const { organizations, log } = await configOf('owner', { findOrganizations })
      assert.equal(organizations, undefined)
      assert.match(log, /config\.organizations_unknown/)
    })
  }

  it('say that others are seen where the policy shows apps of an organization', async () => {
    const ofOrganization = ownApps({ adminsSeeAll: true })
    for (const [person, expected] of [
      ['admin', true],
      ['member', false],
    ] as const) {
      const { caller } = await configOf(person, { policy: ofOrganization })
      assert.equal(caller.sees_others, expected, person)
    }
  })
})
