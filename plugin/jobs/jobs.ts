import type { Job } from './job.js'
import { purgeApps } from './purge-apps.js'
import { purgeRateCounts } from './purge-rate-counts.js'
import { purgeRequests } from './purge-requests.js'
import { purgeSecrets } from './purge-secrets.js'
import { purgeWebhooks } from './purge-webhooks.js'

/** All that is tidied up, by the names under which a report has it. */
export const jobs: Readonly<Record<string, Job>> = {
  apps: purgeApps,
  secrets: purgeSecrets,
  requests: purgeRequests,
  rate_counts: purgeRateCounts,
  webhooks: purgeWebhooks,
}
