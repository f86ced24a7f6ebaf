import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { FieldName } from '../../plugin/contract/fields.js'
import { glyphs } from '../internal/glyphs.js'
import { readableValue } from '../internal/readable-value.js'
import type { FieldView } from './fields/field-view.js'
import { sameValue } from './form-values.js'
import type { StaleEdit } from './stale-merge.js'

/** What somebody else changed meanwhile: for reading where it was merged, to choose where both changed the same. */
export function staleNotice(view: FieldView, stale: StaleEdit): TemplateResult {
  const { form } = view.locale.strings
  return html`<section class="stale" id="stale" tabindex="-1" aria-labelledby="stale-title">
    <header>
      <h3 id="stale-title">${glyphs.alert}${form.staleTitle}</h3>
      <p class="help">${stale.conflicts.length > 0 ? form.staleText : form.staleNone}</p>
    </header>
    ${stale.conflicts.map((field) => conflict(view, stale, field))}
    ${
      stale.adopted.length === 0
        ? nothing
        : html`<h4>${form.staleAdopted}</h4>
            <dl>
              ${stale.adopted.map(
                (field) =>
                  html`<div class="field">
                    <dt>${form[field]}</dt>
                    <dd>${reading(view, stale, field, 'theirs')}</dd>
                  </div>`,
              )}
            </dl>`
    }
  </section>`
}

function conflict(view: FieldView, stale: StaleEdit, field: FieldName): TemplateResult {
  const { form } = view.locale.strings
  const takesTheirs = sameValue(field, view.model.values, stale.theirs)
  return html`<fieldset class="field">
    <legend class="label">${form[field]}</legend>
    ${side(view, stale, field, 'mine', form.staleKeepMine, !takesTheirs)}
    ${side(view, stale, field, 'theirs', form.staleUseTheirs, takesTheirs)}
  </fieldset>`
}

function side(
  view: FieldView,
  stale: StaleEdit,
  field: FieldName,
  whose: 'mine' | 'theirs',
  words: string,
  chosen: boolean,
): TemplateResult {
  const id = `stale-${field}-${whose}`
  return html`<div class="side">
    <label class="choice">
      <input
        type="radio"
        name="stale-${field}"
        value=${whose}
        aria-describedby=${id}
        .checked=${live(chosen)}
        @change=${() => {
          view.model.choose(field, whose)
        }}
      />${words}
    </label>
    <div class="indented" id=${id}>${reading(view, stale, field, whose)}</div>
  </div>`
}

function reading(
  { model, locale }: FieldView,
  stale: StaleEdit,
  field: FieldName,
  whose: 'mine' | 'theirs',
): TemplateResult {
  return readableValue(field, stale[whose][field], { config: model.config, locale })
}
