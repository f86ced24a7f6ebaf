import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { Notice } from '../internal/app-actions/app-actions-host.js'
import { explainFailure } from '../internal/explain-failure.js'
import { glyphs } from '../internal/glyphs.js'
import type { PageStrings } from '../locales/en.js'
import type { AppPagesController } from './app-pages.controller.js'
import type { ListView } from './list-states.js'

/** One line for what is shown, or else for what was just done, in a place that is always there. */
export class ListSummary {
  readonly #host: ReactiveControllerHost
  #notice: Notice | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  say(notice: Notice | undefined): void {
    this.#notice = notice
    this.#host.requestUpdate()
  }

  render(view: ListView, pages: AppPagesController, strings: PageStrings): TemplateResult {
    const { text, failed, next } = staleNotice(pages, strings) ?? this.#notice ?? {}
    const button = next && html`<button type="button" class="link" @click=${next.run}>${next.label}</button>`
    return html`<div class="summary ${view}">
      <p role="status">${failed ? '' : (text ?? shown(view, pages, strings))}</p>
      <p role="alert" class="fault faults">
        ${failed ? html`${glyphs.alert}<span class="fault-text">${text}</span>` : nothing}
      </p>
      ${button}
    </div>`
  }
}

function shown(view: ListView, { apps }: AppPagesController, { common, list }: PageStrings): string {
  if (view === 'loading') return common.loading
  return view === 'rows' || view === 'no-match' ? list.shown(apps?.length ?? 0) : ''
}

/** The rows are those of before, as newer ones did not come. */
function staleNotice({ failure }: AppPagesController, strings: PageStrings): Notice | undefined {
  if (failure?.step !== 'again') return undefined
  return { text: `${strings.list.reloadFailed} ${explainFailure(failure.error, strings)}`, failed: true }
}
