import { createRequire } from 'node:module'
import type Sharp from 'sharp'

/**
 * sharp is an optional peer: it is loaded when the first icon arrives.
 *
 * @throws Error naming the command that installs it.
 */
export async function loadSharp(): Promise<typeof Sharp> {
  requireSharpInstalled()
  return (await import('sharp')).default
}

/** Finds sharp without loading it, so that its absence is known at start. */
export function requireSharpInstalled(): void {
  try {
    createRequire(import.meta.url).resolve('sharp')
  } catch (cause) {
    throw new Error('oauth-app-kit needs sharp for icons: npm install sharp', { cause })
  }
}
