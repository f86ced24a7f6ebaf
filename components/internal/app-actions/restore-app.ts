import type { AppSummary } from '../../../plugin/contract/app.js'
import type { ActionRunner } from './action-runner.js'

/** Gives a deleted app back, as it was. */
export function restoreApp(runner: ActionRunner, app: AppSummary): Promise<void> {
  const { actions, impact } = runner.strings
  return runner.doAtOnce(app, {
    event: 'oauth-app-restore',
    failed: actions.restoreFailed(app.client_name),
    perform: async (client, params) => {
      const { data } = await client.call('restoreApp', { params })
      runner.keep('oauth-app-restored', data.app)
      runner.tell(actions.restored(app.client_name), data.effect, {
        people: impact.regained,
        tokens: impact.workAgain,
      })
    },
  })
}
