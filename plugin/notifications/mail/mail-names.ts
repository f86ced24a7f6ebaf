import type { NotificationLine } from '../notification-line.js'

/** What people can be written to about. */
export const mailNames = [
  'created',
  'secret_added',
  'secret_expiring',
  'disabled',
  'deleted',
  'submitted',
  'approved',
  'rejected',
] as const
export type MailName = (typeof mailNames)[number]

const mailOfEvent: Readonly<Record<string, MailName>> = {
  'app.created': 'created',
  'app.disabled': 'disabled',
  'app.deleted': 'deleted',
  'app.submitted': 'submitted',
  'app.approved': 'approved',
  'app.rejected': 'rejected',
  'secret.added': 'secret_added',
  'secret.expiring': 'secret_expiring',
}

/** The mail that tells of it, if any: an edit may disable an app, or give it its first secret, as well. */
export function mailOf({ event, app, changes, secret }: NotificationLine): MailName | undefined {
  if (event !== 'app.updated') return mailOfEvent[event]
  if (changes['status'] && app.status === 'disabled') return 'disabled'
  return secret ? 'secret_added' : undefined
}
