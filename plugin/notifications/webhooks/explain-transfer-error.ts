import type { DeliveryError } from '../../contract/webhook-values.js'
import { AddressRefusedError } from './guarded-lookup.js'

const lookups: readonly unknown[] = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'ENODATA', 'ESERVFAIL']

/** As Node's TLS names what is wrong with a certificate, or with who speaks. */
const certificates =
  /^(ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_OSSL|HOSTNAME_MISMATCH|INVALID_CA)/

/** Why no answer came, in a word that tells nothing of the network that this machine is in. */
export function explainTransferError(error: unknown): DeliveryError {
  if (error instanceof AddressRefusedError) return 'address'
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')) return 'timeout'
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (lookups.includes(code)) return 'dns'
  if (code === 'ETIMEDOUT') return 'timeout'
  if (typeof code === 'string' && certificates.test(code)) return 'tls'
  return 'connection'
}
