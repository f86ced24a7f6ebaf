import { html, nothing, type TemplateResult } from 'lit'
import type { AppGrant } from '../../../plugin/contract/grants.js'
import { glyphs } from '../../internal/glyphs.js'
import type { DetailsSection } from '../details-section.js'
import type { DetailsView } from '../details-view.js'
import { moreItems, sectionBones, sectionFailure } from '../section-list.js'

/** `undefined` where nobody knows who uses the app, or the caller may not. */
export function usersSection(view: DetailsView, loadMore: () => void): DetailsSection | undefined {
  const { app, actions, users, locale } = view
  if (!users.canAsk && !users.items) return undefined
  const revoke = html`<button type="button" class="button revoke-users" @click=${() => actions.revokeTokens(app)}>
    ${locale.strings.actions.revokeTokens}
  </button>`
  const content = html`${counts(view)}
  ${
    users.failure?.step === 'first'
      ? sectionFailure(
          locale.strings.details.usersFailed,
          users.failure.error,
          locale.strings,
          () => void users.reload(),
        )
      : nothing
  }
  ${list(view)} ${moreItems('more-users', users, locale.strings, loadMore)}`
  const aside = actions.canRevokeTokens(app) && users.items?.length !== 0 ? revoke : undefined
  return { id: 'users', text: locale.strings.details.usersText, content, ...(aside && { aside }) }
}

/** Of the app as a whole, whatever is shown of it. */
function counts({ users, locale }: DetailsView): TemplateResult | typeof nothing {
  const { users: people = null, tokens = null } = users.latest?.counts ?? {}
  const { usersPeople, usersTokens } = locale.strings.details
  if (!people || tokens === null) return nothing
  const said = [usersPeople(people), usersTokens(tokens)]
  return html`<p class="quiet users-count">
    ${glyphs.people}${new Intl.ListFormat(locale.lang, { type: 'unit' }).format(said)}
  </p>`
}

function list(view: DetailsView): TemplateResult | typeof nothing {
  const { users, locale } = view
  const { common, details } = locale.strings
  const { items, step } = users
  const status = items ? details.usersShown(items.length) : step ? common.loading : ''
  return html`<p class="visually-hidden" role="status">${status}</p>
    ${
      items
        ? items.length === 0
          ? html`<p class="quiet">${details.usersNone}</p>`
          : html`<ul class="rows" role="list" aria-busy=${step === 'first' ? 'true' : 'false'}>
              ${items.map((grant) => user(grant, view))}
            </ul>`
        : users.failure
          ? nothing
          : sectionBones('user')
    }`
}

function user({ id, user: { name }, scopes, created_at, last_used_at }: AppGrant, view: DetailsView): TemplateResult {
  const { usersFirst, usersLast, usersNever, usersNoScopes } = view.locale.strings.details
  return html`<li class="user" tabindex="-1" data-grant-id=${id}>
    <p class="user-name"><bdi>${name}</bdi></p>
    <dl class="user-times">
      <div>
        <dt>${usersFirst}</dt>
        <dd>${view.times.render(created_at)}</dd>
      </div>
      <div>
        <dt>${usersLast}</dt>
        <dd>${last_used_at === null ? usersNever : view.times.render(last_used_at)}</dd>
      </div>
    </dl>
    <p class="help user-scopes">
      ${
        scopes.length === 0
          ? usersNoScopes
          : scopes.map((scope) => html`<code class="mono" dir="ltr" translate="no">${scope}</code> `)
      }
    </p>
  </li>`
}
