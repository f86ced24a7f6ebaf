import type { AppStore } from '../../registry/app-store.js'
import { lineOfExpiringSecret } from '../notification-line.js'
import type { MailChannel } from './create-mail-channel.js'
import type { MailName } from './mail-names.js'
import type { RenderedMail } from './render-mail.js'

export interface MailPreview {
  readonly name: MailName
  readonly clientId: string
  readonly locale: string
}

/** What a preview says where the app has nothing of the kind. */
const fortnight = 14 * 24 * 60 * 60_000
const nobodys = { id: '', name: '', hint: '1234', expires_at: null }
const reason = 'The page behind the privacy policy does not say who you are.\nPlease add that, and submit it again.'

/** A mail about an app as its owner would get it now; `null` where there is no such app. */
export async function previewMail(
  store: Pick<AppStore, 'findApp'>,
  channel: MailChannel,
  now: number,
  { name, clientId, locale }: MailPreview,
): Promise<RenderedMail | null> {
  const app = await store.findApp(clientId, 'all')
  if (!app) return null
  const { id, name: called, hint, expires_at } = app.secrets[0] ?? nobodys
  const ends = name === 'secret_expiring' ? now + fortnight : null
  const secret = { id, name: called, hint, expires_at: expires_at ?? ends }
  // As one that is new where mails tell of reviews.
  const line = lineOfExpiringSecret({ ...app, status: 'pending' }, secret, now)
  const changes = name === 'rejected' ? { reason: { before: null, after: reason } } : {}
  return channel.preview(name, { ...line, actor: app.created_by, changes }, locale)
}
