import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ensureBuild } from '../../demo/ensure-build.js'

const root = join(import.meta.dirname, '../..')

/** What `package.json` says, as far as the tests of the package read it. */
export interface PackageJson {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  readonly sideEffects: readonly string[]
  readonly dependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
}

/** The package as npm would publish it, in a project of its own that has what it depends on, and no more than asked for. */
export class PackedPackage {
  /** The folder of the project: what is put there imports the package by its name. */
  readonly project = realpathSync(mkdtempSync(join(tmpdir(), 'oauth-app-kit-host-')))
  /** The package inside it. */
  readonly folder = join(this.project, 'node_modules/oauth-app-kit')
  /** Every file in it, relative and sorted. */
  readonly files: readonly string[]
  /** What npm would upload. */
  readonly tarball: string
  /** Bytes of it. */
  readonly size: number
  readonly packageJson: PackageJson

  /** @param withPeers whether the host has installed the optional peers as well, but for those in `without`. */
  constructor({ withPeers = true, without = [] as readonly string[] } = {}) {
    ensureBuild()
    const report = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', this.project], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [packed] = Object.values(JSON.parse(report) as Record<string, { filename: string; size: number }>)
    if (!packed) throw new Error(`npm pack made nothing: ${report}`)
    this.tarball = join(this.project, packed.filename)
    this.size = packed.size

    mkdirSync(this.folder, { recursive: true })
    execFileSync('tar', ['-xzf', this.tarball, '-C', this.folder, '--strip-components=1'])
    this.files = filesUnder(this.folder)
    this.packageJson = JSON.parse(this.read('package.json')) as PackageJson

    const { dependencies, peerDependencies } = this.packageJson
    const peers = withPeers
      ? [...Object.keys(peerDependencies), '@types/express', '@types/node', '@types/react', 'vue']
      : []
    for (const name of [...Object.keys(dependencies), ...peers]) if (!without.includes(name)) this.#install(name)
    this.write('package.json', JSON.stringify({ name: 'host', private: true, type: 'module' }))
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8')
  }

  /** Writes a file of the host's project and answers its path. */
  write(file: string, content: string): string {
    const path = join(this.project, file)
    writeFileSync(path, content)
    return path
  }

  /** Every name that it can be imported by, without those of files that are no modules, or types alone. */
  get specifiers(): string[] {
    return Object.entries(this.packageJson.exports)
      .filter(([name]) => !/\.(css|json)$/.test(name))
      .flatMap(([name, target]) => {
        const module = typeof target === 'string' ? target : target['default']
        return module === undefined ? [] : this.#expand(name, module)
      })
  }

  remove(): void {
    rmSync(this.project, { recursive: true, force: true })
  }

  /** `./locales/*` stands for each file that its target matches. */
  #expand(name: string, target: string): string[] {
    const specifier = join('oauth-app-kit', name)
    const [before = '', after] = target.replace('./', '').split('*')
    if (after === undefined) return [specifier]
    return this.files
      .filter((file) => file.startsWith(before) && file.endsWith(after))
      .map((file) => specifier.replace('*', file.slice(before.length, -after.length)))
  }

  #install(name: string): void {
    const path = join(this.project, 'node_modules', name)
    mkdirSync(dirname(path), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), path)
  }
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
