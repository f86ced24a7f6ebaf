import { checkWebUrl } from './web-url.js'

/** What databases keep of a client ID. */
const maxLength = 255

/**
 * Who answers for an app that no registry knows, where its client ID is the address of a document that says what it is
 * (draft-ietf-oauth-client-id-metadata-document-02 §3): https with a path, written in one way only.
 *
 * @returns the host; `undefined` for any other client ID.
 */
export function documentHost(clientId: string): string | undefined {
  if (!clientId.startsWith('https://') || checkWebUrl(clientId, { maxLength }).length > 0) return undefined
  const { href, pathname, hash, host } = new URL(clientId)
  return href === clientId && pathname !== '/' && hash === '' ? host : undefined
}
