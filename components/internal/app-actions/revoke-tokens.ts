import { html } from 'lit'
import type { AppSummary } from '../../../plugin/contract/app.js'
import type { ActionRunner } from './action-runner.js'

/** Asks, and ends all tokens of an app for good. */
export async function revokeTokens(runner: ActionRunner, app: AppSummary): Promise<void> {
  const { actions, impact: words } = runner.strings
  const impact = runner.impactOf(app)
  const effect = await runner.ask(app, {
    event: 'oauth-app-revoke-tokens',
    question: {
      title: actions.revokeTitle(app.client_name),
      body: () =>
        html`<p>${actions.revokeText}</p>
          ${impact.render(runner.strings, words.stopForGood)}`,
      confirm: actions.revokeTokens,
      danger: true,
    },
    perform: async (client, params) => {
      const { data } = await client.call('revokeTokens', { params })
      runner.keep('oauth-app-tokens-revoked', data.app)
      return data.effect
    },
  })
  if (!effect) return
  runner.tell(actions.tokensRevoked(app.client_name), effect, { people: words.lost, tokens: words.revoked })
}
