import { html, nothing, type TemplateResult } from 'lit'
import type { BulkAction } from '../../plugin/contract/bulk-values.js'
import type { Config } from '../../plugin/contract/config.js'
import { explainFailure } from '../internal/explain-failure.js'
import { glyphs } from '../internal/glyphs.js'
import type { LocaleController } from '../internal/locale.controller.js'
import { actionLabel, applies, offeredActions } from './bulk-actions.js'
import type { ListSelection } from './list-selection.js'
import { selectionMax } from './match-collector.js'

export interface SelectionBarContext {
  readonly selection: ListSelection
  readonly locale: LocaleController
  readonly config: Config | undefined
}

/** In place of the toolbar while apps are selected: how many, and what can be done to them. */
export function selectionBar(context: SelectionBarContext): TemplateResult {
  const { selection, locale, config } = context
  const { strings } = locale
  return html`<div class="selection-bar" role="group" aria-label=${strings.bulk.bar}>
    <div class="selected">
      <p class="count">${selectedText(selection, locale)}</p>
      ${growth(context)}
    </div>
    <div class="bulk-actions">${offeredActions(config).map((action) => actionButton(action, context))}</div>
    <button
      type="button"
      class="icon-button clear"
      aria-label=${strings.bulk.clear}
      title=${strings.bulk.clear}
      @click=${selection.clear}
    >
      ${glyphs.close}
    </button>
  </div>`
}

/** How many are selected, how many of them are not among the rows, and whether these are all that match. */
export function selectedText({ picked, rows, matches }: ListSelection, { strings }: LocaleController): string {
  const { bulk } = strings
  const { size } = picked
  const outside = picked.countOutside(rows)
  const count = `${bulk.selected(size)}${outside > 0 ? bulk.notShown(outside) : ''}`
  return matches.outcome === 'limited' ? `${count}. ${bulk.limited(selectionMax)}` : count
}

function actionButton(action: BulkAction, { selection, locale }: SelectionBarContext): TemplateResult {
  return html`<button
    type="button"
    class="button"
    ?disabled=${!selection.picked.apps.some((app) => applies(action, app))}
    @click=${() => selection.act(action)}
  >
    ${actionLabel(action, locale.strings)}
  </button>`
}

/** From the rows that are shown to all that match. */
function growth({ selection, locale }: SelectionBarContext): TemplateResult | typeof nothing {
  const { bulk, common } = locale.strings
  const { found, outcome } = selection.matches
  if (found !== undefined) {
    return html`<progress aria-label=${bulk.selectMatching}></progress>
      <span role="status">${bulk.collecting(found)}</span>
      <button type="button" class="link" @click=${() => selection.matches.cancel()}>${common.cancel}</button>`
  }
  const failure =
    typeof outcome === 'object'
      ? html`<span class="fault faults" role="alert"
          >${bulk.collectFailed} ${explainFailure(outcome.error, locale.strings)}</span
        >`
      : nothing
  const offer = html`<button type="button" class="link" @click=${selection.selectMatching}>
    ${bulk.selectMatching}
  </button>`
  return html`${failure} ${selection.mayGrow && (!outcome || failure !== nothing) ? offer : nothing}`
}
