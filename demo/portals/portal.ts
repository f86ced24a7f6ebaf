import type { OAuthAppsOptions } from '../../plugin/index.js'
import type { DemoRole } from '../principals.js'
import type { ReferenceExamples } from '../reference/examples.js'

/** What makes a portal what it is. Its database, sign-in and log come from the demo. */
export type PortalPreset = Omit<
  OAuthAppsOptions,
  'knex' | 'tablePrefix' | 'authenticate' | 'findPrincipal' | 'logger' | 'publicUrl'
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
  /** Bodies for the reference page at `/<name>/reference`; a portal without them has no such page. */
  readonly examples?: ReferenceExamples
}

/** Where a portal's router is mounted. */
export function apiPath({ name }: Pick<Portal, 'name'>): string {
  return `/${name}/api/oauth-apps`
}
