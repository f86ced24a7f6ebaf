import type { Fault } from './faults.js'
import { isLoopback, parseUrl } from './host.js'
import { checkWebUrl } from './web-url.js'

export interface WebhookUrlOptions {
  /** Whether plain http is allowed to the three loopback hosts. Default: no. */
  readonly allowLoopback?: boolean
  /** In characters, 2048 by default. */
  readonly maxLength?: number
}

/**
 * Whether events may be sent to this address: what a website may be, by https and without a fragment. Whether it leads to
 * somewhere private, only the server can tell, each time it sends.
 *
 * @returns every reason against it, none when it is sound.
 */
export function checkWebhookUrl(url: string, { allowLoopback = false, maxLength }: WebhookUrlOptions = {}): Fault[] {
  const faults = checkWebUrl(url, maxLength === undefined ? {} : { maxLength })
  if (faults.length > 0) return faults
  const hash = url.indexOf('#')
  if (hash !== -1) faults.push({ code: 'url_fragment', suggestion: url.slice(0, hash) })
  const { protocol, hostname } = parseUrl(url) ?? {}
  const plain = protocol === 'http:'
  if (plain && !(allowLoopback && isLoopback(hostname ?? ''))) {
    faults.push({ code: 'url_insecure', suggestion: url.replace(/^http:/i, 'https:') })
  }
  return faults
}
