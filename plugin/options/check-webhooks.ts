import { areKeys } from './check-secrets.js'
import { fault, isBoolean, isRecord, membersOf, optional, type OptionCheck } from './option-value.js'

const areWebhookOptions = membersOf({
  encryption: areKeys,
  allowLoopback: optional(isBoolean),
  allowPrivateAddresses: optional(isBoolean),
})

/** Without a key there is nothing to keep signing secrets with: they have to be had again, unlike those of apps. */
export const checkWebhooks: OptionCheck = (value, option) =>
  isRecord(value) && value['encryption'] === undefined
    ? fault(
        `${option}.encryption`,
        'is missing: signing secrets are kept encrypted; give { current: { id, key } } with a key that is not in the database, from openssl rand -base64 32',
      )
    : areWebhookOptions(value, option)
