import { html, nothing } from 'lit'
import type { AppSummary } from '../../../plugin/contract/app.js'
import type { ActionRunner } from './action-runner.js'
import { emit } from '../emit.js'
import { restoreApp } from './restore-app.js'
import { TypedName } from './typed-name.js'

/** Asks, and deletes an app: for good, or for as long as the host lets it rest. */
export async function deleteApp(runner: ActionRunner, app: AppSummary): Promise<void> {
  const { host, strings } = runner
  const { actions, impact: words } = strings
  const capabilities = host.config()?.capabilities
  const days = capabilities?.restore_days ?? 0
  const impact = runner.impactOf(app)
  const typed = capabilities?.delete_confirmation === 'name' ? new TypedName(app.client_name) : undefined
  const done = await runner.ask(app, {
    event: 'oauth-app-delete',
    question: {
      title: actions.deleteTitle(app.client_name),
      body: () =>
        html`<p>${days > 0 ? actions.deleteRestText(days) : actions.deleteText}</p>
          ${impact.render(runner.strings, days > 0 ? words.stop : words.stopForGood)}
          ${typed?.render(runner.strings) ?? nothing}`,
      confirm: actions.deleteConfirm,
      danger: true,
      missing: () => typed?.missing(runner.strings),
    },
    perform: async (client, params) => {
      const { data } = await client.call('deleteApp', { params, prefer: 'return=representation' })
      const focusNext = host.remove(app)
      emit(host.element, 'oauth-app-deleted', { app })
      return { effect: data?.effect, focusNext }
    },
  })
  if (!done) return
  const undo = { label: actions.undo, run: () => void restoreApp(runner, app) }
  runner.tell(
    actions.deleted(app.client_name),
    done.effect,
    { people: words.lost, tokens: words.stopped },
    days > 0 && app.can.restore ? undo : undefined,
  )
  done.focusNext()
}
