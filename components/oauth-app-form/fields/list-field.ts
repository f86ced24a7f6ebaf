import { html, type TemplateResult } from 'lit'
import type { ListField } from '../form-model.js'
import { OauthAppValueList } from '../value-list/oauth-app-value-list.element.js'
import { isRequired, type FieldView } from './field-view.js'

/** Several addresses. What stands in its input and was not added is committed, or held against saving, by the form. */
export function listField(view: FieldView, field: ListField): TemplateResult {
  const { model, locale } = view
  const { form } = locale.strings
  const settle = ({ target }: Event): void => {
    if (target instanceof OauthAppValueList && target.pending === '') model.hold(field, undefined)
  }
  return html`<oauth-app-value-list
    data-field=${field}
    .field=${field}
    label=${form[field]}
    help=${form[`${field}Help`]}
    placeholder=${form[`${field}Placeholder`]}
    ?required=${isRequired(view, field)}
    .values=${model.values[field]}
    .faults=${model.shownAt(field)}
    .judge=${(items: readonly string[], item: string) => model.judgeItem(field, items, item)}
    @input=${settle}
    @change=${(event: Event) => {
      if (event.target instanceof OauthAppValueList) model.set(field, event.target.values)
      settle(event)
    }}
  ></oauth-app-value-list>`
}
