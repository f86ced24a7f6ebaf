import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** No talk to the outside, and nothing that a machine without a screen or a display server lacks. */
export const chromiumArgs: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** What Playwright's `chromium.launch()` takes. */
export function chromiumLaunchOptions() {
  return { executablePath: findChromium(), headless: true, args: [...chromiumArgs] }
}

/**
 * The Chromium of this machine: `CHROME_PATH`, one on the `PATH`, or Playwright's; where there is none, it is installed.
 * @throws Error saying what to do, when it cannot be installed either.
 */
export function findChromium(): string {
  const named = process.env['CHROME_PATH']
  if (named) {
    if (isExecutable(named)) return named
    throw new Error(`CHROME_PATH is ${named}, which cannot be executed: point it to a Chromium, or unset it.`)
  }
  return installedChromium() ?? installChromium()
}

function installedChromium(): string | undefined {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)]
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...candidates, chromium.executablePath()].find(isExecutable)
}

function installChromium(): string {
  const asPackage = process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')
  try {
    if (asPackage) {
      run('apt-get', ['update', '-q'])
      run('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'])
    } else {
      run('npx', ['playwright-core', 'install', 'chromium'])
    }
  } catch {
    // Whether it is there now is what counts, and is asked below.
  }
  const path = installedChromium()
  if (path) return path
  throw new Error('No Chromium was found and none could be installed: install one and set CHROME_PATH to it.')
}

function run(command: string, args: string[]): void {
  process.stderr.write(`Installing Chromium: ${command} ${args.join(' ')}\n`)
  execFileSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
