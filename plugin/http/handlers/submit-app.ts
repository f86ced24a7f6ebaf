import { answerApp } from '../answer-app.js'
import type { Handler } from '../handler.js'
import { versionToChange } from '../if-match.js'

export const submitApp: Handler<'submitApp'> = async ({ principal, params, ifMatch, mount }, registry) => {
  const version = await versionToChange(ifMatch, () => registry.getApp(principal, params.client_id))
  const app = await registry.submitApp(principal, params.client_id, version)
  return answerApp(app, registry.permissions(principal, app), mount)
}
