import { html } from 'lit'
import type { App } from '../../../plugin/contract/app.js'
import { defaultLimits } from '../../../plugin/contract/limits.js'
import type { ActionRunner } from '../../internal/app-actions/action-runner.js'
import type { LocaleController } from '../../internal/locale.controller.js'
import type { DetailsStrings } from '../../locales/en.js'
import { SecretDraft } from './secret-draft.js'

/** Asks for a name and an end, and makes a further secret beside the present ones. */
export async function addSecret(
  runner: ActionRunner,
  locale: LocaleController<DetailsStrings>,
  app: App,
): Promise<void> {
  const { host } = runner
  const { actions, details } = locale.strings
  const draft = new SecretDraft(host.config()?.limits.secret_name_max ?? defaultLimits.secret_name_max, () => {
    host.element.requestUpdate()
  })
  const credentials = await runner.ask(app, {
    event: 'oauth-app-add-secret',
    question: {
      title: details.secretAddTitle(app.client_name),
      body: () =>
        html`<p>${details.secretAddText}</p>
          ${draft.render(locale.strings)}`,
      confirm: actions.rotateConfirm,
      missing: () => draft.missing(locale.strings),
    },
    perform: async (client, params) => {
      const { data } = await client.call('addSecret', { params, body: draft.body })
      const { client_secret, secret_id, ...changed } = data
      runner.keep('oauth-app-secret-added', changed, secret_id)
      return { client_id: changed.client_id, client_name: changed.client_name, client_secret }
    },
  })
  if (credentials) host.showOnce(credentials)
}
