import { html, type TemplateResult } from 'lit'
import { glyphs } from './glyphs.js'
import type { PageStrings } from '../locales/en.js'

/** In place of a part that could not be loaded: the network is down, or the files of the page have been replaced. */
export function partFailure({ apps, common }: PageStrings, retry: () => void): TemplateResult {
  return html`<div class="part-failure">
    <p class="fault faults" role="alert">${glyphs.alert}<span class="fault-text">${apps.loadFailed}</span></p>
    <button type="button" class="button" @click=${retry}>${common.retry}</button>
  </div>`
}
