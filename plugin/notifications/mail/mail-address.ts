import { checkContact } from '../../contract/contact.js'
import type { MailAddress, SoundAddress } from './mail-options.js'

const withName = /^\s*(?:"([^"]*)"|([^"<>]*?))\s*<([^<>]*)>\s*$/

/** The parts of an address. Answers `null` for what is none, and what would be more than one. */
export function readAddress(value: unknown): SoundAddress | null {
  if (typeof value === 'string') {
    const [, quoted, plain, address] = withName.exec(value) ?? []
    return sound(quoted ?? plain ?? '', address ?? value)
  }
  if (typeof value !== 'object' || value === null || !('address' in value)) return null
  const name = 'name' in value ? (value.name ?? '') : ''
  return sound(name, value.address)
}

/** Answers `null` where one of them is no address. */
export function readAddresses(value: MailAddress | readonly MailAddress[] | undefined): SoundAddress[] | null {
  const given: readonly unknown[] = value === undefined ? [] : [value].flat()
  const read = given.map(readAddress).filter((address) => address !== null)
  return read.length === given.length ? read : null
}

/** A line break would begin another header, and a comma another recipient. */
function sound(name: unknown, address: unknown): SoundAddress | null {
  if (typeof name !== 'string' || typeof address !== 'string') return null
  if (address !== address.trim() || checkContact(address).length > 0) return null
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(name) ? null : { name, address }
}
