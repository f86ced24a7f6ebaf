import { SecretInputSchema, SecretSchema } from '../../contract/app.js'
import { readInput } from '../../contract/read-input.js'
import type { Handler } from '../handler.js'
import { entityTagOf, versionToChange } from '../if-match.js'
import { presentAppChange } from '../present-app.js'

export const addSecret: Handler<'addSecret'> = async ({ principal, params, body, ifMatch, mount }, registry) => {
  const version = await versionToChange(ifMatch, () => registry.getApp(principal, params.client_id))
  const submission = readInput(SecretInputSchema, body.value, { answer: SecretSchema })
  const change = await registry.addSecret(principal, params.client_id, submission, version)
  return {
    status: 201,
    headers: { ETag: entityTagOf(change.app) },
    body: presentAppChange(change, registry.permissions(principal, change.app), mount),
  }
}
