import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { App } from '../../../plugin/contract/app.js'
import { isApproved } from '../../../plugin/contract/review-values.js'
import { ActionRunner } from '../../internal/app-actions/action-runner.js'
import type { AppActionsHost } from '../../internal/app-actions/app-actions-host.js'
import { ConfirmController } from '../../internal/confirm.controller.js'
import { explainFailure } from '../../internal/explain-failure.js'
import { glyphs } from '../../internal/glyphs.js'
import { LocaleController } from '../../internal/locale.controller.js'
import { ServerElement } from '../../internal/server-element.js'
import { buttons } from '../../styles/buttons.js'
import { dialogs } from '../../styles/dialogs.js'
import { fields } from '../../styles/fields.js'
import { skeleton } from '../../styles/skeleton.js'
import { tokens } from '../../styles/tokens.js'
import { styles } from './oauth-app-review.styles.js'
import { proposedChanges } from './proposed-changes.js'
import { ReviewActions, type SeenApp } from './review-actions.js'
import { reviewWords, type ReviewStrings } from './review-words.js'

/**
 * Part of `<oauth-app-details>`: what of an app waits for approval or was rejected, beside what is in force, and what can be
 * decided about it. What is decided is what is shown here: it is read with its version.
 *
 * @fires oauth-app-submit - `detail.app` is about to be submitted. Bubbles, composed, cancelable.
 * @fires oauth-app-submitted - `detail.app` was submitted. Bubbles, composed.
 * @fires oauth-app-withdraw - `detail.app`, or its changes, are about to be withdrawn. Bubbles, composed, cancelable.
 * @fires oauth-app-withdrawn - They were. Bubbles, composed.
 * @fires oauth-app-approve - `detail.app`, or its changes, are about to be approved. Bubbles, composed, cancelable.
 * @fires oauth-app-approved - They were. Bubbles, composed.
 * @fires oauth-app-reject - `detail.app`, or its changes, are about to be rejected. Bubbles, composed, cancelable.
 * @fires oauth-app-rejected - They were. Bubbles, composed.
 */
export class OauthAppReview extends ServerElement {
  static override styles = [tokens, buttons, fields, dialogs, skeleton, styles]

  @property({ attribute: false }) app: App | undefined

  /** The page that shows the app, and tells what was done to it. */
  @property({ attribute: false }) page: Pick<AppActionsHost, 'keep' | 'say'> | undefined

  @state() private seen: SeenApp | undefined
  @state() private failure: unknown

  protected readonly locale = new LocaleController<ReviewStrings>(this, reviewWords, (strings) => strings)
  readonly #confirm = new ConfirmController(this)
  readonly #actions = new ReviewActions(
    new ActionRunner({
      element: this,
      confirm: this.#confirm,
      locale: this.locale,
      client: () => this.client,
      config: () => this.config,
      say: (notice) => this.page?.say(notice),
      keep: (app) => this.page?.keep(app),
      remove: () => () => undefined,
      showOnce: () => undefined,
    }),
    () => this.locale.strings.review,
    () => void this.#load(),
  )
  #reading = new AbortController()

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (changed.has('app') || changed.has('api')) void this.#load()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { seen, failure, locale } = this
    if (failure !== undefined) return this.#failed(failure)
    if (!seen) return html`<i class="bone line" aria-hidden="true"></i>`
    const { app } = seen
    return html`<div class="verdict ${app.review?.status ?? 'draft'}">
        ${app.review?.status === 'rejected' ? glyphs.alert : glyphs.people}
        <div>
          <p>${this.#standing(app)}</p>
          ${app.review?.reason ? this.#reason(app.review.reason) : nothing}
        </div>
      </div>
      ${proposedChanges(app, { config: this.config, locale })} ${this.#controls(seen)} ${this.#confirm.render()}`
  }

  #standing(app: App): string {
    const { review: words } = this.locale.strings
    const { review } = app
    if (!review) return words.draftText
    if (review.status === 'rejected') return isApproved(app) ? words.changesRejectedText : words.rejectedText
    const time = this.locale.exactTime(review.submitted_at)
    const { name } = review.submitted_by
    return isApproved(app) ? words.changesPendingText(name, time) : words.pendingText(name, time)
  }

  #reason(reason: string): TemplateResult {
    return html`<p class="label">${this.locale.strings.review.reason}</p>
      <p class="reason" dir="auto">${reason}</p>`
  }

  #controls(seen: SeenApp): TemplateResult | typeof nothing {
    const { review: words } = this.locale.strings
    const { app } = seen
    const waits = app.review?.status === 'pending'
    const button = (id: string, label: string, run: () => Promise<void>, kind = ''): TemplateResult =>
      html`<button type="button" class="button ${kind}" data-action=${id} @click=${() => void run()}>${label}</button>`
    const offered = [
      waits && app.can.approve && button('approve', words.approve, () => this.#actions.approve(seen), 'primary'),
      waits && app.can.reject && button('reject', words.reject, () => this.#actions.reject(seen)),
      !waits && app.can.submit && button('submit', words.submit, () => this.#actions.submit(seen), 'primary'),
      (waits || app.proposal) &&
        app.can.submit &&
        button('withdraw', words.withdraw, () => this.#actions.withdraw(seen)),
    ].filter((control) => control !== false && control !== undefined)
    return offered.length === 0 ? nothing : html`<div class="controls">${offered}</div>`
  }

  #failed(error: unknown): TemplateResult {
    const { strings } = this.locale
    return html`<p class="fault faults" role="alert">
        ${glyphs.alert}<span class="fault-text">${explainFailure(error, strings)}</span>
      </p>
      <button type="button" class="button" @click=${() => void this.#load()}>${strings.common.retry}</button>`
  }

  /** Read anew: the version that somebody decides about has to be that of what they see. */
  async #load(): Promise<void> {
    this.#reading.abort()
    const { signal } = (this.#reading = new AbortController())
    const { app, client } = this
    this.failure = undefined
    if (this.seen?.app.client_id !== app?.client_id) this.seen = undefined
    if (!app) return
    if (!client) {
      this.seen = { app, etag: null }
      return
    }
    try {
      const { data, etag } = await client.call('getApp', { params: { client_id: app.client_id }, signal })
      this.seen = { app: data, etag }
    } catch (error) {
      if (!signal.aborted) this.failure = error
    }
  }
}
