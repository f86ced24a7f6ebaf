import { html, nothing, type TemplateResult } from 'lit'
import type { AccessToken } from '../../../plugin/contract/access-token.js'
import { glyphs } from '../../internal/glyphs.js'
import { scopeSentences } from '../../scope-picker/scope-sentences.js'
import { lifetimes, type ScopeChoice, type TokenDraft } from './token-draft.js'
import { copyable, part, type TryItView } from './try-it-view.js'

/** How far a token has come, and what a person can do about it. */
export interface TokenState {
  readonly draft: TokenDraft
  readonly token: AccessToken | undefined
  readonly busy: boolean
  /** Why there is none, in words. */
  readonly failure: string | undefined
  readonly changed: () => void
  readonly get: () => void
  readonly dismiss: () => void
}

/** A token to try the API with: asked for, then shown once. */
export function tokenPart(view: TryItView, state: TokenState): TemplateResult {
  const { tryIt } = view.locale.strings
  const content = state.token ? shown(state.token, view, state.dismiss) : form(view, state)
  return part('token', tryIt.token, tryIt.tokenText, content)
}

function form(view: TryItView, { draft, busy, failure, changed, get }: TokenState): TemplateResult {
  const { common, tryIt } = view.locale.strings
  const { choices } = draft
  return html`${choices.length === 0 ? nothing : scopeChoice(choices, view, draft, changed)}
    <div class="row">
      <label for="lifetime">${tryIt.tokenLifetime}</label>
      <select
        id="lifetime"
        class="input"
        @change=${({ currentTarget }: { readonly currentTarget: HTMLSelectElement }) => {
          draft.seconds = Number(currentTarget.value)
          changed()
        }}
      >
        ${lifetimes.map(
          (seconds) =>
            html`<option value=${seconds} ?selected=${seconds === draft.seconds}>
              ${tryIt.tokenMinutes(seconds / 60)}
            </option>`,
        )}
      </select>
      <button type="button" class="button get-token" aria-disabled=${busy ? 'true' : 'false'} @click=${get}>
        ${busy ? common.loading : tryIt.tokenGet}
      </button>
    </div>
    ${
      failure === undefined
        ? nothing
        : html`<p class="fault faults" role="alert">${glyphs.alert}<span class="fault-text">${failure}</span></p>`
    }`
}

function scopeChoice(
  choices: readonly ScopeChoice[],
  { config, locale }: TryItView,
  draft: TokenDraft,
  changed: () => void,
): TemplateResult {
  const { scopes, tryIt } = locale.strings
  const sentences = scopeSentences(config.scopes, (text) => locale.text(text), scopes)
  const list = (names: readonly string[]): string =>
    new Intl.ListFormat(locale.lang, { type: 'conjunction' }).format(names)
  return html`<fieldset class="field scopes">
    <legend class="label">${tryIt.tokenScopes}</legend>
    ${choices.map(
      ({ name, chosen, lockedBy }) =>
        html`<label class="choice">
          <input
            type="checkbox"
            name=${name}
            .checked=${chosen}
            ?disabled=${lockedBy.length > 0}
            @change=${({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
              draft.choose(name, currentTarget.checked)
              changed()
            }}
          />
          <span>
            <bdi>${sentences.get(name)}</bdi> <code class="mono" dir="ltr" translate="no">${name}</code>
            ${lockedBy.length === 0 ? nothing : html`<span class="help">${scopes.includedIn(list(lockedBy))}</span>`}
          </span>
        </label>`,
    )}
  </fieldset>`
}

function shown(token: AccessToken, view: TryItView, dismiss: () => void): TemplateResult {
  const { credentials, tryIt } = view.locale.strings
  return html`<div class="shown">
    <h5 id="shown" tabindex="-1">${tryIt.tokenShown}</h5>
    <p class="note">${glyphs.alert}<span>${tryIt.tokenOnce}</span></p>
    ${copyable('token', token.access_token, tryIt.tokenCopy, view)}
    <p class="help">${tryIt.tokenUse}</p>
    <dl class="token-facts">
      <div>
        <dt>${tryIt.tokenEnds}</dt>
        <dd>${view.times.render(token.expires_at)}</dd>
      </div>
      ${
        token.scopes.length === 0
          ? nothing
          : html`<div>
              <dt>${tryIt.tokenScopes}</dt>
              <dd>${token.scopes.map((name) => html`<code class="mono" dir="ltr" translate="no">${name}</code> `)}</dd>
            </div>`
      }
    </dl>
    <button type="button" class="button dismiss" @click=${dismiss}>${credentials.done}</button>
  </div>`
}
