import type { RouteName } from '../../../plugin/contract/routes.js'
import { organizationAdmins, ownApps, type Policy } from '../../../plugin/index.js'

/**
 * Who may do what, whole: a route, a role or a policy that is missing here does not compile, and what is here is performed
 * over HTTP. What a refusal refuses is still as it was.
 */

/** What a route asks of who calls. */
export const asks = {
  getOpenApi: 'nothing',
  getIcon: 'nothing',
  getPublicApp: 'nothing',
  // For whoever has the token; the tests of registration say who that is.
  registerClient: 'token',
  readRegistration: 'token',
  replaceRegistration: 'token',
  deleteRegistration: 'token',
  getConfig: 'sign in',
  createApp: 'create',
  // Of the list: whether the app is in it.
  listApps: 'see',
  getApp: 'see',
  getImpact: 'see',
  listEvents: 'see',
  updateApp: 'manage',
  deleteApp: 'manage',
  restoreApp: 'manage',
  enableApp: 'manage',
  disableApp: 'manage',
  addSecret: 'manage',
  endSecret: 'manage',
  revokeTokens: 'manage',
  issueAccessToken: 'manage',
  reassignApp: 'manage',
  listOwners: 'manage',
  submitApp: 'manage',
  withdrawApp: 'manage',
  approveApp: 'review',
  rejectApp: 'review',
  // Who uses an app is for whoever may end that.
  listAppGrants: 'manage',
  // Of the list: whether what was allowed to the app is in it.
  listGrants: 'allowed it',
  revokeGrants: 'sign in',
  narrowGrant: 'allowed it',
  revokeGrant: 'allowed it',
  // Of the list: whether the endpoint is in it.
  listWebhooks: 'see webhooks',
  createWebhook: 'add webhook',
  getWebhook: 'manage webhook',
  updateWebhook: 'manage webhook',
  deleteWebhook: 'manage webhook',
  rotateWebhookSecret: 'manage webhook',
  testWebhook: 'manage webhook',
  listWebhookDeliveries: 'manage webhook',
  redeliverWebhook: 'manage webhook',
  // Of several apps: what became of this one.
  bulkApps: 'manage',
} as const satisfies Record<RouteName, string>

export type Ask = (typeof asks)[RouteName]

/**
 * `creator`: a member of Acme who created the app of Acme; `member`: one who created nothing; `foreign`: the owner of
 * Globex, who created nothing either; `multi`: admin of both; `root`: administrator, of no organisation.
 */
export const roles = ['nobody', 'owner', 'admin', 'creator', 'member', 'foreign', 'multi', 'root'] as const
export type Role = (typeof roles)[number]

/** `ok`, or the status of the refusal: what does not exist for somebody is 404, what is not theirs to change is 403. */
type Verdict = 'ok' | '400' | '401' | '403' | '404'

/** Of an app of Acme, and of one of Globex. */
export type Verdicts = readonly [acme: Verdict, globex: Verdict]

type Row = Readonly<Record<Role, Verdicts>>
type Table = Readonly<Record<Exclude<Ask, 'nothing' | 'token' | 'sign in' | 'allowed it'>, Row>>

const nobody = ['401', '401'] as const
const neither = ['404', '404'] as const
const both = ['ok', 'ok'] as const
const ofAcme = ['ok', '404'] as const
const ofGlobex = ['404', 'ok'] as const

/** Where somebody may not create, the organisation is a fault of their input: there might be none of that name. */
const inAcme = ['ok', '400'] as const
const inGlobex = ['400', 'ok'] as const
const inNeither = ['400', '400'] as const
const nowhere = ['403', '403'] as const

/** What the member allowed an app: no policy has a say in it, and no administrator. */
// prettier-ignore
const ofWhoAllowedIt: Row = {
  nobody, owner: neither, admin: neither, creator: neither, member: both, foreign: neither, multi: neither, root: neither,
}

