import { html, nothing, type TemplateResult } from 'lit'
import { explainFailure } from '../internal/explain-failure.js'
import { glyphs } from '../internal/glyphs.js'
import type { MemberStrings } from '../locales/en.js'

/** What lists of a section have in common that are read a page at a time. */
interface SectionList {
  readonly hasMore: boolean
  readonly step: string | undefined
  readonly failure: { readonly step: string; readonly error: unknown } | undefined
}

/** After the last item: the next page, or why it did not come. */
export function moreItems(
  name: string,
  { hasMore, step, failure }: SectionList,
  strings: MemberStrings,
  load: () => void,
): TemplateResult | typeof nothing {
  if (!hasMore) return nothing
  const { common, list } = strings
  const failed = failure?.step === 'more'
  const loading = step === 'more'
  return html`<div class="more">
    ${failed ? fault(explainFailure(failure.error, strings)) : nothing}
    <button type="button" class="button ${name}" aria-disabled=${loading ? 'true' : 'false'} @click=${load}>
      ${loading ? common.loading : failed ? common.retry : list.loadMore}
    </button>
  </div>`
}

/** What failed beside what is shown, which stays as it is; with a way to try again, where that is there. */
export function sectionFailure(
  what: string,
  error: unknown,
  strings: MemberStrings,
  retry?: () => void,
): TemplateResult {
  return html`<div class="section-failure">
    ${fault(`${what} ${explainFailure(error, strings)}`)}
    ${retry ? html`<button type="button" class="button" @click=${retry}>${strings.common.retry}</button>` : nothing}
  </div>`
}

/** In place of the items until they are there. */
export function sectionBones(kind: string): TemplateResult {
  return html`<ul class="rows" aria-hidden="true">
    ${[0, 1, 2].map(() => html`<li class=${kind}><span class="bone line"></span></li>`)}
  </ul>`
}

function fault(text: string): TemplateResult {
  return html`<p class="fault faults" role="alert">${glyphs.alert}<span class="fault-text">${text}</span></p>`
}
