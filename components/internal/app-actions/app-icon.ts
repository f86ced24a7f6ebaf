import { html, nothing, type TemplateResult } from 'lit'
import type { AppSummary } from '../../../plugin/contract/app.js'

const size = 32

/** The app's icon; its first letter where there is none, or where it does not load. */
export function appIcon({
  client_name,
  logo_uri,
  logo_srcset,
}: Pick<AppSummary, 'client_name' | 'logo_uri' | 'logo_srcset'>): TemplateResult {
  const image = html`<img
    src=${logo_uri}
    srcset=${logo_srcset ?? nothing}
    alt=""
    width=${size}
    height=${size}
    loading="lazy"
    decoding="async"
    @error=${hide}
  />`
  return html`<span class="icon" aria-hidden="true">
    ${logo_uri === null ? nothing : image}<span class="letter">${firstLetter(client_name)}</span>
  </span>`
}

function hide({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLImageElement) currentTarget.hidden = true
}

/** The first letter as people see it, of which an emoji or an Indic syllable is one too. */
export function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter().segment(name.trim())
  return first?.segment.toLocaleUpperCase() ?? ''
}
