import { html, type PropertyValues, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { App } from '../../plugin/contract/app.js'
import type { EventFormat } from '../../plugin/contract/event-values.js'
import type { AppEventLine } from '../../plugin/contract/events.js'
import type { AppGrant, AppGrantPage } from '../../plugin/contract/grants.js'
import { ActionRunner } from '../internal/app-actions/action-runner.js'
import type { AppActionsHost, Notice } from '../internal/app-actions/app-actions-host.js'
import { AppActions } from '../internal/app-actions/app-actions.js'
import { ConfirmController } from '../internal/confirm.controller.js'
import { CopyController } from '../internal/copy.controller.js'
import { LocaleController } from '../internal/locale.controller.js'
import { download } from '../internal/download.js'
import { PartInSight } from '../internal/part-in-sight.js'
import { PagesController } from '../internal/pages.controller.js'
import { RelativeTimeController } from '../internal/relative-time.js'
import { ServerElement } from '../internal/server-element.js'
import type { DetailsStrings } from '../locales/en.js'
import { buttons } from '../styles/buttons.js'
import { dialogs } from '../styles/dialogs.js'
import { fields } from '../styles/fields.js'
import { skeleton } from '../styles/skeleton.js'
import { tokens } from '../styles/tokens.js'
import { ActivityController } from './activity/activity.controller.js'
import { detailsHeader } from './details-header.js'
import { sectionLinks, detailsSection } from './details-section.js'
import { detailsSections } from './details-sections.js'
import { detailsWords } from './details-words.js'
import { deletedPanel, detailsFailure, detailsNotice, detailsSkeleton } from './details-states.js'
import type { DetailsView } from './details-view.js'
import { styles } from './oauth-app-details.styles.js'
import { readApp } from './read-app.js'
import { addSecret } from './secrets/add-secret.js'
import { endSecret } from './secrets/end-secret.js'
import { toast } from './toast.js'

/**
 * One app: what it is, its secrets, its scopes, what was done to it, and all that can be done to it.
 *
 * The events without a past tense come after the person has agreed and before the request; a host that prevents one does
 * it in its own way. No event carries a secret.
 *
 * @fires oauth-app-edit - A person wants to edit `detail.app`. Bubbles, composed.
 * @fires oauth-app-enable - `detail.app` is about to be enabled. Bubbles, composed, cancelable.
 * @fires oauth-app-enabled - `detail.app` was enabled. Bubbles, composed.
 * @fires oauth-app-disable - `detail.app` is about to be disabled. Bubbles, composed, cancelable.
 * @fires oauth-app-disabled - `detail.app` was disabled. Bubbles, composed.
 * @fires oauth-app-delete - `detail.app` is about to be deleted. Bubbles, composed, cancelable.
 * @fires oauth-app-deleted - `detail.app` was deleted. Bubbles, composed.
 * @fires oauth-app-restore - `detail.app` is about to be restored. Bubbles, composed, cancelable.
 * @fires oauth-app-restored - `detail.app` was restored. Bubbles, composed.
 * @fires oauth-app-rotate-secret - `detail.app` is about to get a secret in place of its others. Bubbles, composed, cancelable.
 * @fires oauth-app-secret-rotated - `detail.app` got that secret. Bubbles, composed.
 * @fires oauth-app-add-secret - `detail.app` is about to get a further secret. Bubbles, composed, cancelable.
 * @fires oauth-app-secret-added - `detail.app` got the secret `detail.secret_id`. Bubbles, composed.
 * @fires oauth-app-end-secret - The secret `detail.secret_id` is about to end. Bubbles, composed, cancelable.
 * @fires oauth-app-secret-ended - The secret `detail.secret_id` has ended. Bubbles, composed.
 * @fires oauth-app-revoke-tokens - All tokens of `detail.app` are about to be revoked. Bubbles, composed, cancelable.
 * @fires oauth-app-tokens-revoked - All tokens of `detail.app` were revoked. Bubbles, composed.
 * @fires oauth-app-token-issued - The caller got a token with which they try `detail.app`. Bubbles, composed.
 * @fires oauth-app-reassign - `detail.app` is about to be given to somebody else. Bubbles, composed, cancelable.
 * @fires oauth-app-reassigned - `detail.app` was given to somebody else. Bubbles, composed.
 */
export class OauthAppDetails extends ServerElement {
  static override styles = [tokens, buttons, fields, dialogs, skeleton, styles]

  /** The app to show; it is read from the server, unless {@link app} is that one. */
  @property({ attribute: 'client-id' }) clientId: string | undefined

  /** The app to show, where the page has read it already. */
  @property({ attribute: false }) app: App | undefined

  /** What was done to the app, newest first, where there is no server to ask. */
  @property({ attribute: false }) events: readonly AppEventLine[] | undefined

  /** Who allowed the app what, newest first, where there is no server to ask. */
  @property({ attribute: false }) grants: readonly AppGrant[] | undefined

  @state() private current: App | undefined
  @state() private deleted = false
  @state() private loadError: unknown
  @state() private notice: Notice | undefined

  protected readonly locale = new LocaleController<DetailsStrings>(this, detailsWords, (strings) => strings)
  readonly #confirm = new ConfirmController(this)
  readonly #copy = new CopyController(this)
  readonly #times = new RelativeTimeController(this, this.locale)
  readonly #activity = new ActivityController(this)
  readonly #users = new PagesController<AppGrant, AppGrantPage>(this)
  readonly #review = new PartInSight(this, 'oauth-app-review')
  readonly #tryIt = new PartInSight(this, 'oauth-app-try-it')
  readonly #host: AppActionsHost = {
    element: this,
    confirm: this.#confirm,
    locale: this.locale,
    client: () => this.client,
    config: () => this.config,
    say: (notice) => {
      this.notice = notice
      void this.#keepFocus()
    },
    keep: (app) => this.keepApp(app),
    remove: () => {
      this.deleted = true
      return () => void this.#focus('#title')
    },
    showOnce: (credentials) => {
      const element = this.renderRoot.querySelector('oauth-app-credentials')
      if (element) element.credentials = credentials
    },
  }
  readonly #actions = new AppActions(this.#host)
  readonly #runner = new ActionRunner(this.#host)
  #reading = new AbortController()

  /** Reads the app again. */
  async reload(): Promise<void> {
    this.#reading.abort()
    const { signal } = (this.#reading = new AbortController())
    this.current = undefined
    this.deleted = false
    this.notice = undefined
    this.loadError = undefined
    try {
      const [app] = await Promise.all([readApp(this.client, this, signal), this.loadConfig()])
      if (signal.aborted || !app) return
      this.current = app
      this.#follow(app)
    } catch (error) {
      if (!signal.aborted) this.loadError = error
    }
  }

  /** Shows the app as it is now. */
  keepApp(app: App): void {
    this.deleted = false
    this.current = app
    this.#follow(app)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    const source = ['api', 'fetch', 'clientId', 'app', 'events', 'grants'] as const
    if (source.some((name) => changed.has(name))) void this.reload()
  }

  protected override render(): TemplateResult {
    return html`<div class="container">${this.#body()} ${toast(this.notice, this.locale.strings, this.#dismiss)}</div>
      ${this.#confirm.render()}
      <oauth-app-credentials modal @oauth-app-credentials-dismissed=${this.#onStored}></oauth-app-credentials>`
  }

  #body(): TemplateResult {
    const { current: app, loadError, locale } = this
    if (loadError !== undefined) return detailsFailure(loadError, locale.strings, () => void this.#retry())
    if (!app) return detailsSkeleton(locale.strings)
    if (this.deleted) return deletedPanel(app.client_name, this.config?.capabilities.restore_days ?? 0, locale)
    const view = this.#view(app)
    const sections = detailsSections(view, {
      loadMore: () => void this.#loadMore('.load-more', '.event', this.#activity),
      loadMoreUsers: () => void this.#loadMore('.more-users', '.user', this.#users),
      exportAs: (format) => void this.#exportAs(format),
    })
    return html`<article class="page" aria-labelledby="title">
      ${detailsHeader(view)} ${detailsNotice(view)}
      <div class="columns">
        ${sectionLinks(sections, view)}
        <div class="sections">${sections.map((section) => detailsSection(section, view))}</div>
      </div>
    </article>`
  }

  #view(app: App): DetailsView {
    return {
      app,
      config: this.config,
      locale: this.locale,
      times: this.#times,
      copy: this.#copy,
      actions: this.#actions,
      activity: this.#activity,
      users: this.#users,
      source: this,
      review: this.#review,
      reviewed: this.#host,
      tryIt: this.#tryIt,
      tokenIssued: () => this.#follow(app),
      addSecret: () => void addSecret(this.#runner, this.locale, app),
      endSecret: (secret) => void endSecret(this.#runner, this.locale, app, secret),
    }
  }

  /** What is shown of an app beside itself, which may be other than it was when something was done. */
  #follow(app: App): void {
    const { client } = this
    const { client_id } = app
    if (this.events || !client) this.#activity.show(this.events)
    else void this.#activity.follow({ clientId: client_id, client })
    if (this.grants || !client || !this.#actions.canRevokeTokens(app)) this.#users.show(this.grants)
    else {
      void this.#users.follow(client_id, async (cursor, signal) => {
        const query = cursor === undefined ? {} : { cursor }
        return (await client.call('listAppGrants', { params: { client_id }, query, signal })).data
      })
    }
  }

  /** The focus goes on to the first that is new when its button goes, as nothing more is to come. */
  async #loadMore(button: string, item: string, list: { loadMore(): Promise<number> }): Promise<void> {
    const before = this.renderRoot.querySelectorAll(item).length
    const pressed = this.renderRoot.querySelector(button)
    const count = await list.loadMore()
    await this.updateComplete
    if (count > 0 && !pressed?.isConnected) this.renderRoot.querySelectorAll<HTMLElement>(item)[before]?.focus()
  }

  async #exportAs(format: EventFormat): Promise<void> {
    const file = await this.#activity.exportAs(format)
    if (!file || !this.current) return
    download(`${this.current.client_id}-activity.${format}`, file)
    this.#host.say({ text: this.locale.strings.events.exported })
  }

  readonly #onStored = (): void => {
    if (this.current) this.#host.say({ text: this.locale.strings.actions.rotated(this.current.client_name) })
  }

  async #retry(): Promise<void> {
    await this.reload()
    await this.#keepFocus()
  }

  readonly #dismiss = (): void => {
    this.notice = undefined
    void this.#keepFocus()
  }

  /** What had the focus may be gone: then it goes to the title, and nothing scrolls. */
  async #keepFocus(): Promise<void> {
    await this.updateComplete
    if (!this.shadowRoot?.activeElement) await this.#focus('#title', '.notice')
  }

  async #focus(...selectors: readonly string[]): Promise<void> {
    await this.updateComplete
    const targets = selectors.map((selector) => this.renderRoot.querySelector<HTMLElement>(selector))
    targets.find((target) => target !== null)?.focus({ preventScroll: true })
  }
}
