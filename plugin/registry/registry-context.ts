import type { AppRules } from '../contract/app-rules.js'
import type { Capabilities, Quotas } from '../contract/config.js'
import type { IconProcessor } from '../icons/icon-processor.js'
import type { Logger } from '../logger.js'
import type { People } from '../people.js'
import type { Policy } from '../policy/policy.js'
import type { TokenAuthority } from '../tokens.js'
import type { AppStore } from './app-store.js'
import type { SecretKeeper } from './secret-keeper.js'
import type { WebhookContext } from './webhooks/webhook-context.js'

/** What every operation has at hand. */
export interface RegistryContext extends People {
  readonly store: AppStore
  readonly rules: AppRules
  readonly capabilities: Capabilities
  readonly quotas: Quotas
  readonly policy: Policy
  readonly icons: IconProcessor
  readonly secrets: SecretKeeper
  /** Makes and knows again with what clients manage their own registrations (RFC 7592). */
  readonly registrationTokens: SecretKeeper
  /** What has issued the tokens; where there is none, whom an app reaches is unknown. */
  readonly tokens?: TokenAuthority | undefined
  /** Where the host is set up for it: who is told what happens to apps. */
  readonly webhooks?: WebhookContext | undefined
  readonly logger: Logger
  /** Milliseconds since 1970. */
  readonly clock: () => number
}
