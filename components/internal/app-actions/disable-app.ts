import { html, nothing } from 'lit'
import type { AppSummary } from '../../../plugin/contract/app.js'
import type { ActionRunner } from './action-runner.js'

/** Asks, and disables an app; its tokens sleep until it is enabled again, unless the person wants them gone. */
export async function disableApp(runner: ActionRunner, app: AppSummary): Promise<void> {
  const { actions, impact: words } = runner.strings
  const impact = runner.impactOf(app)
  const mayRevoke = runner.has('tokens') && app.can.revoke_tokens
  const chosen = { revoke: false }
  const choice = html`<label class="choice">
    <input
      type="checkbox"
      @change=${({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
        chosen.revoke = currentTarget.checked
        runner.host.element.requestUpdate()
      }}
    />${actions.disableRevoke}
  </label>`
  const effect = await runner.ask(app, {
    event: 'oauth-app-disable',
    question: {
      title: actions.disableTitle(app.client_name),
      body: () =>
        html`<p>${chosen.revoke ? actions.disableRevokeText : actions.disableText}</p>
          ${impact.render(runner.strings, chosen.revoke ? words.stopForGood : words.stop)}
          ${mayRevoke ? choice : nothing}`,
      confirm: actions.disableConfirm,
      danger: true,
    },
    perform: async (client, params) => {
      const { data } = await client.call('disableApp', { params, body: chosen.revoke ? { revoke_tokens: true } : {} })
      runner.keep('oauth-app-disabled', data.app)
      return data.effect
    },
  })
  if (!effect) return
  runner.tell(actions.disabled(app.client_name), effect, {
    people: words.lost,
    tokens: chosen.revoke ? words.revoked : words.suspended,
  })
}
