import { requirePeer } from '../require-peer.js'

export type OidcProvider = typeof import('oidc-provider')

/** @throws Error naming the command that installs it. */
export function loadProvider(): OidcProvider {
  const loaded = requirePeer('oidc-provider')
  if (!isProvider(loaded)) throw new Error('oauth-app-kit found a package "oidc-provider" that is not oidc-provider 9')
  return loaded
}

function isProvider(value: unknown): value is OidcProvider {
  return typeof value === 'object' && value !== null && 'Provider' in value && 'interactionPolicy' in value
}
