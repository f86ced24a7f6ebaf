import type { People } from '../../people.js'
import type { Channel, DeliveryOutcome } from '../channel.js'
import type { NotificationLine } from '../notification-line.js'
import { chooseRecipients, findOwner } from './choose-recipients.js'
import { loadMailer } from './load-mailer.js'
import { loadTemplates } from './load-templates.js'
import { readAddress } from './mail-address.js'
import { mailOf, type MailName } from './mail-names.js'
import type { MailOptions } from './mail-options.js'
import { mailView } from './mail-view.js'
import { renderMail, type RenderedMail } from './render-mail.js'

export interface MailChannel extends Channel {
  /** A mail as it would be, about an app that there is. */
  preview(name: MailName, line: NotificationLine, locale: string): Promise<RenderedMail>
}

/** Mail to people about their apps, with options that have been checked. */
export function createMailChannel(options: MailOptions, people: People): MailChannel {
  const { events = {} } = options
  const transport = loadMailer(options.transport)
  const templates = loadTemplates(options.templates)
  const from = readAddress(options.from)
  if (!from) throw new TypeError('mail.from is no address')
  const replyTo = readAddress(options.replyTo)
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)

  return {
    name: 'mail',

    wants(line) {
      const name = mailOf(line)
      return name !== undefined && events[name] !== false
    },

    async deliver({ id, line }) {
      const name = mailOf(line)
      if (name === undefined) return { kind: 'skipped', reason: 'There is no mail about this' }
      const owner = await findOwner(people, line)
      const recipients = await chooseRecipients(name, line, owner, options)
      if ('kind' in recipients) return recipients
      const { to, cc, bcc, locale } = recipients
      const { language, subject, text, html } = renderMail(name, templates, locale, (language) =>
        mailView(line, { owner, recipient: to[0], language }, options),
      )
      const message = { from, to, cc, bcc, ...(replyTo && { replyTo }), subject, text, html }
      return send(() =>
        transport.mailer.sendMail({
          ...message,
          messageId: `<${id}@${domain}>`,
          // RFC 3834 §5: nobody is away from work for a machine.
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
          disableFileAccess: true,
          disableUrlAccess: true,
        }),
      )
    },

    async preview(name, line, locale) {
      const owner = await findOwner(people, line)
      const recipient = readAddress({ name: owner?.name ?? '', address: owner?.email ?? from.address }) ?? from
      return renderMail(name, templates, locale, (language) => mailView(line, { owner, recipient, language }, options))
    },

    close() {
      transport.close()
    },
  }
}

/** Where the server refuses the mail itself, or whom it is for (RFC 5321 §4.2.1), no later attempt will do better. */
async function send(sending: () => Promise<unknown>): Promise<DeliveryOutcome> {
  try {
    await sending()
    return { kind: 'delivered' }
  } catch (error) {
    if (isRefusal(error)) return { kind: 'parked', reason: error.message }
    throw error
  }
}

function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return false
  return Number(error.responseCode) >= 500 && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE')
}
