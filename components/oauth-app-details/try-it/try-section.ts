import { html } from 'lit'
import type { DetailsSection } from '../details-section.js'
import type { DetailsView } from '../details-view.js'

/** `undefined` where there is nothing to try: nobody said where tokens come from, or the app rests. */
export function trySection({
  app,
  config,
  locale,
  source,
  tryIt,
  tokenIssued,
}: DetailsView): DetailsSection | undefined {
  if (!config || app.deleted_at !== undefined) return undefined
  const { authorization_server: server, capabilities } = config
  if (!server && !(capabilities.access_tokens && app.can.issue_token)) return undefined
  const content = tryIt.render(
    () =>
      html`<oauth-app-try-it
        .api=${source.api}
        .fetch=${source.fetch}
        .config=${config}
        .app=${app}
        @oauth-app-token-issued=${tokenIssued}
      ></oauth-app-try-it>`,
    locale.strings,
  )
  return { id: 'tryIt', text: locale.strings.details.tryItText, content }
}
