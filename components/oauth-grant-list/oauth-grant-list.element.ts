import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { Grant } from '../../plugin/contract/grants.js'
import { ConfirmController } from '../internal/confirm.controller.js'
import { LocaleController } from '../internal/locale.controller.js'
import { PagesController } from '../internal/pages.controller.js'
import { RelativeTimeController } from '../internal/relative-time.js'
import { ServerElement } from '../internal/server-element.js'
import { grantsEnglish } from '../locales/english/grants.js'
import { scopesEnglish } from '../locales/english/scopes.js'
import { scopeSentences } from '../scope-picker/scope-sentences.js'
import { buttons } from '../styles/buttons.js'
import { dialogs } from '../styles/dialogs.js'
import { fields } from '../styles/fields.js'
import { skeleton } from '../styles/skeleton.js'
import { tokens } from '../styles/tokens.js'
import { GrantActions } from './grant-actions.js'
import { grantRow } from './grant-row.js'
import { grantsEmpty, grantsError, grantsSkeleton, moreGrants } from './grant-states.js'
import type { GrantStrings, GrantView } from './grant-view.js'
import { grantListStyles } from './oauth-grant-list.styles.js'

const english: GrantStrings = { grants: grantsEnglish, scopes: scopesEnglish }

/**
 * The apps that somebody allowed to act for them: what each may do, since when, and when it last did; with ways to take
 * single permissions back, or all of them.
 *
 * The events without a past tense come after the person has agreed and before the request; a host that prevents one does
 * it in its own way.
 *
 * @fires oauth-grant-narrow - `detail.grant` is about to be left no more than `detail.scopes`. Bubbles, composed, cancelable.
 * @fires oauth-grant-narrowed - `detail.grant` was narrowed, and is as it is now. Bubbles, composed.
 * @fires oauth-grant-revoke - `detail.grant` is about to be revoked. Bubbles, composed, cancelable.
 * @fires oauth-grant-revoked - `detail.grant` was revoked. Bubbles, composed.
 * @fires oauth-grant-revoke-all - All that the person allowed is about to be revoked. Bubbles, composed, cancelable.
 * @fires oauth-grant-all-revoked - All of it was revoked; `detail.effect` has how much that was. Bubbles, composed.
 */
export class OauthGrantList extends ServerElement {
  static override styles = [tokens, buttons, fields, dialogs, skeleton, grantListStyles]

  /** What the person allowed, where there is no server to ask. */
  @property({ attribute: false }) grants: readonly Grant[] | undefined

  @state() private notice = ''
  readonly #locale = new LocaleController<GrantStrings>(this, english, (strings) => strings)
  readonly #times = new RelativeTimeController(this, this.#locale)
  readonly #pages = new PagesController<Grant>(this)
  readonly #confirm = new ConfirmController(this)
  readonly #actions = new GrantActions({
    element: this,
    confirm: this.#confirm,
    strings: () => this.#locale.strings,
    view: () => this.#view,
    client: () => this.client,
    keep: (grant) => this.#pages.update((grants) => grants.map((other) => (other.id === grant.id ? grant : other))),
    remove: (grant) => this.#remove(grant),
    say: (text) => {
      this.notice = text
    },
  })

  /** Loads what is shown again; what there is stays until that has come. */
  async reload(): Promise<void> {
    this.notice = ''
    await this.#pages.reload()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (changed.has('api') || changed.has('fetch') || changed.has('grants')) this.#load()
  }

  protected override render(): TemplateResult {
    const { strings } = this.#locale
    const { items, step, failure } = this.#pages
    const loading = !items && failure === undefined && this.#pages.canAsk
    const shown = items?.length ? strings.grants.shown(items.length) : ''
    return html`<div class="container">
        <section class="results" tabindex="-1" aria-label=${strings.grants.title} aria-busy=${step === 'first'}>
          ${items?.length ? this.#head() : nothing}
          <p class="notice" role="status">${loading ? strings.grants.loading : this.notice || shown}</p>
          ${loading ? grantsSkeleton() : nothing}
          ${failure?.step === 'first' ? grantsError(failure.error, strings, () => void this.#retry()) : nothing}
          ${items ? this.#rows(items) : nothing} ${moreGrants(this.#pages, strings, () => void this.#loadMore())}
        </section>
      </div>
      ${this.#confirm.render()}`
  }

  #head(): TemplateResult {
    const { text, revokeAll } = this.#locale.strings.grants
    return html`<header>
      <p class="muted">${text}</p>
      <button type="button" class="button revoke-all" @click=${() => this.#actions.revokeAll()}>${revokeAll}</button>
    </header>`
  }

  #rows(items: readonly Grant[]): TemplateResult | typeof nothing {
    if (items.length === 0) return this.#pages.step || this.#pages.hasMore ? nothing : grantsEmpty(this.#locale.strings)
    const view = this.#view
    return html`<ul class="rows" role="list">
      ${items.map((grant) => grantRow(grant, view))}
    </ul>`
  }

  get #view(): GrantView {
    const catalogue = this.config?.scopes ?? []
    return {
      locale: this.#locale,
      times: this.#times,
      catalogue,
      sentences: scopeSentences(catalogue, (text) => this.#locale.text(text), this.#locale.strings.scopes),
      change: (grant) => void this.#actions.narrow(grant),
      revoke: (grant) => void this.#actions.revoke(grant),
    }
  }

  #load(): void {
    const { client, grants } = this
    this.notice = ''
    this.#pages.show(grants)
    if (grants || !client) return
    void this.#pages.follow('', async (cursor, signal) => {
      const query = cursor === undefined ? {} : { cursor }
      const [{ data }] = await Promise.all([client.call('listGrants', { query, signal }), this.loadConfig()])
      return data
    })
  }

  #remove(grant: Grant | undefined): void {
    const { items = [] } = this.#pages
    const place = grant ? items.findIndex(({ id }) => id === grant.id) : 0
    this.#pages.update(() => (grant ? items.filter(({ id }) => id !== grant.id) : []))
    void this.#focus(place)
  }

  async #retry(): Promise<void> {
    this.renderRoot.querySelector<HTMLElement>('.results')?.focus()
    await this.reload()
  }

  /** The focus stays on the button, and goes on to the first new row when there is nothing more to load. */
  async #loadMore(): Promise<void> {
    const place = this.#pages.items?.length ?? 0
    const button = this.renderRoot.querySelector('.load-more')
    this.notice = ''
    const count = await this.#pages.loadMore()
    await this.updateComplete
    if (count > 0 && !button?.isConnected) await this.#focus(place)
  }

  /** On the row at a place, or the last one; where there is none, on what stands there instead. */
  async #focus(place: number): Promise<void> {
    await this.updateComplete
    const titles = [...this.renderRoot.querySelectorAll<HTMLElement>('.results h2[tabindex]')]
    const target = titles[Math.min(place, titles.length - 1)] ?? this.renderRoot.querySelector<HTMLElement>('.results')
    target?.focus()
  }
}
