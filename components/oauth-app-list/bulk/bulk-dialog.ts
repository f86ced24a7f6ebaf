import { html, nothing, type TemplateResult } from 'lit'
import { explainFailure } from '../../internal/explain-failure.js'
import { glyphs } from '../../internal/glyphs.js'
import type { LocaleController } from '../../internal/locale.controller.js'
import type { PageStrings } from '../../locales/en.js'
import { actionLabel } from '../bulk-actions.js'
import type { BulkController, BulkQuestion } from './bulk.controller.js'
import { questionBody } from './bulk-question.js'
import type { BulkRun } from './bulk-run.js'

/** One dialog for all of it: the question, the work, and what could not be done. */
export function bulkDialog(bulk: BulkController, locale: LocaleController): TemplateResult | typeof nothing {
  const { question, run, running } = bulk
  if (!question) return nothing
  return html`<dialog
    id="bulk"
    class="dialog"
    aria-labelledby="bulk-title"
    aria-describedby="bulk-body"
    @cancel=${(event: Event) => {
      if (running) event.preventDefault()
    }}
    @close=${bulk.closed}
  >
    <div class="frame">
      <h2 id="bulk-title">${run ? actionLabel(question.action, locale.strings) : titleOf(question, locale.strings)}</h2>
      <div id="bulk-body">
        ${run ? (running ? progress(run, locale) : report(run, locale)) : questionBody(bulk, question, locale)}
      </div>
      <div class="footer">
        ${run ? (running ? stopButton(bulk, run, locale) : afterwards(bulk, run, locale)) : answers(bulk, locale)}
      </div>
    </div>
  </dialog>`
}

/** What was done, in a sentence. */
export function doneText({ task, done, tokens }: BulkRun, locale: LocaleController): string {
  const { bulk } = locale.strings
  const sentence = {
    enable: bulk.enabled,
    disable: bulk.disabled,
    delete: bulk.deleted,
    revoke_tokens: bulk.revoked,
  }[task.action](done.length)
  const revokes = task.action === 'revoke_tokens' || task.revokeTokens
  return revokes && tokens !== null ? `${sentence} ${bulk.tokensRevoked(locale.number(tokens))}` : sentence
}

function titleOf({ action, apps }: BulkQuestion, { bulk }: PageStrings): string {
  const titles = {
    enable: bulk.enableTitle,
    disable: bulk.disableTitle,
    delete: bulk.deleteTitle,
    revoke_tokens: bulk.revokeTitle,
  }
  return titles[action](apps.length)
}

function answers(bulk: BulkController, { strings }: LocaleController): TemplateResult {
  const { action } = bulk.question ?? {}
  const missing = bulk.toType !== undefined && bulk.typed !== bulk.toType
  return html`<button type="button" class="button" autofocus @click=${bulk.close}>${strings.common.cancel}</button>
    <button
      type="button"
      class="button ${action === 'enable' ? 'primary' : 'danger'}"
      aria-disabled=${missing ? 'true' : 'false'}
      @click=${bulk.confirm}
    >
      ${action && actionLabel(action, strings)}
    </button>`
}

function progress(run: BulkRun, locale: LocaleController): TemplateResult {
  const { bulk } = locale.strings
  const text = bulk.progress(locale.number(run.over), locale.number(run.total))
  const more = run.stopping
    ? bulk.stopping
    : run.pause === undefined
      ? undefined
      : bulk.waiting(locale.number(run.pause))
  return html`<progress aria-label=${text} max=${run.total} .value=${run.over}></progress>
    <p role="status">${text}${more === undefined ? nothing : html`<br />${more}`}</p>`
}

function stopButton(bulk: BulkController, run: BulkRun, { strings }: LocaleController): TemplateResult {
  return html`<button
    type="button"
    class="button stop"
    aria-disabled=${run.stopping ? 'true' : 'false'}
    @click=${bulk.stop}
  >
    ${strings.bulk.stop}
  </button>`
}

/** What was done, what was not, and why, app by app. */
function report(run: BulkRun, locale: LocaleController): TemplateResult {
  const { bulk } = locale.strings
  const { done, failures, notBegun } = run
  const failed = html`<p class="fault faults" role="alert">
      ${glyphs.alert}<span class="fault-text">${bulk.failed(failures.length)}</span>
    </p>
    <ul class="failures" tabindex="0" aria-label=${bulk.failures}>
      ${failures.map(
        ({ app, error }) =>
          html`<li>
            <bdi>${app.client_name}</bdi><span class="help">${explainFailure(error, locale.strings)}</span>
          </li>`,
      )}
    </ul>`
  return html`${done.length > 0 ? html`<p>${doneText(run, locale)}</p>` : nothing}
  ${notBegun.length > 0 ? html`<p>${bulk.notBegun(notBegun.length)}</p>` : nothing}
  ${failures.length > 0 ? failed : nothing}`
}

function afterwards(bulk: BulkController, run: BulkRun, { strings }: LocaleController): TemplateResult {
  const retry = html`<button type="button" class="button" @click=${bulk.retry}>${strings.bulk.retryFailed}</button>`
  return html`<button type="button" class="button over" @click=${bulk.close}>${strings.common.close}</button>
    ${run.failures.length > 0 ? retry : nothing}`
}
