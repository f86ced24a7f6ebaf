import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'

export interface Choice {
  readonly type: 'radio' | 'checkbox'
  /** Radios of one name exclude each other; what describes the choice is found by it. */
  readonly name: string
  readonly label: unknown
  readonly help?: string
  readonly checked: boolean
  readonly change: (on: boolean) => void
}

/** A box to tick or to choose, with what there is to say about it. */
export function choice({ type, name, label, help, checked, change }: Choice): TemplateResult {
  return html`<label class="choice">
      <input
        type=${type}
        name=${name}
        aria-describedby=${help === undefined ? nothing : `help-${name}`}
        .checked=${live(checked)}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) change(target.checked)
        }}
      />${label}
    </label>
    ${help === undefined ? nothing : html`<p class="help indented" id="help-${name}">${help}</p>`}`
}
