import { html } from 'lit'
import { isApproved } from '../../../plugin/contract/review-values.js'
import type { DetailsSection } from '../details-section.js'
import type { DetailsView } from '../details-view.js'

/** `undefined` where nothing waits, nothing was rejected, and nothing could be submitted. */
export function reviewSection({
  app,
  config,
  locale,
  source,
  reviewed,
  review,
}: DetailsView): DetailsSection | undefined {
  if (!config?.capabilities.review || app.deleted_at !== undefined) return undefined
  if (isApproved(app) && !app.review) return undefined
  const content = review.render(
    () =>
      html`<oauth-app-review
        .api=${source.api}
        .fetch=${source.fetch}
        .config=${config}
        .app=${app}
        .page=${reviewed}
      ></oauth-app-review>`,
    locale.strings,
  )
  return { id: 'review', content }
}
