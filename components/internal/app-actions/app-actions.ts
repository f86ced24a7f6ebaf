import type { AppSummary } from '../../../plugin/contract/app.js'
import { usesSecret } from '../../../plugin/contract/app-values.js'
import { emit } from '../emit.js'
import { ActionRunner } from './action-runner.js'
import type { AppActionsHost } from './app-actions-host.js'
import { deleteApp } from './delete-app.js'
import { disableApp } from './disable-app.js'
import { enableApp } from './enable-app.js'
import { reassignApp } from './reassign-app.js'
import { restoreApp } from './restore-app.js'
import { revokeTokens } from './revoke-tokens.js'
import { rotateSecret } from './rotate-secret.js'

/**
 * What a person can do with an app. Each action fires its event first, which a host may prevent to do it in its own way,
 * and the event in the past tense when the server has done it. An app that rests can be restored, and nothing else.
 */
export class AppActions {
  readonly #host: AppActionsHost
  readonly #runner: ActionRunner

  constructor(host: AppActionsHost) {
    this.#host = host
    this.#runner = new ActionRunner(host)
  }

  isBusy(app: AppSummary): boolean {
    return this.#runner.isBusy(app)
  }

  canEdit({ can, deleted_at }: AppSummary): boolean {
    return can.edit && deleted_at === undefined
  }

  /** Whether the app can be switched to what it is not now. */
  canToggle({ status, can, deleted_at }: AppSummary): boolean {
    if (deleted_at !== undefined) return false
    return (status === 'active' && can.disable) || (status === 'disabled' && can.enable)
  }

  canRotate({ token_endpoint_auth_method, can, deleted_at }: AppSummary): boolean {
    return can.rotate_secret && usesSecret(token_endpoint_auth_method) && deleted_at === undefined
  }

  canRevokeTokens({ can, deleted_at }: AppSummary): boolean {
    return can.revoke_tokens && this.#runner.has('tokens') && deleted_at === undefined
  }

  canReassign({ can, deleted_at }: AppSummary): boolean {
    return can.reassign && this.#runner.has('reassign') && deleted_at === undefined
  }

  canDelete({ can, deleted_at }: AppSummary): boolean {
    return can.delete && deleted_at === undefined
  }

  canRestore({ can, deleted_at }: AppSummary): boolean {
    return can.restore && deleted_at !== undefined
  }

  edit(app: AppSummary): void {
    emit(this.#host.element, 'oauth-app-edit', { app })
  }

  toggle(app: AppSummary): Promise<void> {
    return app.status === 'active' ? disableApp(this.#runner, app) : enableApp(this.#runner, app)
  }

  rotate(app: AppSummary): Promise<void> {
    return rotateSecret(this.#runner, app)
  }

  revokeTokens(app: AppSummary): Promise<void> {
    return revokeTokens(this.#runner, app)
  }

  reassign(app: AppSummary): Promise<void> {
    return reassignApp(this.#runner, app)
  }

  delete(app: AppSummary): Promise<void> {
    return deleteApp(this.#runner, app)
  }

  restore(app: AppSummary): Promise<void> {
    return restoreApp(this.#runner, app)
  }
}
