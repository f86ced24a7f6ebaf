import type { AppSummary } from '../../../plugin/contract/app.js'
import type { ActionRunner } from './action-runner.js'

/** Enables an app at once: what was suspended works again. */
export function enableApp(runner: ActionRunner, app: AppSummary): Promise<void> {
  const { actions, impact } = runner.strings
  return runner.doAtOnce(app, {
    event: 'oauth-app-enable',
    failed: actions.enableFailed(app.client_name),
    perform: async (client, params) => {
      const { data } = await client.call('enableApp', { params })
      runner.keep('oauth-app-enabled', data.app)
      runner.tell(actions.enabled(app.client_name), data.effect, { people: impact.regained, tokens: impact.workAgain })
    },
  })
}
