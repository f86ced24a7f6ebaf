import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { AppSummary } from '../../../plugin/contract/app.js'
import type { Owners } from '../../../plugin/contract/ownership.js'
import type { ApiClient } from '../api-client.js'
import type { Missing } from '../confirm.controller.js'
import { explainFailure } from '../explain-failure.js'
import { glyphs } from '../glyphs.js'
import type { AppActionsHost } from './app-actions-host.js'
import type { OwnerChoice } from './owner-choice.js'

type Owner = Owners['items'][number]

/** Long enough that a word is one request, short enough to feel immediate. */
const pauseMs = 250

/**
 * A search for the members whom an app can be given to: a combobox with a listbox, as the ARIA Authoring Practices
 * describe it. The list is part of the dialog, so that nothing has to be opened.
 */
export class OwnerSearch implements OwnerChoice {
  readonly #app: AppSummary
  readonly #client: ApiClient
  readonly #host: Pick<AppActionsHost, 'element' | 'locale'>
  #text = ''
  #owners: readonly Owner[] | undefined
  #failure: unknown
  #active = -1
  #chosen: Owner | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #request: AbortController | undefined

  constructor(app: AppSummary, client: ApiClient, host: Pick<AppActionsHost, 'element' | 'locale'>) {
    this.#app = app
    this.#client = client
    this.#host = host
    void this.#search()
  }

  get ownerId(): string {
    return this.#chosen?.id ?? ''
  }

  get missing(): Missing | undefined {
    return this.#chosen ? undefined : { text: this.#words.reassignMissing, control: '#owner' }
  }

  render(): TemplateResult {
    const { reassignSearch, reassignFound } = this.#words
    const owners = this.#owners ?? []
    return html`<div class="field">
      <label for="owner">${reassignSearch}</label>
      <input
        id="owner"
        class="input"
        type="text"
        role="combobox"
        dir="auto"
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-controls="owners"
        aria-expanded=${owners.length > 0 ? 'true' : 'false'}
        aria-activedescendant=${owners[this.#active] ? `owner-${this.#active}` : nothing}
        .value=${live(this.#text)}
        @input=${this.#type}
        @keydown=${this.#onKeydown}
      />
      <ul id="owners" class="owners" role="listbox" aria-label=${reassignSearch} ?hidden=${owners.length === 0}>
        ${owners.map(this.#option)}
      </ul>
      <p class="help" role="status">${this.#owners && !this.#failure ? reassignFound(owners.length) : nothing}</p>
      ${this.#failureLine()}
    </div>`
  }

  readonly #option = (owner: Owner, index: number): TemplateResult => {
    const chosen = owner.id === this.#chosen?.id
    return html`<li
      id="owner-${index}"
      role="option"
      class=${index === this.#active ? 'active' : ''}
      aria-selected=${chosen ? 'true' : 'false'}
      @click=${() => this.#choose(owner, index)}
    >
      <span class="owner-name" dir="auto">${owner.name}</span>
      <span class="help mono" dir="ltr">${owner.id}</span>
      ${chosen ? glyphs.check : nothing}
    </li>`
  }

  #failureLine(): TemplateResult | typeof nothing {
    if (this.#failure === undefined) return nothing
    const { strings } = this.#host.locale
    return html`<p class="fault faults" role="alert">
      ${glyphs.alert}<span class="fault-text">${explainFailure(this.#failure, strings)}</span>
      <button type="button" class="button" @click=${() => this.#search()}>${strings.common.retry}</button>
    </p>`
  }

  get #words() {
    return this.#host.locale.strings.actions
  }

  readonly #type = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void => {
    this.#text = currentTarget.value
    this.#chosen = undefined
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#search(), pauseMs)
    this.#host.element.requestUpdate()
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const owners = this.#owners ?? []
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const owner = owners[this.#active]
    if (step !== undefined && owners.length > 0) this.#move(this.#active === -1 && step < 0 ? -1 : this.#active + step)
    else if (event.key === 'Enter' && owner) this.#choose(owner, this.#active)
    else return
    event.preventDefault()
  }

  /** The list is a ring. */
  #move(to: number): void {
    const count = this.#owners?.length ?? 0
    this.#active = (to + count) % count
    this.#host.element.requestUpdate()
    void this.#reveal()
  }

  async #reveal(): Promise<void> {
    await this.#host.element.updateComplete
    this.#host.element.shadowRoot?.querySelector(`#owner-${this.#active}`)?.scrollIntoView({ block: 'nearest' })
  }

  #choose(owner: Owner, index: number): void {
    clearTimeout(this.#timer)
    this.#chosen = owner
    this.#active = index
    this.#text = owner.name
    this.#host.element.requestUpdate()
  }

  /** A search ends the one before, whose answer is ignored. */
  async #search(): Promise<void> {
    this.#request?.abort()
    const { signal } = (this.#request = new AbortController())
    this.#failure = undefined
    try {
      const request = { params: { client_id: this.#app.client_id }, query: { q: this.#text.trim() }, signal }
      const { data } = await this.#client.call('listOwners', request)
      if (signal.aborted) return
      this.#owners = data.items.filter(({ id }) => id !== this.#app.created_by.id)
      this.#active = -1
    } catch (error) {
      if (signal.aborted) return
      this.#owners = undefined
      this.#failure = error
    }
    this.#host.element.requestUpdate()
  }
}
