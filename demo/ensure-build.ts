import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = ['components', 'plugin', '.build', 'package.json', 'rollup.config.mjs', 'tsconfig.json']
const built = join(root, 'dist/cdn/oauth-app-kit.js')

/** Runs the build when `dist/` is missing or older than what it is made of. */
export function ensureBuild(): void {
  if (existsSync(built) && newest(sources.map((source) => join(root, source))) <= statSync(built).mtimeMs) return
  console.log('Building the elements …')
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('The build failed; its messages are above')
}

function newest(paths: readonly string[]): number {
  let time = 0
  for (const path of paths) {
    const found = statSync(path)
    time = Math.max(
      time,
      found.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : found.mtimeMs,
    )
  }
  return time
}
