import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')

/** Compiled where npm finds no binary, which takes minutes: the one that this checkout has does as well. */
const compiled = 'better-sqlite3'

/** Milliseconds after which npm or a build is taken for hanging. */
const timeout = 240_000

/** A project of `test/hosts/`, copied to where nothing of this checkout is near it. */
export class HostProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'oauth-app-kit-host-'))
  #process: ChildProcess | undefined

  constructor(name: string) {
    cpSync(join(root, 'test/hosts', name), this.folder, { recursive: true })
  }

  /** Installs what its `package.json` asks for, with the packed package among it. */
  async install(tarball: string): Promise<void> {
    const file = join(this.folder, 'package.json')
    const packageJson = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> }
    const { [compiled]: driver, ...dependencies } = packageJson.dependencies
    writeFileSync(file, JSON.stringify({ ...packageJson, dependencies }))
    await this.#run('npm', ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball])
    if (driver) symlinkSync(join(root, 'node_modules', compiled), join(this.folder, 'node_modules', compiled))
  }

  async build(env: NodeJS.ProcessEnv = {}): Promise<void> {
    await this.#run('npm', ['run', 'build'], env)
  }

  /** Runs a script of it on a free port, and answers the origin that it prints. */
  async start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
    const child = spawn(process.execPath, args, {
      cwd: this.folder,
      env: { ...process.env, ...quiet, PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#process = child
    const died = once(child, 'exit').then(() => {
      throw new Error(`${args.join(' ')} ended before it listened`)
    })
    let output = ''
    for (;;) {
      const [text] = (await Promise.race([once(child.stdout, 'data'), died])) as unknown[]
      output += String(text)
      const [, port] = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(output) ?? []
      if (port) return `http://localhost:${port}`
    }
  }

  async stop(): Promise<void> {
    const child = this.#process
    if (child?.exitCode === null && child.signalCode === null) {
      const exit = once(child, 'exit')
      child.kill()
      await exit
    }
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async #run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
    const options = { cwd: this.folder, timeout, env: { ...process.env, ...quiet, ...env } }
    await promisify(execFile)(command, args, options).catch((error: unknown) => {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
      throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error })
    })
  }
}

const quiet = { NEXT_TELEMETRY_DISABLED: '1' }
