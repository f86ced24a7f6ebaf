import { isUnapproved, worksFor } from '../contract/review-values.js'
import type { AppRecord } from './app-record.js'

/** For whom an app is to work: any user, one of them, or whoever it works for at all, where nobody knows yet who it is. */
export type HonouredFor = 'everybody' | 'somebody' | { readonly userId: string }

export function honouredFor(userId: string | undefined): HonouredFor {
  return userId === undefined ? 'everybody' : { userId }
}

/** Whether an app works: one that is enabled for everybody, and one that nobody has approved for its owner alone. */
export function honours(app: Pick<AppRecord, 'status' | 'created_by'>, who: HonouredFor): boolean {
  if (typeof who === 'object') return worksFor(app, who.userId)
  return app.status === 'active' || (who === 'somebody' && isUnapproved(app.status))
}
