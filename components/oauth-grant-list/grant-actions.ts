import { html, type ReactiveControllerHost } from 'lit'
import type { Effect } from '../../plugin/contract/effect.js'
import type { Grant } from '../../plugin/contract/grants.js'
import { ApiError, type ApiClient } from '../internal/api-client.js'
import type { ConfirmController } from '../internal/confirm.controller.js'
import { emit } from '../internal/emit.js'
import { explainGrantFailure } from './explain-grant-failure.js'
import { nameOf, type GrantStrings, type GrantView } from './grant-view.js'
import { NarrowChoice } from './narrow-choice.js'

/** What the actions need of the element. */
export interface GrantActionsHost {
  readonly element: ReactiveControllerHost & HTMLElement
  readonly confirm: ConfirmController
  readonly strings: () => GrantStrings
  readonly view: () => GrantView
  /** `undefined` where there is no server: then the events are all that happens. */
  readonly client: () => ApiClient | undefined
  /** Shows a grant as it is now. */
  readonly keep: (grant: Grant) => void
  /** Takes away a grant that was revoked, or all of them, and puts the focus on what is there instead. */
  readonly remove: (grant?: Grant) => void
  readonly say: (text: string) => void
}

/**
 * What a person can do with what they allowed. Each asks, then fires its event, which a host may prevent to do it in its
 * own way, and the event in the past tense when the server has done it.
 */
export class GrantActions {
  readonly #host: GrantActionsHost

  constructor(host: GrantActionsHost) {
    this.#host = host
  }

  async revoke(grant: Grant): Promise<void> {
    const { element } = this.#host
    const { grants: words } = this.#host.strings()
    const name = nameOf(grant, this.#host.strings())
    const effect = await this.#ask({
      title: words.revokeTitle(name),
      body: html`<p>${words.revokeText}</p>`,
      confirm: words.revoke,
      danger: true,
      begin: () => emit(element, 'oauth-grant-revoke', { grant }, { cancelable: true }),
      perform: (client) => revoked(client.call('revokeGrant', { params: { grant_id: grant.id } })),
    })
    if (!effect) return
    this.#host.remove(grant)
    this.#host.say(words.revoked(name))
    emit(element, 'oauth-grant-revoked', { grant })
  }

  async revokeAll(): Promise<void> {
    const { element } = this.#host
    const { grants: words } = this.#host.strings()
    const effect = await this.#ask({
      title: words.revokeAllTitle,
      body: html`<p>${words.revokeAllText}</p>`,
      confirm: words.revokeAll,
      danger: true,
      begin: () => emit(element, 'oauth-grant-revoke-all', null, { cancelable: true }),
      perform: (client) => revoked(client.call('revokeGrants', {})),
    })
    if (!effect) return
    this.#host.remove()
    this.#host.say(words.revokedAll(effect.grants ?? 0))
    emit(element, 'oauth-grant-all-revoked', { effect })
  }

  async narrow(grant: Grant): Promise<void> {
    const { element } = this.#host
    const { grants: words } = this.#host.strings()
    const name = nameOf(grant, this.#host.strings())
    const choice = new NarrowChoice(grant, () => element.requestUpdate())
    const narrowed = await this.#ask({
      title: words.changeTitle(name),
      body: () =>
        html`<p>${words.changeText}</p>
          ${choice.render(this.#host.view())}`,
      confirm: words.save,
      missing: () => choice.missing(this.#host.strings().grants),
      begin: () => emit(element, 'oauth-grant-narrow', { grant, scopes: choice.scopes }, { cancelable: true }),
      perform: async (client) => {
        const request = { params: { grant_id: grant.id }, body: { scopes: choice.scopes } }
        return (await client.call('narrowGrant', request)).data
      },
    })
    if (!narrowed) return
    this.#host.keep(narrowed)
    this.#host.say(words.changed(name))
    emit(element, 'oauth-grant-narrowed', { grant: narrowed, scopes: narrowed.scopes })
  }

  /** What was done, once the dialog is closed; nothing where the person or the host's page stopped it. */
  async #ask<Result>({ begin, perform, ...question }: Asked<Result>): Promise<Result | undefined> {
    const outcome: { result?: Result } = {}
    await this.#host.confirm.ask({
      ...question,
      cancel: this.#host.strings().grants.cancel,
      action: async () => {
        const client = begin() ? this.#host.client() : undefined
        if (client) outcome.result = await perform(client)
      },
      explain: (error) => explainGrantFailure(error, this.#host.strings()),
    })
    return outcome.result
  }
}

type Question = Parameters<ConfirmController['ask']>[0]

interface Asked<Result> extends Pick<Question, 'title' | 'body' | 'confirm' | 'danger' | 'missing'> {
  /** Tells the host's page, and answers whether it may go on. */
  readonly begin: () => boolean
  readonly perform: (client: ApiClient) => Promise<Result>
}

/** What is gone already, by another hand, is what was wanted. */
async function revoked(answer: Promise<{ readonly data: { readonly effect: Effect } }>): Promise<Effect> {
  try {
    return (await answer).data.effect
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not_found') return { users: 0, grants: 0, tokens: 0 }
    throw error
  }
}
