import type { OAuthAppsOptions } from '../../plugin/index.js'
import type { DemoRole } from '../principals.js'
import type { ReferenceExamples } from '../reference/examples.js'

/** What makes a portal what it is. Its database, sign-in and log come from the demo. */
export type PortalPreset = Omit<
  OAuthAppsOptions,
  'knex' | 'tablePrefix' | 'authenticate' | 'findPrincipal' | 'findOrganizations' | 'logger' | 'mail' | 'publicUrl'
>

/** One product among those of the demo. Its page is `/<name>`, its API `/<name>/api/oauth-apps`. */
export interface Portal {
  readonly name: string
  /** What it calls itself. */
  readonly title: string
  readonly preset: PortalPreset
  /** Begins the names of its tables: all portals share one database. */
  readonly tablePrefix: string
  /** As whom its page signs somebody in who has not chosen yet. */
  readonly visitor: DemoRole
  /** Whether people have a page of the apps that they allowed something, at `/<name>/authorized`. */
  readonly grants?: true
  /** Whether administrators have a page of the apps of all users, at `/<name>/applications`. */
  readonly overview?: true
  /** What apps may ask for that nobody has registered, where there are any: they introduce themselves by a document. */
  readonly introduced?: readonly string[]
  /** Whether there is a page of webhooks at `/<name>/webhooks`, and a receiver to try them with at `/<name>/receiver`. */
  readonly webhooks?: true
  /** Whether it has templates of mails of its own, in `demo/mail-templates/<name>/`. */
  readonly mailTemplates?: true
  /** Bodies for the reference page at `/<name>/reference`; a portal without them has no such page. */
  readonly examples?: ReferenceExamples
}

/** Where a portal's router is mounted. */
export function apiPath({ name }: Pick<Portal, 'name'>): string {
  return `/${name}/api/oauth-apps`
}

/** Whether apps have nowhere to send people to: they act for themselves, with their ID and secret (RFC 6749 §4.4). */
export function actsForItself({ preset }: Pick<Portal, 'preset'>): boolean {
  return preset.fields?.redirect_uris === 'hidden'
}
