import { requirePeer } from '../../require-peer.js'
import type { MailOptions, MailTransport } from './mail-options.js'

/** Milliseconds; nodemailer would wait for minutes, and an attempt ends after half of one. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 25_000 }

/** A transport that was made here, and is closed here. */
interface OwnTransport extends MailTransport {
  close(): void
}

interface Nodemailer {
  createTransport(options: Readonly<Record<string, unknown>>): OwnTransport
}

export function isMailTransport(value: unknown): value is MailTransport {
  return typeof value === 'object' && value !== null && 'sendMail' in value && typeof value.sendMail === 'function'
}

/**
 * What sends the mails of a host, and how to close it.
 *
 * @throws Error naming the command that installs nodemailer, where it is needed and missing.
 */
export function loadMailer(transport: MailOptions['transport']): { readonly mailer: MailTransport; close(): void } {
  if (isMailTransport(transport)) return { mailer: transport, close: () => undefined }
  const loaded = requirePeer('nodemailer')
  if (!isNodemailer(loaded)) throw new Error('oauth-app-kit found a package "nodemailer" that is not nodemailer')
  const options = typeof transport === 'string' ? { url: transport } : transport
  const own = loaded.createTransport({ ...patience, ...options })
  return {
    mailer: own,
    close() {
      own.close()
    },
  }
}

function isNodemailer(value: unknown): value is Nodemailer {
  return typeof value === 'object' && value !== null && 'createTransport' in value
}
