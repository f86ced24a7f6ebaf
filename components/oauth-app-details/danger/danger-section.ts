import { html, type TemplateResult } from 'lit'
import type { DetailsSection } from '../details-section.js'
import type { DetailsView } from '../details-view.js'

interface DangerousAction {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly run: () => void
}

/** `undefined` where the caller may do none of it. Nothing is red here: the last step is, in the dialog. */
export function dangerSection(view: DetailsView): DetailsSection | undefined {
  const dangers = dangersOf(view)
  if (dangers.length === 0) return undefined
  const content = html`<ul class="rows dangers" role="list">
    ${dangers.map(danger)}
  </ul>`
  return { id: 'danger', content }
}

function danger({ id, title, text, run }: DangerousAction): TemplateResult {
  return html`<li class="danger-row">
    <div>
      <h4 id="danger-${id}">${title}</h4>
      <p class="help">${text}</p>
    </div>
    <button type="button" class="button" data-action=${id} @click=${run}>${title}</button>
  </li>`
}

function dangersOf({ app, actions, locale }: DetailsView): DangerousAction[] {
  const { actions: words, common, details } = locale.strings
  const active = app.status === 'active'
  const all: (DangerousAction | false)[] = [
    actions.canReassign(app) && {
      id: 'reassign',
      title: words.reassign,
      text: details.reassignText,
      run: () => void actions.reassign(app),
    },
    actions.canToggle(app) && {
      id: 'toggle',
      title: active ? words.disableConfirm : words.enable,
      text: active ? words.disableText : details.enableText,
      run: () => void actions.toggle(app),
    },
    actions.canRevokeTokens(app) && {
      id: 'revoke',
      title: words.revokeTokens,
      text: words.revokeText,
      run: () => void actions.revokeTokens(app),
    },
    actions.canDelete(app) && {
      id: 'delete',
      title: common.delete,
      text: details.deleteText,
      run: () => void actions.delete(app),
    },
  ]
  return all.filter((action) => action !== false)
}
