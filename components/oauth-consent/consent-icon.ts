import { html, nothing, type TemplateResult } from 'lit'
import { firstLetter } from '../internal/app-actions/app-icon.js'
import type { ConsentApp } from './consent-request.js'

/** Larger than the 32 pixels that icons are kept in: a stranger must recognise it. */
const size = 48

/** The app's icon; its first letter where there is none, or where it does not load. */
export function consentIcon({ client_name, logo_uri, logo_srcset }: ConsentApp): TemplateResult {
  const image = html`<img
    src=${logo_srcset ? nothing : logo_uri}
    srcset=${logo_srcset ? atSize(logo_srcset) : nothing}
    alt=""
    width=${size}
    height=${size}
    @error=${hide}
  />`
  return html`<span class="icon" aria-hidden="true">
    ${logo_uri ? image : nothing}<span class="letter">${firstLetter(client_name)}</span>
  </span>`
}

/** Densities hold for the size that an icon is drawn for; where it is shown larger, each is that much less. */
function atSize(srcset: string): string {
  return srcset.replace(/ (\d+)x/g, (_, density: string) => ` ${(Number(density) * 32) / size}x`)
}

function hide({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLImageElement) currentTarget.hidden = true
}
