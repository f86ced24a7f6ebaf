import { createTransport } from 'nodemailer'
import type { MailMessage, MailTransport } from '../../plugin/index.js'

/** A mail as it would have gone to an SMTP server. */
export interface SentMail {
  /** Counts up. */
  readonly number: number
  readonly sentAt: Date
  readonly message: MailMessage
  /** Headers and body, as they would have been sent. */
  readonly source: string
}

/** Mails that are kept: the demo runs for days. */
const most = 200

/** Takes what a real host would give to a mail server, so that it can be looked at; gone when the demo ends. */
export class Mailbox implements MailTransport {
  /** The latest first. */
  readonly mails: SentMail[] = []
  readonly #composer = createTransport({ streamTransport: true, buffer: true })
  #count = 0

  async sendMail(message: MailMessage): Promise<void> {
    const { from, to, cc, bcc, replyTo, ...rest } = message
    const composed = await this.#composer.sendMail({
      ...rest,
      from,
      to: [...to],
      cc: [...cc],
      ...(replyTo && { replyTo }),
    })
    const source = Buffer.isBuffer(composed.message) ? composed.message.toString() : ''
    this.mails.unshift({ number: ++this.#count, sentAt: new Date(), message, source })
    this.mails.length = Math.min(this.mails.length, most)
  }

  find(number: string): SentMail | undefined {
    return this.mails.find((mail) => String(mail.number) === number)
  }
}