// prettier-ignore
const ofOrganizationAdmins: Table = {
  see:    { nobody, owner: ofAcme, admin: ofAcme, creator: ofAcme,         member: neither, foreign: ofGlobex, multi: both, root: both },
  manage: { nobody, owner: ofAcme, admin: ofAcme, creator: ['403', '404'], member: neither, foreign: ofGlobex, multi: both, root: both },
  review: { nobody, owner: ['403', '404'], admin: ['403', '404'], creator: ['403', '404'], member: neither, foreign: ['404', '403'], multi: ['403', '403'], root: both },
  create: { nobody, owner: inAcme, admin: inAcme, creator: nowhere,        member: nowhere, foreign: inGlobex, multi: both, root: inNeither },
  // Of an endpoint of the organisation.
  'see webhooks':   { nobody, owner: ofAcme, admin: ofAcme, creator: nowhere, member: nowhere, foreign: ofGlobex, multi: both, root: both },
  'manage webhook': { nobody, owner: ofAcme, admin: ofAcme, creator: neither, member: neither, foreign: ofGlobex, multi: both, root: both },
  'add webhook':    { nobody, owner: inAcme, admin: inAcme, creator: nowhere, member: nowhere, foreign: inGlobex, multi: both, root: inNeither },
}

// prettier-ignore
const ofOwnApps: Table = {
  see:    { nobody, owner: neither, admin: neither, creator: ofAcme, member: neither, foreign: neither,  multi: neither, root: both },
  manage: { nobody, owner: neither, admin: neither, creator: ofAcme, member: neither, foreign: neither,  multi: neither, root: both },
  review: { nobody, owner: neither, admin: neither, creator: ['403', '404'], member: neither, foreign: neither, multi: neither, root: both },
  create: { nobody, owner: inAcme,  admin: inAcme,  creator: inAcme, member: inAcme,  foreign: inGlobex, multi: both,    root: inNeither },
  // Of the founder's own: nobody but an administrator sees all apps of an organisation, so it can have none.
  'see webhooks':   { nobody, owner: neither,   admin: neither,   creator: ofAcme,    member: neither,   foreign: neither,   multi: neither,   root: both },
  'manage webhook': { nobody, owner: neither,   admin: neither,   creator: ofAcme,    member: neither,   foreign: neither,   multi: neither,   root: both },
  'add webhook':    { nobody, owner: inNeither, admin: inNeither, creator: inNeither, member: inNeither, foreign: inNeither, multi: inNeither, root: inNeither },
}

// prettier-ignore
const ofOwnAppsAdminsSeeAll: Table = {
  see:    { nobody, owner: ofAcme, admin: ofAcme, creator: ofAcme, member: neither, foreign: ofGlobex, multi: both, root: both },
  manage: { nobody, owner: ofAcme, admin: ofAcme, creator: ofAcme, member: neither, foreign: ofGlobex, multi: both, root: both },
  review: { nobody, owner: ofAcme, admin: ofAcme, creator: ['403', '404'], member: neither, foreign: ofGlobex, multi: both, root: both },
  create: { nobody, owner: inAcme, admin: inAcme, creator: inAcme, member: inAcme,  foreign: inGlobex, multi: both, root: inNeither },
  // Of an endpoint of the organisation; each may have endpoints of their own beside.
  'see webhooks':   { nobody, owner: ofAcme, admin: ofAcme, creator: neither,   member: neither,   foreign: ofGlobex, multi: both, root: both },
  'manage webhook': { nobody, owner: ofAcme, admin: ofAcme, creator: neither,   member: neither,   foreign: ofGlobex, multi: both, root: both },
  'add webhook':    { nobody, owner: inAcme, admin: inAcme, creator: inNeither, member: inNeither, foreign: inGlobex, multi: both, root: inNeither },
}

/** The policies that are ready-made. */
export const policies: readonly { readonly name: string; readonly policy: Policy; readonly table: Table }[] = [
  { name: 'organizationAdmins()', policy: organizationAdmins(), table: ofOrganizationAdmins },
  { name: 'ownApps()', policy: ownApps(), table: ofOwnApps },
  { name: 'ownApps({ adminsSeeAll: true })', policy: ownApps({ adminsSeeAll: true }), table: ofOwnAppsAdminsSeeAll },
]

/** The verdicts on one role, about one route. */
export function verdictsOf(table: Table, route: RouteName, role: Role): Verdicts {
  const ask = asks[route]
  if (ask === 'nothing') return both
  // Being signed in is no token.
  if (ask === 'token') return nobody
  if (ask === 'sign in') return role === 'nobody' ? nobody : both
  if (ask === 'allowed it') return ofWhoAllowedIt[role]
  return table[ask][role]
}
