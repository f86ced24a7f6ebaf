import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { PublicApp } from '../../plugin/contract/public-app.js'
import type { ScopeCatalogue } from '../../plugin/contract/scope-catalogue.js'
import { ApiError } from '../internal/api-client.js'
import { alertGlyph } from '../internal/drawn-glyph.js'
import { emit } from '../internal/emit.js'
import { LanguageController } from '../internal/language.controller.js'
import { ServerElement } from '../internal/server-element.js'
import { buttons } from '../styles/buttons.js'
import { fields } from '../styles/fields.js'
import { skeleton } from '../styles/skeleton.js'
import { tokens } from '../styles/tokens.js'
import { rememberedAccess, requestedList } from './access-list.js'
import { appHeader, destination, legalLinks, signedIn } from './consent-facts.js'
import {
  jsonAttribute,
  type CompleteRequest,
  type ConsentProblem,
  type ConsentRequest,
  type ConsentUser,
} from './consent-request.js'
import { consentProblem, consentSkeleton } from './consent-states.js'
import { consentView, consentWords, type ConsentView } from './consent-view.js'
import './oauth-consent.events.js'
import { styles } from './oauth-consent.styles.js'
import { submitAnswer } from './submit-answer.js'

/**
 * Asks a person whether an app may act for them: who asks, for what, where the answer goes and who is signed in. It
 * decides nothing and stores nothing: the answer is an event and, within a `<form>`, a submission of that form with
 * `decision` (`allow`, `deny` or `switch_user`) and a `scope` for each scope that is allowed, beside whatever inputs the
 * form has; so the page needs no script of its own. Nothing takes the focus by itself; `focus()` goes to the title.
 *
 * @fires oauth-consent-allow - A person allowed it; `detail.scopes` has what. Cancelable: the form is not submitted then.
 * @fires oauth-consent-deny - A person denied it. Cancelable, too.
 * @fires oauth-consent-switch-user - A person is not who is signed in. Cancelable, too.
 * @slot icon - A picture in place of the app's icon.
 * @slot not-you - A link to sign out, beside who is signed in.
 * @slot footer - What the host adds below the buttons, such as where an answer can be taken back.
 */
export class OauthConsent extends ServerElement {
  static readonly formAssociated = true
  static override styles = [tokens, buttons, fields, skeleton, styles]

  /** What is asked for; as an attribute in JSON. */
  @property({ converter: jsonAttribute }) request: ConsentRequest | undefined

  /** Who is signed in; as an attribute in JSON. */
  @property({ converter: jsonAttribute }) user: ConsentUser | undefined

  /** What the scopes mean; as an attribute in JSON. Without it, that of `config`, or of the server at `api`. */
  @property({ converter: jsonAttribute }) catalogue: ScopeCatalogue | undefined

  /** The app to read from the server at `api`, where {@link request} does not have it. */
  @property({ attribute: 'client-id' }) clientId: string | undefined

  /** Why there is nothing to decide, as the authorization server found; takes the place of the request. */
  @property() problem: ConsentProblem | undefined

  /** Whether people may leave out single scopes. */
  @property({ type: Boolean, attribute: 'choose-scopes' }) chooseScopes = false

  /** Whether there is a button for whoever is not signed in as themselves. */
  @property({ type: Boolean, attribute: 'switch-user' }) switchUser = false

  /** Shows what people will see: nothing in it can be pressed. Empty texts have placeholders. */
  @property({ type: Boolean }) preview = false

  /** Whether an answer is on its way, and another one is not taken. Set by a submission of the form. */
  @property({ type: Boolean }) busy = false

  @state() private app: PublicApp | undefined
  @state() private failure: ConsentProblem | undefined
  @state() private declined: ReadonlySet<string> = new Set()
  @state() private missing = false

  readonly #language = new LanguageController(this, consentWords, (strings) => strings)
  readonly #internals = this.attachInternals()
  #reading = new AbortController()

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('pageshow', this.#onPageShow)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('pageshow', this.#onPageShow)
  }

