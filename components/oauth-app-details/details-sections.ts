import { activitySection, type ActivityControls } from './activity/activity-section.js'
import { dangerSection } from './danger/danger-section.js'
import type { DetailsSection } from './details-section.js'
import type { DetailsView } from './details-view.js'
import { overviewSection } from './overview/overview-section.js'
import { scopesSection } from './scopes/scopes-section.js'
import { secretsSection } from './secrets/secrets-section.js'

/** What there is to show of an app, to this caller on this host. */
export function detailsSections(view: DetailsView, controls: ActivityControls): DetailsSection[] {
  const usesScopes = view.config?.fields.scopes.presence !== 'hidden' || view.app.scopes.length > 0
  return [
    overviewSection(view),
    secretsSection(view),
    usesScopes ? scopesSection(view) : undefined,
    activitySection(view, controls),
    dangerSection(view),
  ].filter((section) => section !== undefined)
}
