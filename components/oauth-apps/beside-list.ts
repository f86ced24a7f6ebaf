import { html, type TemplateResult } from 'lit'
import { glyphs } from '../internal/glyphs.js'
import { partFailure } from '../internal/part-failure.js'
import type { PartState } from '../internal/part-loader.js'
import type { PageStrings } from '../locales/en.js'
import { formSkeleton } from '../oauth-app-form/form-skeleton.js'

interface BesideList {
  readonly strings: PageStrings
  /** Where the way back leads, in words. */
  readonly back: string
  readonly leave: () => void
  /** Of what the part needs. */
  readonly state: PartState
  readonly part: () => TemplateResult
  readonly retry: () => void
}

/** What has the place of the list. The way back is there at once and has the focus, whatever comes below it. */
export function besideList({ strings, back, leave, state, part, retry }: BesideList): TemplateResult {
  return html`
    <button type="button" class="button plain back" @click=${leave}>${glyphs.back}${back}</button>
    ${state === 'ready' ? part() : state === 'failed' ? partFailure(strings, retry) : formSkeleton(strings)}
  `
}
