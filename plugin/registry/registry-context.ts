import type { AppRules } from '../contract/app-rules.js'
import type { Capabilities } from '../contract/config.js'
import type { IconProcessor } from '../icons/icon-processor.js'
import type { Logger } from '../logger.js'
import type { Policy } from '../policy/policy.js'
import type { AppStore } from './app-store.js'
import type { SecretKeeper } from './secret-keeper.js'

/** What every operation has at hand. */
export interface RegistryContext {
  readonly store: AppStore
  readonly rules: AppRules
  readonly capabilities: Capabilities
  readonly policy: Policy
  readonly icons: IconProcessor
  readonly secrets: SecretKeeper
  readonly logger: Logger
  /** Milliseconds since 1970. */
  readonly clock: () => number
}
