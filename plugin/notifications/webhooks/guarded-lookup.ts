import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isAllowedAddress, type AllowedAddresses } from './public-address.js'

/** A name that leads, or would lead, to where nothing is sent. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError'
}

export type Resolve = (
  host: string,
  options: { readonly all: true; readonly verbatim: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/**
 * How a connection finds the addresses of a name. They are judged here, and the connection is made to one of those that
 * were judged: between a look-up of one's own and the connection, the name could lead elsewhere (DNS rebinding). One
 * address that is refused refuses the name.
 */
export function guardedLookup(allowed: AllowedAddresses, resolve: Resolve = systemLookup): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { all: true, verbatim: true }, (error, addresses) => {
      const [first] = addresses
      if (error) callback(error, '', 0)
      else if (!first || addresses.some(({ address }) => !isAllowedAddress(address, allowed))) {
        callback(new AddressRefusedError(`${host} leads to an address that nothing is sent to`), '', 0)
      } else if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}
