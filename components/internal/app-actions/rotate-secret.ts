import { html } from 'lit'
import type { AppSummary } from '../../../plugin/contract/app.js'
import { ApiError } from '../api-client.js'
import type { ActionRunner } from './action-runner.js'
import { overlapChoice, suggestedOverlap } from './overlap-choice.js'

/** Asks, and makes a new secret that takes the place of the present ones. */
export async function rotateSecret(runner: ActionRunner, app: AppSummary): Promise<void> {
  const { actions, impact: words } = runner.strings
  const impact = runner.impactOf(app)
  let overlap = suggestedOverlap
  const credentials = await runner.ask(app, {
    event: 'oauth-app-rotate-secret',
    question: {
      title: actions.rotateTitle(app.client_name),
      body: () =>
        html`<p>${actions.rotateText}</p>
          ${impact.render(runner.strings, words.goOn)}
          ${overlapChoice(runner.strings, (seconds) => {
            overlap = seconds
          })}`,
      confirm: actions.rotateConfirm,
    },
    perform: async (client, params) => {
      const { data } = await client.call('addSecret', { params, body: { expire_others_in: overlap } })
      const { client_secret, secret_id: _, ...rotated } = data
      runner.keep('oauth-app-secret-rotated', rotated)
      return { client_id: rotated.client_id, client_name: rotated.client_name, client_secret }
    },
    // Here, unlike elsewhere, the person can make room for a further secret.
    explain: (error) => (error instanceof ApiError && error.code === 'secret_limit' ? actions.rotateLimit : undefined),
  })
  if (credentials) runner.host.showOnce(credentials)
}
