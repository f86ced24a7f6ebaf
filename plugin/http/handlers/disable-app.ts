import { DisableInputSchema } from '../../contract/effect.js'
import { readInput } from '../../contract/read-input.js'
import { answerOutcome } from '../answer-outcome.js'
import type { Handler } from '../handler.js'
import { versionToChange } from '../if-match.js'

export const disableApp: Handler<'disableApp'> = async ({ principal, params, body, ifMatch, mount }, registry) => {
  const submission = readInput(DisableInputSchema, body.value)
  const version = await versionToChange(ifMatch, () => registry.getApp(principal, params.client_id))
  const outcome = await registry.disableApp(principal, params.client_id, submission, version)
  return answerOutcome(outcome, registry.permissions(principal, outcome.app), mount)
}
