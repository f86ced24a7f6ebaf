import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/**
 * A package that the host brings, since it is the host's version that has to be used.
 *
 * @throws Error naming the command that installs it.
 */
export function requirePeer(name: string): unknown {
  requireInstalled([name])
  return require(name)
}

/** @throws Error naming the command that installs those that are missing. */
export function requireInstalled(names: readonly string[]): void {
  const missing = names.filter((name) => !isInstalled(name))
  if (missing.length === 0) return
  throw new Error(`oauth-app-kit needs ${missing.join(', ')}: npm install ${missing.join(' ')}`)
}

function isInstalled(name: string): boolean {
  try {
    require.resolve(name)
    return true
  } catch {
    return false
  }
}
