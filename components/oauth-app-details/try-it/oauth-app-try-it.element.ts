import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { AccessToken } from '../../../plugin/contract/access-token.js'
import type { App } from '../../../plugin/contract/app.js'
import { sentenceFor } from '../../../plugin/contract/fault-sentences.js'
import { worksFor } from '../../../plugin/contract/review-values.js'
import { ApiError } from '../../internal/api-client.js'
import { CopyController } from '../../internal/copy.controller.js'
import { emit } from '../../internal/emit.js'
import { explainFailure } from '../../internal/explain-failure.js'
import { LocaleController } from '../../internal/locale.controller.js'
import { RelativeTimeController } from '../../internal/relative-time.js'
import { ServerElement } from '../../internal/server-element.js'
import { buttons } from '../../styles/buttons.js'
import { fields } from '../../styles/fields.js'
import { tokens } from '../../styles/tokens.js'
import { buttonPart } from './button-part.js'
import { linkPart } from './link-part.js'
import { styles } from './oauth-app-try-it.styles.js'
import { makeLink, type SignInLink } from './sign-in-link.js'
import { flowOf, type SnippetSource } from './snippets/snippet-source.js'
import type { SnippetName } from './snippets/snippets.js'
import { snippetsPart } from './snippets-part.js'
import { TokenDraft } from './token-draft.js'
import { tokenPart } from './token-part.js'
import type { TryItView } from './try-it-view.js'
import { tryItWords, type TryItStrings } from './try-it-words.js'

/**
 * Part of `<oauth-app-details>`: an access token to try the API with, a sign-in by hand, and examples to begin with. A
 * token is shown until it is put away, has ended, or was revoked; it is in nothing else than this element.
 *
 * @fires oauth-app-token-issued - The caller got a token of `detail.app`. Bubbles, composed.
 */
export class OauthAppTryIt extends ServerElement {
  static override styles = [tokens, buttons, fields, styles]

  @property({ attribute: false }) app: App | undefined

  @state() private token: AccessToken | undefined
  @state() private busy = false
  @state() private failure: string | undefined
  @state() private said = ''
  @state() private link: SignInLink | undefined
  @state() private snippet: SnippetName = 'curl'

  protected readonly locale = new LocaleController<TryItStrings>(this, tryItWords, (strings) => strings)
  readonly #copy = new CopyController(this)
  readonly #times = new RelativeTimeController(this, this.locale)
  #draft = new TokenDraft([], [])
  #end: ReturnType<typeof setTimeout> | undefined
  #page: Node | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#page = this.getRootNode()
    if (this.#page instanceof ShadowRoot) this.#page.host.addEventListener('oauth-app-tokens-revoked', this.#onRevoked)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (this.#page instanceof ShadowRoot)
      this.#page.host.removeEventListener('oauth-app-tokens-revoked', this.#onRevoked)
    this.#forget()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (!changed.has('app')) return
    const { app, config } = this
    const before = changed.get('app')
    if (!app || app.status === 'disabled' || app.client_id !== before?.client_id) this.#forget()
    if (madeOf(app) === madeOf(before)) return
    this.#draft = new TokenDraft(config?.scopes ?? [], app?.scopes ?? [])
    void this.#renewLink()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { app, config, locale } = this
    if (!app || !config) return nothing
    const { tryIt } = locale.strings
    const view: TryItView = { app, config, locale, times: this.#times, copy: this.#copy }
    const server = config.authorization_server
    const source = server && { app, server }
    const flow = source ? flowOf(source) : undefined
    return html`<p class="visually-hidden" role="status">${this.said}</p>
      ${app.status === 'disabled' ? html`<p class="quiet">${tryIt.disabled}</p>` : nothing}
      ${worksFor(app, config.caller.id) && app.can.issue_token && config.capabilities.access_tokens ? this.#token(view) : nothing}
      ${source && flow?.kind === 'code' ? html`${linkPart(view, this.link, () => void this.#onRenew())} ${buttonPart(view, source.server.service_name)}` : nothing}
      ${source && flow ? snippetsPart(view, source, this.snippet, (name) => (this.snippet = name)) : nothing}`
  }

  #token(view: TryItView): TemplateResult {
    return tokenPart(view, {
      draft: this.#draft,
      token: this.token,
      busy: this.busy,
      failure: this.failure,
      changed: () => {
        this.failure = undefined
        this.requestUpdate()
      },
      get: () => void this.#get(),
      dismiss: () => void this.#dismiss(),
    })
  }

  async #get(): Promise<void> {
    const { app, client, locale } = this
    if (!app || !client || this.busy) return
    this.failure = this.#draft.isEmpty ? locale.strings.tryIt.tokenScopeMissing : undefined
    if (this.failure !== undefined) return
    this.busy = true
    try {
      const params = { client_id: app.client_id }
      const { data } = await client.call('issueAccessToken', { params, body: this.#draft.body })
      if (this.isConnected && this.app?.client_id === app.client_id) await this.#show(data)
      emit(this, 'oauth-app-token-issued', { app })
    } catch (error) {
      this.failure = this.#explain(error)
    } finally {
      this.busy = false
    }
  }

  async #show(token: AccessToken): Promise<void> {
    this.token = token
    clearTimeout(this.#end)
    this.#end = setTimeout(() => {
      this.#forget()
      this.said = this.locale.strings.tryIt.tokenEnded
    }, token.expires_in * 1000)
    await this.#focus('#shown')
  }

  async #dismiss(): Promise<void> {
    this.#forget()
    this.said = this.locale.strings.tryIt.tokenGone
    await this.#focus('.get-token')
  }

  #forget(): void {
    clearTimeout(this.#end)
    this.token = undefined
    this.said = ''
  }

  readonly #onRevoked = (): void => {
    this.#forget()
  }

  async #onRenew(): Promise<void> {
    await this.#renewLink()
    this.said = this.locale.strings.tryIt.linkMade
  }

  async #renewLink(): Promise<void> {
    const { app, config } = this
    const server = config?.authorization_server
    const source: SnippetSource | undefined = app && server ? { app, server } : undefined
    const link = source && (await makeLink(source))
    if (this.app === app) this.link = link
  }

  /** What is wrong with a scope is said of that scope. */
  #explain(error: unknown): string {
    const { strings } = this.locale
    const faults = error instanceof ApiError ? error.errors : []
    const why = faults.map((fault) => sentenceFor(strings.faults, fault))
    return [strings.tryIt.tokenFailed, ...(why.length > 0 ? why : [explainFailure(error, strings)])].join(' ')
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus()
  }
}

/** What of an app makes a difference here: what is chosen, and a link that was opened, outlive all else. */
function madeOf(app: App | undefined): string {
  return JSON.stringify(app && [app.client_id, app.scopes, app.redirect_uris, app.grant_types])
}
