import type { ApplicationType } from './app-values.js'
import { isSoundPort } from './raw-uri.js'

const loopbackUri = /^(http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]))(?::(\d+))?((?:[/?].*)?)$/s

/**
 * Whether a requested redirect URI is one of the registered ones: character for character (RFC 9700 §2.1). A native
 * app's `http` loopback URI may differ in its port, which the operating system gives it (RFC 8252 §7.3); current desktop
 * clients rely on that for `localhost` too.
 */
export function redirectUriMatches(
  registered: readonly string[],
  requested: string,
  applicationType: ApplicationType,
): boolean {
  if (registered.includes(requested)) return true
  if (applicationType !== 'native') return false
  const wanted = withoutPort(requested)
  return wanted !== undefined && registered.some((uri) => withoutPort(uri) === wanted)
}

function withoutPort(uri: unknown): string | undefined {
  // An array of one would be read as that one.
  if (typeof uri !== 'string') return undefined
  const [, origin, port, rest] = loopbackUri.exec(uri) ?? []
  return origin !== undefined && isSoundPort(port) ? `${origin}${rest ?? ''}` : undefined
}
