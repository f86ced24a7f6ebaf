import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { eventActions, eventFormats, type EventFormat } from '../../../plugin/contract/event-values.js'
import type { AppEventLine } from '../../../plugin/contract/events.js'
import { glyphs } from '../../internal/glyphs.js'
import type { DetailsSection } from '../details-section.js'
import type { DetailsView } from '../details-view.js'
import { moreItems, sectionBones, sectionFailure } from '../section-list.js'
import type { ActivityStep } from './activity.controller.js'
import { eventChanges } from './event-changes.js'
import { isOfReview, tellEvent } from './tell-event.js'

/** What a person can do with the lines. */
export interface ActivityControls {
  readonly loadMore: () => void
  readonly exportAs: (format: EventFormat) => void
}

/** `undefined` where there are no lines and nobody to ask for them. */
export function activitySection(view: DetailsView, controls: ActivityControls): DetailsSection | undefined {
  const { activity, locale } = view
  if (!activity.canAsk && !activity.lines) return undefined
  const aside = activity.canAsk ? toolbar(view, controls) : undefined
  const content = html`${failureOf(view, 'file')} ${activityList(view)}
  ${moreItems('load-more', activity, locale.strings, controls.loadMore)}`
  return { id: 'activity', text: locale.strings.events.text, content, ...(aside && { aside }) }
}

function toolbar({ activity, config, locale }: DetailsView, { exportAs }: ActivityControls): TemplateResult {
  const { events } = locale.strings
  const busy = activity.step === 'file'
  const offered = eventActions.filter((action) => config?.capabilities.review === true || !isOfReview(action))
  return html`<div class="section-actions">
    <select
      class="input filter"
      aria-label=${events.filter}
      .value=${live(activity.action ?? '')}
      @change=${({ currentTarget }: { readonly currentTarget: HTMLSelectElement }) => {
        void activity.filter(eventActions.find((action) => action === currentTarget.value))
      }}
    >
      <option value="">${events.all}</option>
      ${offered.map((action) => html`<option value=${action}>${events.kinds[action]}</option>`)}
    </select>
    <span class="exports" role="group" aria-label=${events.export}>
      ${eventFormats.map(
        (format) =>
          html`<button
            type="button"
            class="button export"
            data-format=${format}
            aria-label=${events.exportAs(format.toUpperCase())}
            title=${events.exportAs(format.toUpperCase())}
            aria-disabled=${busy ? 'true' : 'false'}
            @click=${() => {
              exportAs(format)
            }}
          >
            ${glyphs.download}${format.toUpperCase()}
          </button>`,
      )}
    </span>
  </div>`
}

function activityList(view: DetailsView): TemplateResult {
  const { activity, locale } = view
  const { common, events } = locale.strings
  const { lines, failure, step } = activity
  const state = step === 'first' && !lines ? common.loading : step === 'file' ? events.exporting : ''
  const count = lines ? events.shown(lines.length) : ''
  return html`<p class="visually-hidden" role="status">${state === '' ? count : state}</p>
    ${failureOf(view, 'first')}
    ${
      lines
        ? lines.length === 0
          ? html`<p class="quiet">${activity.action ? events.noneOfKind : events.none}</p>`
          : html`<ol class="rows activity-list" role="list" aria-busy=${step === 'first' ? 'true' : 'false'}>
              ${lines.map((line) => eventLine(line, view))}
            </ol>`
        : failure
          ? nothing
          : sectionBones('event')
    }`
}

function eventLine(line: AppEventLine, view: DetailsView): TemplateResult {
  return html`<li class="event" tabindex="-1" data-event-id=${line.id} data-action=${line.action}>
    <div class="event-line">
      <p dir="auto">${tellEvent(line, view.locale.strings)}</p>
      ${view.times.render(line.at)}
    </div>
    ${eventChanges(line, view)}
  </li>`
}

/** What failed beside what is shown: that stays as it is. */
function failureOf({ activity, locale }: DetailsView, step: ActivityStep): TemplateResult | typeof nothing {
  const { failure } = activity
  if (failure?.step !== step) return nothing
  const { exportFailed, loadFailed } = locale.strings.events
  return step === 'file'
    ? sectionFailure(exportFailed, failure.error, locale.strings)
    : sectionFailure(loadFailed, failure.error, locale.strings, () => void activity.reload())
}
