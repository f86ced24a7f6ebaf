import { html } from 'lit'
import type { App, Secret } from '../../../plugin/contract/app.js'
import type { ActionRunner } from '../../internal/app-actions/action-runner.js'
import type { LocaleController } from '../../internal/locale.controller.js'
import type { DetailsStrings } from '../../locales/en.js'
import { secretName } from './secret-name.js'

/** Asks, and ends one of several secrets at once. When it was last used tells whether something still needs it. */
export async function endSecret(
  runner: ActionRunner,
  locale: LocaleController<DetailsStrings>,
  app: App,
  secret: Secret,
): Promise<void> {
  const { host } = runner
  const { strings } = locale
  const { details, list } = strings
  const name = secretName(secret, strings)
  const used =
    secret.last_used_at === null
      ? details.neverUsed
      : `${list.columnLastUsed} ${locale.relativeTime(secret.last_used_at)}`
  const ended = await runner.ask(app, {
    event: 'oauth-app-end-secret',
    secretId: secret.id,
    question: {
      title: details.secretEndTitle(name),
      body: html`<p>${details.secretEndText}</p>
        <p class="impact">${used}</p>`,
      confirm: details.secretEnd,
      danger: true,
    },
    perform: async (client, params) => {
      const { data } = await client.call('endSecret', { params: { ...params, secret_id: secret.id } })
      runner.keep('oauth-app-secret-ended', data, secret.id)
      return true
    },
  })
  if (ended) host.say({ text: details.secretEnded(name) })
}
