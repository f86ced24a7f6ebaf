import type { ReviewedMember } from '../../contract/review.js'
import type { AppRecord } from '../app-record.js'

/** An app as it would be if what waits for approval, or was rejected, came to be; any other as it is. */
export function proposedApp(app: AppRecord): AppRecord {
  return { ...app, ...app.review?.proposal }
}

/** An app about which there is nothing to decide, and nothing to tell. */
export function withoutReview({ review: _, ...app }: AppRecord): AppRecord {
  return app
}

/** Some of the members of an app. */
export function reviewedOf(app: AppRecord, names: readonly ReviewedMember[]): Partial<Pick<AppRecord, ReviewedMember>> {
  return Object.fromEntries(names.map((name) => [name, app[name]]))
}
