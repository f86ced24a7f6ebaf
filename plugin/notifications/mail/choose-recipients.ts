import { isPrincipal, principalShape, type Principal } from '../../principal.js'
import { askHost } from '../../registry/ask-host.js'
import type { People } from '../../people.js'
import type { DeliveryOutcome } from '../channel.js'
import type { NotificationLine } from '../notification-line.js'
import { readAddress, readAddresses } from './mail-address.js'
import type { MailName } from './mail-names.js'
import { singleLine } from './mail-source.js'
import type { MailAddressing, MailOptions, SoundAddress } from './mail-options.js'

/** To whom one mail goes. */
export interface Recipients {
  readonly to: readonly SoundAddress[]
  readonly cc: readonly SoundAddress[]
  readonly bcc: readonly SoundAddress[]
  readonly locale: string
}

export type Unaddressed = Extract<DeliveryOutcome, { readonly kind: 'skipped' | 'parked' }>

/** Whose app it is, as the host knows them now. */
export async function findOwner({ findPrincipal }: People, { app }: NotificationLine): Promise<Principal | null> {
  if (!findPrincipal) return null
  const owner: unknown = await askHost('findPrincipal', async () => findPrincipal(app.created_by.id))
  if (owner === null || owner === undefined) return null
  if (isPrincipal(owner)) return owner
  throw new TypeError(`findPrincipal() must return ${principalShape}, or null`)
}

/**
 * To whom a mail goes: its owner, or who is named for those that cannot be written to, as the rule of the host for this mail
 * changes it.
 *
 * @returns where there is nobody, what becomes of the mail.
 */
export async function chooseRecipients(
  name: MailName,
  line: NotificationLine,
  owner: Principal | null,
  options: MailOptions,
): Promise<Recipients | Unaddressed> {
  const { events = {}, cc, bcc, defaultRecipient, defaultLocale = 'en' } = options
  const own = owner?.email ? readAddress({ name: singleLine(owner.name), address: owner.email }) : null
  const to = own ?? readAddress(defaultRecipient)
  const locale = (own && owner?.locale) ?? defaultLocale
  const chosen: MailAddressing = { to: to ?? [], cc, bcc, locale }
  const rule = events[name]
  const addressing =
    typeof rule === 'function' ? await askHost(`mail.events.${name}`, async () => rule(line, chosen)) : chosen
  if (addressing === false) return { kind: 'skipped', reason: 'The rule for this mail says no' }
  const [receivers, copies, blind] = [addressing.to, addressing.cc, addressing.bcc].map(readAddresses)
  if (!receivers || !copies || !blind) return { kind: 'parked', reason: 'What the host gives is no e-mail address' }
  if (receivers.length === 0) return { kind: 'skipped', reason: whyNobody(owner) }
  return { to: receivers, cc: copies, bcc: blind, locale: addressing.locale ?? defaultLocale }
}

function whyNobody(owner: Principal | null): string {
  if (!owner) return 'The owner of the app is not known'
  return owner.email ? 'The e-mail address of the owner is none' : 'The owner of the app has no e-mail address'
}
