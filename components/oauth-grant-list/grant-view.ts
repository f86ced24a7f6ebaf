import type { Grant } from '../../plugin/contract/grants.js'
import type { ScopeCatalogue } from '../../plugin/contract/scope-catalogue.js'
import type { LocaleController } from '../internal/locale.controller.js'
import type { RelativeTimeController } from '../internal/relative-time.js'
import type { Strings } from '../locales/en.js'

export type GrantStrings = Pick<Strings, 'grants' | 'scopes'>

/** What the rows of one render are drawn from. */
export interface GrantView {
  readonly locale: LocaleController<GrantStrings>
  readonly times: RelativeTimeController
  readonly catalogue: ScopeCatalogue
  /** What each scope lets an app do, in the viewer's language. */
  readonly sentences: ReadonlyMap<string, string>
  readonly change: (grant: Grant) => void
  readonly revoke: (grant: Grant) => void
}

/** What the app is called, also where nothing is left of it. */
export function nameOf({ app }: Grant, { grants }: GrantStrings): string {
  return app.client_name ?? grants.unnamed
}
