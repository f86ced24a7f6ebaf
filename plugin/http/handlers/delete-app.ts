import type { Handler } from '../handler.js'
import { versionToChange } from '../if-match.js'

export const deleteApp: Handler<'deleteApp'> = async (request, registry) => {
  const { principal, params, ifMatch, prefersRepresentation } = request
  const version = await versionToChange(ifMatch, () => registry.getApp(principal, params.client_id))
  const effect = await registry.deleteApp(principal, params.client_id, version)
  if (!prefersRepresentation) return { status: 204 }
  return { status: 200, headers: { 'Preference-Applied': 'return=representation' }, body: { effect } }
}
