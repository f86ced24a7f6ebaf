import { readInput } from '../../contract/read-input.js'
import { RejectInputSchema } from '../../contract/review.js'
import { answerApp } from '../answer-app.js'
import type { Handler } from '../handler.js'
import { versionToChange } from '../if-match.js'

export const rejectApp: Handler<'rejectApp'> = async ({ principal, params, body, ifMatch, mount }, registry) => {
  const submission = readInput(RejectInputSchema, body.value)
  const version = await versionToChange(ifMatch, () => registry.getApp(principal, params.client_id))
  const app = await registry.rejectApp(principal, params.client_id, submission, version)
  return answerApp(app, registry.permissions(principal, app), mount)
}
