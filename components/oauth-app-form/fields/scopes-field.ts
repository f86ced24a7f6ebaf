import { html, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { sentenceFor } from '../../../plugin/contract/fault-sentences.js'
import { ScopePicker } from '../../scope-picker/scope-picker.element.js'
import { faultsOf, type FieldView } from './field-view.js'

/**
 * The picker, which says itself what is wrong with its value: {@link tellScopes} hands that over. Lit sets an array again
 * at each render, the same one too, which would undo what a person has ticked.
 */
export function scopesField({ model }: FieldView): TemplateResult {
  return html`<scope-picker
    data-field="scopes"
    .catalogue=${model.config.scopes}
    .value=${guard([model.given.scopes], () => model.given.scopes)}
    @change=${({ target }: Event) => {
      if (target instanceof ScopePicker) model.set('scopes', target.value)
    }}
  ></scope-picker>`
}

export function tellScopes(picker: ScopePicker, view: FieldView): void {
  const { faults } = view.locale.strings
  const told = faultsOf(view, 'scopes').map((fault) => sentenceFor(faults, fault))
  picker.setCustomValidity(told.join(' '))
  if (told.length > 0) picker.revealValidity()
}
