import { html, nothing, type TemplateResult } from 'lit'
import type { Notice } from '../internal/app-actions/app-actions-host.js'
import { glyphs } from '../internal/glyphs.js'
import type { PageStrings } from '../locales/en.js'

/** What was just done, above the lower edge of what is seen, until it is put away or something else was done. */
export function toast(notice: Notice | undefined, { common }: PageStrings, dismiss: () => void): TemplateResult {
  const { text, failed = false, next } = notice ?? {}
  const content = html`${failed ? glyphs.alert : glyphs.check}<span class="toast-text">${text}</span>`
  return html`<div class="toast ${notice ? '' : 'away'} ${failed ? 'failed' : ''}">
    <p role="status">${notice && !failed ? content : nothing}</p>
    <p role="alert">${notice && failed ? content : nothing}</p>
    ${
      next
        ? html`<button
            type="button"
            class="button next"
            @click=${() => {
              dismiss()
              next.run()
            }}
          >
            ${next.label}
          </button>`
        : nothing
    }
    <button type="button" class="icon-button" aria-label=${common.close} title=${common.close} @click=${dismiss}>
      ${glyphs.close}
    </button>
  </div>`
}
