import { answerOutcome } from '../answer-outcome.js'
import type { Handler } from '../handler.js'

export const restoreApp: Handler<'restoreApp'> = async ({ principal, params, ifMatch, mount }, registry) => {
  const versions = typeof ifMatch === 'string' ? undefined : ifMatch
  const outcome = await registry.restoreApp(principal, params.client_id, versions)
  return answerOutcome(outcome, registry.permissions(principal, outcome.app), mount)
}