  /** Goes to the title, where reading begins: never to a button that somebody might press by accident. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus(options)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('request')) {
      this.declined = new Set()
      this.missing = false
    }
    const source = ['api', 'fetch', 'clientId', 'request', 'catalogue'] as const
    if (source.some((name) => changed.has(name))) void this.#load()
  }

  protected override render(): TemplateResult | typeof nothing {
    const problem = this.problem ?? this.failure
    if (problem)
      return consentProblem(problem, this.#language, problem === 'unreachable' ? () => void this.#retry() : undefined)
    const view = this.#view()
    if (view) return this.#body(view)
    return this.client ? consentSkeleton(this.#language) : nothing
  }

  #body(view: ConsentView): TemplateResult {
    const words = this.#language.strings.consent
    return html`<section class="card" aria-labelledby="title" aria-busy=${this.busy ? 'true' : nothing}>
      ${appHeader(view)} ${signedIn(view, this.#notYou())} ${requestedList(view)} ${rememberedAccess(view)}
      <footer>
        ${destination(view)} ${legalLinks(view)}
        <div class="faults" role="alert">
          ${this.missing ? html`<p class="fault">${alertGlyph}<span class="fault-text">${words.chooseOne}</span></p>` : nothing}
        </div>
        <div class="answers" ?inert=${this.preview}>
          ${this.#answerButton('deny', this.#deny)} ${this.#answerButton('allow', this.#allow)}
        </div>
        <span class="visually-hidden" role=${this.preview ? nothing : 'status'}>
          ${this.busy ? words.answering : nothing}
        </span>
        <slot name="footer"></slot>
      </footer>
    </section>`
  }

  /** Both alike: neither answer is the one that the page would like. */
  #answerButton(answer: 'allow' | 'deny', act: () => void): TemplateResult {
    return html`<button
      type="button"
      class="button answer ${answer}"
      aria-disabled=${this.busy ? 'true' : nothing}
      @click=${act}
    >
      ${this.#language.strings.consent[answer]}
    </button>`
  }

  #notYou(): TemplateResult | typeof nothing {
    if (this.preview) return nothing
    const words = this.#language.strings.consent
    return html`<slot name="not-you">
      ${
        this.switchUser
          ? html`<button type="button" class="button plain not-you" @click=${this.#switch}>${words.notYou}</button>`
          : nothing
      }
    </slot>`
  }

  #view(): ConsentView | undefined {
    const { preview, user } = this
    const app = this.request?.app ?? this.app
    const catalogue = this.catalogue ?? this.config?.scopes
    // Sentences that come later would change what people are about to answer.
    if (!app || (!catalogue && this.client)) return undefined
    const request: CompleteRequest = { ...this.request, app, scopes: this.request?.scopes ?? app.scopes ?? [] }
    return consentView(
      { language: this.#language, request, user, catalogue: catalogue ?? [], preview },
      this.chooseScopes && !preview ? { declined: this.declined, toggle: this.#toggle } : undefined,
    )
  }

  readonly #toggle = (name: string, on: boolean): void => {
    const declined = new Set(this.declined)
    if (on) declined.delete(name)
    else declined.add(name)
    this.declined = declined
    this.missing = false
  }

  readonly #allow = (): void => {
    const { allowed: scopes, access } = this.#view() ?? {}
    if (this.#isDeaf || !scopes || !access) return
    this.missing = scopes.length === 0 && access.fresh.length > 0
    if (this.missing) return
    if (emit(this, 'oauth-consent-allow', { scopes }, { cancelable: true })) this.#submit('allow', scopes)
  }

  readonly #deny = (): void => {
    if (this.#isDeaf) return
    if (emit(this, 'oauth-consent-deny', null, { cancelable: true })) this.#submit('deny')
  }

  readonly #switch = (): void => {
    if (this.#isDeaf) return
    if (emit(this, 'oauth-consent-switch-user', null, { cancelable: true })) this.#submit('switch_user')
  }

  get #isDeaf(): boolean {
    return this.busy || this.preview
  }

  #submit(decision: string, scopes: readonly string[] = []): void {
    const entries = new FormData()
    entries.set('decision', decision)
    for (const scope of scopes) entries.append('scope', scope)
    if (submitAnswer(this.#internals, entries)) this.busy = true
  }

  /** Whoever comes back from the next page finds this one as it was left, and may answer again. */
  readonly #onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.busy = false
  }

  readonly #retry = async (): Promise<void> => {
    await this.#load()
    await this.updateComplete
    // The button that had the focus is gone.
    this.focus()
  }

  /** Reads the app and the catalogue, as far as the page has not given them. */
  async #load(): Promise<void> {
    this.#reading.abort()
    const { signal } = (this.#reading = new AbortController())
    const { client, clientId } = this
    this.app = undefined
    this.failure = undefined
    if (!client) return
    try {
      const [answer] = await Promise.all([
        this.request?.app || clientId === undefined
          ? undefined
          : client.call('getPublicApp', { params: { client_id: clientId }, signal }),
        this.catalogue ? undefined : this.loadConfig(),
      ])
      if (!signal.aborted) this.app = answer?.data
    } catch (error) {
      if (signal.aborted) return
      this.failure = error instanceof ApiError && error.code === 'not_found' ? 'app_unavailable' : 'unreachable'
    }
  }
}
