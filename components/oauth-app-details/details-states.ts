import { html, nothing, type TemplateResult } from 'lit'
import { ApiError } from '../internal/api-client.js'
import { explainFailure } from '../internal/explain-failure.js'
import { glyphs } from '../internal/glyphs.js'
import type { LocaleController } from '../internal/locale.controller.js'
import type { DetailsStrings } from '../locales/en.js'
import type { DetailsView } from './details-view.js'

/** In place of the app until it is there, and about as high as its beginning. */
export function detailsSkeleton({ common }: DetailsStrings): TemplateResult {
  return html`<div class="skeleton" aria-busy="true">
    <span class="visually-hidden" role="status">${common.loading}</span>
    <div class="identity" aria-hidden="true">
      <span class="bone icon"></span>
      <div class="names"><span class="bone title"></span><span class="bone id"></span></div>
    </div>
    ${[0, 1, 2].map(
      () =>
        html`<div class="bones" aria-hidden="true">
          <span class="bone heading"></span>${[0, 1, 2, 3].map(() => html`<span class="bone line"></span>`)}
        </div>`,
    )}
  </div>`
}

/** In place of the app when it cannot be there; what is missing or forbidden stays so, the rest may be tried again. */
export function detailsFailure(error: unknown, strings: DetailsStrings, retry: () => void): TemplateResult {
  const code = error instanceof ApiError ? error.code : undefined
  const final = code === 'not_found' || code === 'forbidden'
  return html`<div class="notice" role="alert" tabindex="-1">
    ${glyphs.alert}
    <div>
      <h2>${strings.form.loadError}</h2>
      <p>${code === 'forbidden' ? strings.details.forbidden : explainFailure(error, strings)}</p>
      ${final ? nothing : html`<button type="button" class="button" @click=${retry}>${strings.common.retry}</button>`}
    </div>
  </div>`
}

/** In place of an app that was deleted here. */
export function deletedPanel(
  name: string,
  restoreDays: number,
  { strings }: LocaleController<DetailsStrings>,
): TemplateResult {
  const { details } = strings
  return html`<div class="notice gone">
    ${glyphs.trash}
    <div>
      <h2 id="title" tabindex="-1">${details.deletedTitle(name)}</h2>
      <p>${restoreDays > 0 ? details.deletedRests(restoreDays) : details.deletedForGood}</p>
    </div>
  </div>`
}

/** What holds for the whole page: an app that rests, or that the caller may only look at. */
export function detailsNotice({ app, locale, actions }: DetailsView): TemplateResult | typeof nothing {
  const { strings } = locale
  if (app.deleted_at !== undefined) {
    const until = app.restorable_until === undefined ? '' : locale.exactTime(app.restorable_until)
    return html`<div class="notice rests">
      ${glyphs.trash}
      <div>
        <p>${strings.details.restorableUntil(until)}</p>
        ${
          actions.canRestore(app)
            ? html`<button type="button" class="button" @click=${() => actions.restore(app)}>
                ${strings.actions.restore}
              </button>`
            : nothing
        }
      </div>
    </div>`
  }
  if (Object.values(app.can).some(Boolean)) return nothing
  return html`<div class="notice">
    ${glyphs.lock}
    <p>${strings.problems.forbidden}</p>
  </div>`
}
