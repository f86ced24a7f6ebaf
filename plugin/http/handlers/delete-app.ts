import type { Handler } from '../handler.js'
import { versionToChange } from '../if-match.js'

export const deleteApp: Handler<'deleteApp'> = async ({ principal, params, ifMatch }, registry) => {
  const version = await versionToChange(ifMatch, () => registry.getApp(principal, params.client_id))
  await registry.deleteApp(principal, params.client_id, version)
  return { status: 204 }
}
