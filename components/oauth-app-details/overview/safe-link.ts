import { html, type TemplateResult } from 'lit'
import { checkWebUrl } from '../../../plugin/contract/web-url.js'

/** A link to a page that an app names, judged again since strangers follow it; what is not sound is text. */
export function safeLink(url: string): TemplateResult {
  return checkWebUrl(url).length === 0
    ? html`<a class="value" dir="ltr" href=${url} rel="noopener noreferrer">${url}</a>`
    : html`<span class="value mono" dir="ltr">${url}</span>`
}
