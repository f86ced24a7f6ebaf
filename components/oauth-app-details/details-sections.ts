import { activitySection, type ActivityControls } from './activity/activity-section.js'
import { dangerSection } from './danger/danger-section.js'
import type { DetailsSection } from './details-section.js'
import type { DetailsView } from './details-view.js'
import { overviewSection } from './overview/overview-section.js'
import { reviewSection } from './review/review-section.js'
import { scopesSection } from './scopes/scopes-section.js'
import { secretsSection } from './secrets/secrets-section.js'
import { trySection } from './try-it/try-section.js'
import { usersSection } from './users/users-section.js'

/** What a person can do with what is read a page at a time. */
export interface SectionControls extends ActivityControls {
  readonly loadMoreUsers: () => void
}

/** What there is to show of an app, to this caller on this host. */
export function detailsSections(view: DetailsView, controls: SectionControls): DetailsSection[] {
  const usesScopes = view.config?.fields.scopes.presence !== 'hidden' || view.app.scopes.length > 0
  return [
    reviewSection(view),
    overviewSection(view),
    secretsSection(view),
    usesScopes ? scopesSection(view) : undefined,
    trySection(view),
    usersSection(view, controls.loadMoreUsers),
    activitySection(view, controls),
    dangerSection(view),
  ].filter((section) => section !== undefined)
}
