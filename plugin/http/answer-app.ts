import type { AppPermissions } from '../contract/app.js'
import type { AppRecord } from '../registry/app-record.js'
import { entityTagOf } from './if-match.js'
import { presentApp } from './present-app.js'

/** An app as it is now, to whoever has changed it. */
export function answerApp(app: AppRecord, can: AppPermissions, mount: string) {
  return { status: 200, headers: { ETag: entityTagOf(app) }, body: presentApp(app, can, mount) } as const
}
