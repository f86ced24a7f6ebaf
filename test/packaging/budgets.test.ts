import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { PackedPackage } from '../support/packed-package.js'

/** Bytes of gzip, with Lit and English. The first is a bound against growth; what we want it to be is 40,000. */
const budgets = [
  ['<oauth-apps> with all it uses', "import 'oauth-app-kit/oauth-apps/define'", 45_500],
  ['<scope-picker>', "import 'oauth-app-kit/scope-picker/define'", 14_000],
] as const

describe('A host that bundles', () => {
  let packed: PackedPackage
  before(() => {
    packed = new PackedPackage()
  })
  after(() => packed.remove())

  /** What a production build of a host makes of a module. */
  async function bundle(code: string): Promise<{ gzipped: number; inputs: string[] }> {
    const { outputFiles, metafile } = await build({
      stdin: { contents: code, resolveDir: packed.project },
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      platform: 'browser',
      write: false,
      metafile: true,
      legalComments: 'none',
      logLevel: 'silent',
    })
    const [output] = Object.values(metafile.outputs)
    const [file] = outputFiles
    assert.ok(file)
    const inputs = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    return {
      gzipped: gzipSync(file.contents, { level: 9 }).length,
      inputs: inputs.map(([file]) => file),
    }
  }

  for (const [what, code, budget] of budgets) {
    it(`gets ${what} for at most ${budget / 1000} kB`, async (t) => {
      const { gzipped } = await bundle(code)
      t.diagnostic(`${what}: ${gzipped} bytes gzipped`)
      assert.ok(gzipped <= budget, `${what} has ${gzipped} bytes`)
    })
  }

  it('gets no schema library with the elements', async () => {
    const { inputs } = await bundle("import 'oauth-app-kit/define'")
    assert.deepEqual(
      inputs.filter((file) => file.includes(join('node_modules', 'zod'))),
      [],
    )
  })

  it('gets English alone, unless it imports another language', async () => {
    const { inputs } = await bundle("import 'oauth-app-kit/define'")
    const languages = inputs
      .filter((file) => /locales\/[a-z]{2}(-.+)?\.js$/.test(file))
      .map((file) => file.slice(-5, -3))
    assert.deepEqual(languages, ['en'])
  })

  it('gets one tag when it imports one', async () => {
    const { inputs } = await bundle("import 'oauth-app-kit/scope-picker/define'")
    assert.deepEqual(elementsOf(inputs), ['scope-picker'])
  })

  it('gets one class when it uses one of them all', async () => {
    const { inputs } = await bundle("import { ScopePicker } from 'oauth-app-kit'; console.log(ScopePicker)")
    assert.deepEqual(elementsOf(inputs), ['scope-picker'])
  })

  it('gets a sentence when it bundles the plugin for browsers', async () => {
    const { inputs } = await bundle("import { createOAuthApps } from 'oauth-app-kit/express'; createOAuthApps({})")
    assert.deepEqual(
      inputs.filter((file) => file.includes('plugin/')).map((file) => file.slice(file.indexOf('plugin/'))),
      ['plugin/browser.js'],
    )
  })

  function elementsOf(inputs: readonly string[]): string[] {
    return inputs.flatMap((file) => /([^/]+)\.element\.js$/.exec(file)?.[1] ?? [])
  }
})
