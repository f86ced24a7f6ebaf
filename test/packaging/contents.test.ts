import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { formatMessage } from 'publint/utils'
import { publint } from 'publint'
import { PackedPackage } from '../support/packed-package.js'

describe('The published package', () => {
  let packed: PackedPackage
  before(() => {
    packed = new PackedPackage()
  })
  after(() => packed.remove())

  it('holds dist, what npm always adds, and the changelog', () => {
    const others = packed.files.filter((file) => !file.startsWith('dist/'))
    assert.deepEqual(others, ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'])
  })

  it('holds modules, types, style sheets, one CDN file, the manifest and what is for editors, and no source, test or map', () => {
    const strangers = packed.files.filter(
      (file) =>
        file.startsWith('dist/') &&
        !/^dist\/(components|plugin|react)\/.+\.(d\.ts|js)$/.test(file) &&
        !/^dist\/types\/.+\.d\.ts$/.test(file) &&
        !/^dist\/themes\/.+\.css$/.test(file) &&
        !/^dist\/(css-custom-data|custom-elements|html-custom-data)\.json$/.test(file) &&
        !['dist/cdn/oauth-app-kit.js', 'dist/reserve.css'].includes(file),
    )
    assert.deepEqual(strangers, [])
  })

  it('has types for every module', () => {
    const modules = packed.files.filter((file) => file.endsWith('.js') && !file.startsWith('dist/cdn/'))
    const untyped = modules.filter((file) => !packed.files.includes(file.replace(/\.js$/, '.d.ts')))
    assert.deepEqual(untyped, [])
  })

  it('knows nothing of the machine it was made on, of tests and of the demo', () => {
    const traces = [process.cwd(), 'TEST_POSTGRES_URL', 'Bearer demo-', 'sourceMappingURL', '/test/', '/demo/']
    const found = packed.files
      .filter((file) => file.startsWith('dist/'))
      .flatMap((file) => traces.filter((trace) => packed.read(file).includes(trace)).map((trace) => [file, trace]))
    assert.deepEqual(found, [])
  })

  it('links and shows in README only what is there', () => {
    // What stands in an example is no link of the page.
    const readme = packed
      .read('README.md')
      .replace(/^```[^]*?^```/gm, '')
      .replace(/`[^`\n]*`/g, '')
    const targets = [...readme.matchAll(/(?:\]\(|(?:src|href)=")(?!https?:|#|\/)([^)#"]+)/g)].map(
      ([, target = '']) => target,
    )
    const missing = targets.filter((target) => !existsSync(target))
    assert.deepEqual(missing, [])
    assert.ok(targets.length > 0)
  })

  it('has no module that imports a file which is not there, or a package that it does not ask for', () => {
    const { dependencies, peerDependencies } = packed.packageJson
    const known = Object.keys({ ...dependencies, ...peerDependencies })
    const missing = packed.files
      .filter((file) => /^dist\/(components|plugin|react)\/.+\.js$/.test(file))
      .flatMap((file) =>
        importsOf(packed.read(file))
          .filter((specifier) => !specifier.startsWith('node:'))
          .filter((specifier) =>
            specifier.startsWith('.')
              ? !packed.files.includes(join(dirname(file), specifier))
              : !known.some((name) => specifier === name || specifier.startsWith(`${name}/`)),
          )
          .map((specifier) => `${file}: ${specifier}`),
      )
    assert.deepEqual(missing, [])
  })

  it('marks as having side effects what registers elements or languages, and nothing that is not there', () => {
    const { sideEffects } = packed.packageJson
    const registering = packed.files.filter(
      (file) => file.endsWith('.js') && /customElements\.define\(|^registerLocale\(/m.test(packed.read(file)),
    )
    for (const file of registering)
      assert.ok(
        sideEffects.some((glob) => matches(file, glob)),
        `${file} is not marked`,
      )
    for (const glob of sideEffects)
      assert.ok(
        packed.files.some((file) => matches(file, glob)),
        `${glob} marks nothing`,
      )
  })

  it('passes publint without a remark', async () => {
    const { messages } = await publint({ pkgDir: packed.folder, pack: false, strict: true })
    const packageJson = packed.packageJson as unknown as Record<string, unknown>
    assert.deepEqual(
      messages.map((message) => formatMessage(message, packageJson)),
      [],
    )
  })

  it('stays small', () => {
    assert.ok(packed.size < 752_000, `the tarball has ${packed.size} bytes`)
  })
})

describe('The lock file', () => {
  it('names no registry', () => {
    assert.doesNotMatch(readFileSync('package-lock.json', 'utf8'), /"resolved":/)
  })
})

function importsOf(code: string): string[] {
  return [
    ...code.matchAll(/^\s*(?:import|export)\b(?!\s*:)[^'"`;(]*?['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm),
  ].map(([, named, dynamic]) => named ?? dynamic ?? '')
}

function matches(file: string, glob: string): boolean {
  const pattern = glob
    .replace('./', '')
    .replaceAll('.', '\\.')
    .replace('**/', '(.+/)?')
    .replace(/(?<!\))\*(?!\*)/, '[^/]+')
  return new RegExp(`^${pattern}$`).test(file)
}
