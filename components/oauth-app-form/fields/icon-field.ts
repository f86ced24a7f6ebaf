import { html, type TemplateResult } from 'lit'
import { OauthAppIconField } from '../icon-field/oauth-app-icon-field.element.js'
import { faultsOf, isRequired, type FieldView } from './field-view.js'

export function iconField(view: FieldView): TemplateResult {
  const { model } = view
  return html`<oauth-app-icon-field
    data-field="icon"
    ?required=${isRequired(view, 'icon')}
    .value=${model.values.icon}
    .faults=${faultsOf(view, 'icon')}
    @change=${({ target }: Event) => {
      if (!(target instanceof OauthAppIconField)) return
      // An image that can be fitted is a question first, and a fault only once somebody wants to save.
      if (!target.undecided) model.faults.leave('icon')
      model.set('icon', target.value)
      model.hold('icon', target.obstacle)
    }}
  ></oauth-app-icon-field>`
}
