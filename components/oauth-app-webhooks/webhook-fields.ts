import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { sentenceFor } from '../../plugin/contract/fault-sentences.js'
import { suggestionOf, type FieldFault } from '../../plugin/contract/faults.js'
import { webhookEvents, type WebhookEvent } from '../../plugin/contract/webhook-values.js'
import { alertGlyph } from '../internal/drawn-glyph.js'
import { isOf, type WebhookDraft } from './webhook-draft.js'
import { webhookPlaces, type WebhookView } from './webhook-view.js'

interface FieldsContext {
  readonly draft: WebhookDraft
  readonly faults: readonly FieldFault[]
  readonly change: (members: Partial<WebhookDraft>) => void
  readonly isNew: boolean
  readonly view: WebhookView
}

type OnInput = Event & { readonly currentTarget: HTMLInputElement }
type OnSelect = Event & { readonly currentTarget: HTMLSelectElement }

export function webhookFields(context: FieldsContext): TemplateResult {
  return html`${urlField(context)} ${context.isNew ? placeField(context) : nothing} ${descriptionField(context)}
  ${eventsField(context)}`
}

function urlField(context: FieldsContext): TemplateResult {
  const { draft, change, view } = context
  const { webhooks: words } = view.locale.strings
  return html`<div class="field">
    <label for="url">${words.url}</label>
    <p class="help" id="help-url">${words.urlHelp}</p>
    <input
      class="input"
      id="url"
      type="url"
      dir="ltr"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      placeholder="https://"
      aria-describedby="help-url faults-url"
      aria-invalid=${isFaulty(context, 'url')}
      .value=${live(draft.url)}
      @input=${({ currentTarget }: OnInput) => change({ url: currentTarget.value })}
    />
    ${faultLines(context, 'url', (url) => change({ url }))}
  </div>`
}

function placeField(context: FieldsContext): TemplateResult | typeof nothing {
  const { draft, change, view } = context
  const { webhooks: words } = view.locale.strings
  const places = webhookPlaces(view.config, words.own)
  if (places.length < 2) return nothing
  return html`<div class="field">
    <label for="organization">${words.organization}</label>
    <select
      class="input"
      id="organization"
      aria-describedby="faults-organization_id"
      @change=${({ currentTarget }: OnSelect) => change({ organization_id: currentTarget.value || null })}
    >
      ${places.map(
        ({ id, name }) =>
          html`<option value=${id ?? ''} .selected=${live(draft.organization_id === id)}>${name}</option>`,
      )}
    </select>
    ${faultLines(context, 'organization_id')}
  </div>`
}

function descriptionField(context: FieldsContext): TemplateResult {
  const { draft, change, view } = context
  const { webhooks: words } = view.locale.strings
  return html`<div class="field">
    <label for="description">${words.description} <span class="optional">(${words.optional})</span></label>
    <input
      class="input"
      id="description"
      dir="auto"
      autocomplete="off"
      aria-describedby="faults-description"
      aria-invalid=${isFaulty(context, 'description')}
      .value=${live(draft.description)}
      @input=${({ currentTarget }: OnInput) => change({ description: currentTarget.value })}
    />
    ${faultLines(context, 'description')}
  </div>`
}

function eventsField(context: FieldsContext): TemplateResult {
  const { draft, change, view } = context
  const { webhooks: words } = view.locale.strings
  const all = draft.events.size === webhookEvents.length
  return html`<fieldset class="field" aria-describedby="faults-events">
    <legend class="label">${words.events}</legend>
    <button type="button" class="button all" @click=${() => change({ events: new Set(all ? [] : webhookEvents) })}>
      ${all ? words.selectNone : words.selectAll}
    </button>
    ${webhookEvents.map(
      (event) =>
        html`<label class="choice">
          <input
            type="checkbox"
            value=${event}
            aria-invalid=${isFaulty(context, 'events')}
            .checked=${live(draft.events.has(event))}
            @change=${() => change({ events: toggled(draft.events, event) })}
          />
          <span>${words.kinds[event]} <code class="mono muted" dir="ltr">${event}</code></span>
        </label>`,
    )}
    ${faultLines(context, 'events')}
  </fieldset>`
}

function toggled(events: ReadonlySet<WebhookEvent>, event: WebhookEvent): ReadonlySet<WebhookEvent> {
  return new Set(webhookEvents.filter((other) => events.has(other) !== (other === event)))
}

function isFaulty({ faults }: FieldsContext, name: keyof WebhookDraft): 'true' | 'false' {
  return faults.some(({ pointer }) => isOf(pointer, name)) ? 'true' : 'false'
}

/** There from the start, since a screen reader announces only what changes in it. */
function faultLines(
  { faults, view }: FieldsContext,
  name: keyof WebhookDraft,
  apply?: (suggestion: string) => void,
): TemplateResult {
  const { webhooks: words, faults: sentences } = view.locale.strings
  return html`<div class="faults" id="faults-${name}" aria-live="polite">
    ${faults
      .filter(({ pointer }) => isOf(pointer, name))
      .map((fault) => {
        const suggestion = suggestionOf(fault)
        return html`<p class="fault">
          ${alertGlyph}<span class="fault-text">${sentenceFor(sentences, fault)}</span>
          ${
            suggestion === undefined || !apply
              ? nothing
              : html`<button type="button" class="button correction" @click=${() => apply(suggestion)}>
                  ${words.suggestion(suggestion)}
                </button>`
          }
        </p>`
      })}
  </div>`
}
