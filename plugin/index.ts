export { createOAuthApps, type OAuthApps } from './create-oauth-apps.js'
export type { CorsOptions } from './http/cors.js'
export type { JobReport } from './jobs/create-job-runner.js'
export type { Logger } from './logger.js'
export type { MailName } from './notifications/mail/mail-names.js'
export type {
  MailAddress,
  MailAddressing,
  MailMessage,
  MailOptions,
  MailRule,
  MailTransport,
} from './notifications/mail/mail-options.js'
export type { MailPreview } from './notifications/mail/preview-mail.js'
export type { RenderedMail } from './notifications/mail/render-mail.js'
export type { NotificationLine, NotifiedApp, NotifiedSecret } from './notifications/notification-line.js'
export type { ParkedDelivery } from './notifications/outbox-store.js'
export type {
  FieldOption,
  OAuthAppsOptions,
  RateLimitOptions,
  RegistrationOptions,
  ReviewOptions,
  SecretOptions,
  UriOptions,
  WebhookOptions,
} from './options.js'
export { OptionsError, type OptionFault } from './options/options-error.js'
export type { People } from './people.js'
export { organizationAdmins } from './policy/organization-admins.js'
export { ownApps, type OwnAppsOptions } from './policy/own-apps.js'
export type { AppAction, AppOwnership, Policy, Visibility, VisibleApps } from './policy/policy.js'
export type { Membership, Principal } from './principal.js'
export { ProblemError } from './problem-error.js'
export type { RateLimit, RateLimiter, RateLimiterAnswer, RatePolicy } from './rate-limits/rate-limiter.js'
export type {
  AppRecord,
  AppSummaryRecord,
  IconReference,
  ReviewRecord,
  SecretRecord,
  Timestamp,
} from './registry/app-record.js'
export type { AppChange, AppRecordPage, AppSubmission, Registry, Submission } from './registry/registry.js'
export type { Pepper } from './registry/secret-keeper.js'
export type {
  TemporaryToken,
  TemporaryTokenRequest,
  TokenAuthority,
  TokenCount,
  TokenGrant,
  TokenGrantPage,
  TokenPage,
  TokenSelection,
} from './tokens.js'
