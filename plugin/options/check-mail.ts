import { readAddress } from '../notifications/mail/mail-address.js'
import { readLanguage } from '../notifications/mail/language.js'
import { isMailTransport } from '../notifications/mail/load-mailer.js'
import { loadTemplates, TemplateFault } from '../notifications/mail/load-templates.js'
import { mailNames } from '../notifications/mail/mail-names.js'
import { fault, got, isFunction, isRecord, membersOf, optional, type OptionCheck } from './option-value.js'

/** Never says what it got: an address of a server may hold a password. */
const isTransport: OptionCheck = (value, option) => {
  if (isMailTransport(value)) return []
  if (typeof value === 'string' ? /^smtps?:\/\/./.test(value) : isRecord(value) && Object.keys(value).length > 0)
    return []
  return fault(
    option,
    "has to be what nodemailer's createTransport takes, such as smtps://user:password@mail.example.com or { host, port, auth }, or a transporter",
  )
}

const isAddress: OptionCheck = (value, option) =>
  readAddress(value)
    ? []
    : fault(option, `has to be an address, such as ada@example.com or Ada Lovelace <ada@example.com>, ${got(value)}`)

const areAddresses: OptionCheck = (value, option) =>
  Array.isArray(value) ? value.flatMap((one, index) => isAddress(one, `${option}[${index}]`)) : isAddress(value, option)

const isRule: OptionCheck = (value, option) =>
  typeof value === 'boolean'
    ? []
    : isFunction('(notification, chosen) => { to, cc, bcc, locale } or false, true or false')(value, option)

const isProductName: OptionCheck = (value, option) =>
  typeof value === 'string' && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)
    ? []
    : fault(option, `has to be a name without line breaks, ${got(value)}`)

const isLocale: OptionCheck = (value, option) =>
  typeof value === 'string' && readLanguage(value) !== undefined
    ? []
    : fault(option, `has to be a language tag, such as de or pt-BR, ${got(value)}`)

const isTimeZone: OptionCheck = (value, option) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: String(value) })
    return []
  } catch {
    return fault(option, `has to be a time zone, such as Europe/Berlin, ${got(value)}`)
  }
}

const isTemplateFolder: OptionCheck = (value, option) => {
  if (typeof value !== 'string') return fault(option, `has to be the path of a folder, ${got(value)}`)
  try {
    loadTemplates(value)
    return []
  } catch (error) {
    if (error instanceof TemplateFault) return fault(option, error.message)
    throw error
  }
}

export const checkMail = membersOf({
  transport: isTransport,
  from: isAddress,
  replyTo: optional(isAddress),
  productName: optional(isProductName),
  appUrl: optional(isFunction('(clientId) => address of its page')),
  events: optional(membersOf(Object.fromEntries(mailNames.map((name) => [name, optional(isRule)])))),
  defaultRecipient: optional(isAddress),
  cc: optional(areAddresses),
  bcc: optional(areAddresses),
  defaultLocale: optional(isLocale),
  timeZone: optional(isTimeZone),
  templates: optional(isTemplateFolder),
})
