import { once } from 'node:events'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as an SMTP server received it. */
export interface ReceivedMail {
  /** To whom it went, copies among them. */
  readonly recipients: readonly string[]
  readonly source: string
  readonly mail: ParsedMail
}

/** A real SMTP server, with the mails that it took. */
export class MailServer {
  readonly mails: ReceivedMail[] = []
  /** What to answer a recipient; takes all of them. */
  refuse: (address: string) => { readonly code: number; readonly message: string } | undefined = () => undefined
  /** Waits before a mail is taken. */
  beforeTaking: () => Promise<void> = () => Promise.resolve()
  readonly #server: SMTPServer

  private constructor() {
    const options: SMTPServerOptions = {
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, callback) => {
        const refusal = this.refuse(address)
        callback(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code }))
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const source = Buffer.concat(chunks).toString()
          void Promise.all([simpleParser(source), this.beforeTaking()]).then(([mail]) => {
            const recipients = session.envelope.rcptTo.map(({ address }) => address)
            this.mails.push({ recipients, source, mail })
            callback()
          })
        })
      },
    }
    this.#server = new SMTPServer(options)
    // A client that goes away is nothing that a test is about.
    this.#server.on('error', () => undefined)
  }

  static async start(): Promise<MailServer> {
    const started = new MailServer()
    const listener = started.#server.listen(0, '127.0.0.1')
    await once(listener, 'listening')
    return started
  }

  get url(): string {
    const address = this.#server.server.address()
    if (typeof address !== 'object' || !address) throw new Error('The mail server has no port')
    return `smtp://127.0.0.1:${address.port}`
  }

  get subjects(): (string | undefined)[] {
    return this.mails.map(({ mail }) => mail.subject)
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(resolve)
    })
  }
}
