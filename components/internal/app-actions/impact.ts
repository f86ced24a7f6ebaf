import { html, type TemplateResult } from 'lit'
import type { Effect } from '../../../plugin/contract/effect.js'
import type { PageStrings } from '../../locales/en.js'
import type { ApiClient } from '../api-client.js'
import { glyphs } from '../glyphs.js'
import { tellImpact, type CountTokens } from './tell-effect.js'

const unknown: Effect = { users: null, grants: null, tokens: null }

/** Whom an action would reach: asked for as soon as the question is, which waits for no answer. */
export class Impact {
  readonly #clientId: string
  readonly #client: ApiClient | undefined
  readonly #changed: () => void
  #state: Effect | 'loading' | 'failed' = 'loading'

  /** @param client absent where there is no server to ask, and nobody who knows. */
  constructor(clientId: string, client: ApiClient | undefined, changed: () => void) {
    this.#clientId = clientId
    this.#client = client
    this.#changed = changed
    void this.#load()
  }

  /** @param stop says how many tokens stop working, and for how long. */
  render(strings: PageStrings, stop: CountTokens): TemplateResult {
    const state = this.#state
    const failed = state === 'failed'
    const text = failed ? strings.impact.failed : state === 'loading' ? '' : tellImpact(state, strings, stop)
    return html`<div class="impact" role="status" aria-busy=${state === 'loading' ? 'true' : 'false'}>
      ${
        state === 'loading'
          ? html`<span class="bone" aria-hidden="true"></span
              ><span class="visually-hidden">${strings.impact.loading}</span>`
          : html`${failed ? glyphs.alert : glyphs.people}
              <p>${text}</p>`
      }
      ${
        failed
          ? html`<button type="button" class="button" @click=${() => this.#load()}>${strings.common.retry}</button>`
          : ''
      }
    </div>`
  }

  async #load(): Promise<void> {
    this.#state = 'loading'
    this.#changed()
    this.#state = await this.#read()
    this.#changed()
  }

  async #read(): Promise<Effect | 'failed'> {
    if (!this.#client) return unknown
    try {
      const { data } = await this.#client.call('getImpact', { params: { client_id: this.#clientId } })
      return data
    } catch {
      return 'failed'
    }
  }
}
