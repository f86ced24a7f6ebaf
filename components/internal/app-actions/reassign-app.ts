import { html } from 'lit'
import type { AppSummary } from '../../../plugin/contract/app.js'
import { ApiError } from '../api-client.js'
import type { ActionRunner } from './action-runner.js'
import type { OwnerChoice } from './owner-choice.js'
import { OwnerIdField } from './owner-id-field.js'
import { OwnerSearch } from './owner-search.js'

/** Asks to whom, and gives an app to another member of its organisation. */
export async function reassignApp(runner: ActionRunner, app: AppSummary): Promise<void> {
  const { host } = runner
  const { actions } = runner.strings
  const client = host.client()
  const choice: OwnerChoice =
    client && runner.has('owners') ? new OwnerSearch(app, client, host) : new OwnerIdField(host.locale)
  const reassigned = await runner.ask(app, {
    event: 'oauth-app-reassign',
    question: {
      title: actions.reassignTitle(app.client_name),
      body: () =>
        html`<p>${actions.reassignText(app.created_by.name)}</p>
          ${choice.render()}`,
      confirm: actions.reassign,
      missing: () => choice.missing,
    },
    perform: async (api, params) => {
      const { data } = await api.call('reassignApp', { params, body: { owner_id: choice.ownerId } })
      runner.keep('oauth-app-reassigned', data)
      return data
    },
    explain: (error) => {
      const code = error instanceof ApiError ? error.code : undefined
      // The quota is that of the member who would get it.
      return { invalid_input: actions.reassignRefused, quota_user: actions.reassignFull }[String(code)]
    },
  })
  if (reassigned) host.say({ text: actions.reassigned(app.client_name, reassigned.created_by.name) })
}
