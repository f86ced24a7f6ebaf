import type { App, Secret } from '../../plugin/contract/app.js'
import type { Config } from '../../plugin/contract/config.js'
import type { AppGrant, AppGrantPage } from '../../plugin/contract/grants.js'
import type { AppActionsHost } from '../internal/app-actions/app-actions-host.js'
import type { AppActions } from '../internal/app-actions/app-actions.js'
import type { CopyController } from '../internal/copy.controller.js'
import type { LocaleController } from '../internal/locale.controller.js'
import type { PartInSight } from '../internal/part-in-sight.js'
import type { PagesController } from '../internal/pages.controller.js'
import type { ServerElement } from '../internal/server-element.js'
import type { DetailsStrings } from '../locales/en.js'
import type { RelativeTimeController } from '../internal/relative-time.js'
import type { ActivityController } from './activity/activity.controller.js'

/** What the sections of one render are drawn from. */
export interface DetailsView {
  readonly app: App
  /** `undefined` where nobody said what the host is set up for. */
  readonly config: Config | undefined
  readonly locale: LocaleController<DetailsStrings>
  readonly times: RelativeTimeController
  readonly copy: CopyController
  readonly actions: AppActions
  readonly activity: ActivityController
  /** Who allowed the app what. */
  readonly users: PagesController<AppGrant, AppGrantPage>
  /** Where the parts ask. */
  readonly source: Pick<ServerElement, 'api' | 'fetch'>
  readonly review: PartInSight
  /** Shows and tells what was decided about the app. */
  readonly reviewed: Pick<AppActionsHost, 'keep' | 'say'>
  readonly tryIt: PartInSight
  readonly tokenIssued: () => void
  readonly addSecret: () => void
  readonly endSecret: (secret: Secret) => void
}
