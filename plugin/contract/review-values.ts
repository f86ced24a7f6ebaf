import type { AppStatus } from './app-values.js'

/** How an app that waits, or was refused, stands with those who review it. */
export const reviewStatuses = ['pending', 'rejected'] as const

/** Code points of what a developer is told about a rejection. */
export const reasonMax = 1000

/** Statuses of an app that nobody has approved: it works for its owner alone. */
export type UnapprovedStatus = Exclude<AppStatus, 'active' | 'disabled'>

export function isUnapproved(status: AppStatus): status is UnapprovedStatus {
  return status !== 'active' && status !== 'disabled'
}

/** Whether an app works for a user: one that is enabled does for everybody, and one that nobody has approved for its owner. */
export function worksFor(
  app: { readonly status: AppStatus; readonly created_by: { readonly id: string } },
  userId: string,
): boolean {
  return app.status === 'active' || (isUnapproved(app.status) && app.created_by.id === userId)
}

/** Whether an app was approved, and may be switched on and off; where nothing is reviewed, every new one is. */
export function isApproved({ status }: { readonly status: AppStatus }): boolean {
  return !isUnapproved(status)
}
