import type { MaybeAsync } from '../../maybe-async.js'
import type { NotificationLine } from '../notification-line.js'
import type { MailName } from './mail-names.js'

/** `ada@example.com`, `Ada Lovelace <ada@example.com>`, or its parts. */
export type MailAddress = string | { readonly name?: string | undefined; readonly address: string }

/** To whom a mail goes, and in which language. */
export interface MailAddressing {
  readonly to: MailAddress | readonly MailAddress[]
  readonly cc?: MailAddress | readonly MailAddress[] | undefined
  readonly bcc?: MailAddress | readonly MailAddress[] | undefined
  /** Language tag (BCP 47); English where there are no templates for it. */
  readonly locale?: string | undefined
}

/** What is handed to a transport; all of it is what nodemailer calls it. */
export interface MailMessage {
  readonly from: SoundAddress
  readonly to: readonly SoundAddress[]
  readonly cc: readonly SoundAddress[]
  readonly bcc: readonly SoundAddress[]
  readonly replyTo?: SoundAddress
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same however often the mail is sent: receivers drop a repeat by it. */
  readonly messageId: string
  readonly headers: Readonly<Record<string, string>>
  readonly disableFileAccess: true
  readonly disableUrlAccess: true
}

/** An address that has been checked: there is nothing in it that a header would take for something else. */
export interface SoundAddress {
  readonly name: string
  readonly address: string
}

/** What sends mail: a transporter of nodemailer, or anything like one. */
export interface MailTransport {
  sendMail(message: MailMessage): Promise<unknown>
}

/** Writes to people about their apps. */
export interface MailOptions {
  /**
   * How mail is sent: what nodemailer's `createTransport` takes, such as `smtps://user:password@mail.example.com` or
   * `{ host, port, auth }`, or a transporter of the host's own, which it closes itself.
   */
  readonly transport: string | Readonly<Record<string, unknown>> | MailTransport
  readonly from: MailAddress
  readonly replyTo?: MailAddress
  /** What the product calls itself in mails. Default: nothing. */
  readonly productName?: string
  /** Where an app's own page is, as people reach it. Default: mails have no link. */
  readonly appUrl?: (clientId: string) => string
  /**
   * Which mails there are, and to whom they go: `false` for none, or a function that changes the addressing, or answers
   * `false` for this one. Default: each goes to the owner of the app.
   */
  readonly events?: Readonly<Partial<Record<MailName, boolean | MailRule>>>
  /** To whom mails go whose owner is not known or has no address. Default: those are not sent. */
  readonly defaultRecipient?: MailAddress
  /** Who gets a copy of each. */
  readonly cc?: MailAddress | readonly MailAddress[]
  /** Who gets a copy of each, without the others knowing. */
  readonly bcc?: MailAddress | readonly MailAddress[]
  /** The language of whoever has no `locale` of their own. Default `en`. */
  readonly defaultLocale?: string
  /** The time zone in which times are told (IANA). Default `UTC`. */
  readonly timeZone?: string
  /** A folder with templates in the place of some: `<folder>/de/created.mustache`. */
  readonly templates?: string
}

/** @param chosen to whom it goes otherwise. */
export type MailRule = (notification: NotificationLine, chosen: MailAddressing) => MaybeAsync<MailAddressing | false>
