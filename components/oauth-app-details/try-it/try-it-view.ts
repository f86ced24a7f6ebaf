import { html, type TemplateResult } from 'lit'
import type { App } from '../../../plugin/contract/app.js'
import type { Config } from '../../../plugin/contract/config.js'
import type { CopyController } from '../../internal/copy.controller.js'
import type { LocaleController } from '../../internal/locale.controller.js'
import type { RelativeTimeController } from '../../internal/relative-time.js'
import type { TryItStrings } from './try-it-words.js'

/** What the parts of one render are drawn from. */
export interface TryItView {
  readonly app: App
  readonly config: Config
  readonly locale: LocaleController<TryItStrings>
  readonly times: RelativeTimeController
  readonly copy: CopyController
}

/** One thing to try, under a heading. */
export function part(id: string, title: string, text: string, content: TemplateResult): TemplateResult {
  return html`<section class="part" aria-labelledby=${id}>
    <h4 id=${id} tabindex="-1">${title}</h4>
    <p class="help">${text}</p>
    ${content}
  </section>`
}

/** Something to take along: what it is, and a button that copies it. */
export function copyable(
  key: string,
  value: string,
  copyLabel: string,
  { copy, locale }: TryItView,
  wide = false,
): TemplateResult {
  const { common } = locale.strings
  const words = { copy: copyLabel, copied: common.copied, failed: common.copyFailed }
  const code = html`<code class="mono" dir="ltr" translate="no">${value}</code>`
  return html`<div class="copyable ${wide ? 'wide' : ''}">
    ${wide ? html`<pre dir="ltr">${code}</pre>` : code} ${copy.button(key, value, words)}
  </div>`
}
