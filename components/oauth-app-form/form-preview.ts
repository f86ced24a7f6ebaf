import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { isVisible, type FieldView } from './fields/field-view.js'

/** What people will be asked, where the app sends anybody anywhere. */
export function formPreview(view: FieldView): TemplateResult | typeof nothing {
  const { values, config, current } = view.model
  if (!isVisible(view, 'redirect_uris')) return nothing
  return html`<oauth-app-consent-preview
    class="preview"
    .source=${guard([values, config, current], () => ({ values, config, current }))}
  ></oauth-app-consent-preview>`
}
