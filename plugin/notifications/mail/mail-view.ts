import type { Principal } from '../../principal.js'
import type { NotificationLine } from '../notification-line.js'
import type { SoundAddress } from './mail-options.js'

/** What templates can say, under these names. */
export interface MailView {
  readonly product: string
  readonly recipient: { readonly name: string }
  readonly owner: { readonly name: string }
  readonly actor: { readonly name: string }
  /** The recipient is the owner of the app. */
  readonly yours: boolean
  /** And it is what they did themselves. */
  readonly by_you: boolean
  readonly app: {
    readonly client_name: string
    readonly client_id: string
    readonly organization: string
    readonly url: string
  }
  readonly secret: { readonly name: string; readonly hint: string; readonly ends: string } | null
  /** What is reviewed is a change of an app that stays as it is until then. */
  readonly change: boolean
  /** Why an app was not approved; may have several lines. */
  readonly reason: string
  readonly at: string
}

export interface MailViewOptions {
  readonly productName?: string | undefined
  readonly appUrl?: ((clientId: string) => string) | undefined
  readonly timeZone?: string | undefined
}

/** A line as it is told in one language. */
export function mailView(
  line: NotificationLine,
  { owner, recipient, language }: { owner: Principal | null; recipient: SoundAddress | undefined; language: string },
  { productName = '', appUrl, timeZone = 'UTC' }: MailViewOptions,
): MailView {
  const { app, actor, secret, changes } = line
  const yours = recipient !== undefined && recipient.address === owner?.email
  const time = new Intl.DateTimeFormat(language, {
    ...({ year: 'numeric', month: 'long', day: 'numeric' } as const),
    ...({ hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone } as const),
  })
  const reason: unknown = changes['reason']?.after
  return {
    product: productName,
    recipient: { name: recipient?.name ?? '' },
    owner: { name: app.created_by.name },
    actor: { name: actor?.name ?? '' },
    yours,
    by_you: yours && actor?.id === app.created_by.id,
    app: {
      client_name: app.client_name,
      client_id: app.client_id,
      organization: owner?.organizations.find(({ id }) => id === app.organization_id)?.name ?? '',
      url: appUrl?.(app.client_id) ?? '',
    },
    secret: secret && {
      name: secret.name,
      hint: secret.hint,
      ends: secret.expires_at === null ? '' : time.format(secret.expires_at),
    },
    change: isChange(line),
    reason: typeof reason === 'string' ? reason : '',
    at: time.format(line.at),
  }
}

/** A new app waits in a status of its own, and gets another one when it is approved. */
function isChange({ event, app, changes }: NotificationLine): boolean {
  return event === 'app.approved' ? changes['status'] === undefined : ['active', 'disabled'].includes(app.status)
}

/** The names that a template may use. */
export const viewNames = [
  ...[
    'product',
    'recipient',
    'recipient.name',
    'owner',
    'owner.name',
    'actor',
    'actor.name',
    'yours',
    'by_you',
    'change',
  ],
  ...['app', 'app.client_name', 'app.client_id', 'app.organization', 'app.url'],
  ...['secret', 'secret.name', 'secret.hint', 'secret.ends', 'reason', 'at'],
] as const

/** And those that a layout may. */
export const layoutNames = ['lang', 'dir', 'subject', 'product', 'body'] as const
