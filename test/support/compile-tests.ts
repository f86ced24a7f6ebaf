import { readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = join(import.meta.dirname, '../..')

/**
 * Test files as JavaScript, each with what it imports of ours: half of the time of a small test went into loading
 * TypeScript, file by file. Where a file asks where it is, it is told where its source is.
 *
 * @returns the compiled files, in the order of those given.
 */
export async function compileTests(suite: string, files: readonly string[]): Promise<string[]> {
  const folder = join(root, 'node_modules/.cache/tests', suite)
  await rm(folder, { recursive: true, force: true })
  await build({
    entryPoints: [...files],
    outdir: folder,
    outbase: root,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
    plugins: [sourceLocations],
  })
  return files.map((file) => join(folder, relative(root, file).replace(/\.ts$/, '.mjs')))
}

/**
 * Test files for a browser, likewise: a page of tests asks for a few files instead of hundreds.
 *
 * @returns the compiled files of the suite, each where its source is in the folder of that.
 */
export async function compileBrowserTests(suite: string): Promise<string[]> {
  const folder = join(root, 'node_modules/.cache/tests', suite)
  await rm(folder, { recursive: true, force: true })
  const sources = join(root, 'test', suite)
  const files = (await readdir(sources, { recursive: true })).filter((name) => name.endsWith('.test.ts'))
  await build({
    entryPoints: files.map((name) => join(sources, name)),
    outdir: folder,
    outbase: sources,
    bundle: true,
    splitting: true,
    // A module that only registers an element is no module without effect, whatever the package says of its dist/.
    ignoreAnnotations: true,
    external: ['/__web-dev-server__web-socket.js'],
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
  return files.map((name) => join(folder, name.replace(/\.ts$/, '.js')))
}

const sourceLocations: Plugin = {
  name: 'source-locations',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const contents = source
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
      return { contents, loader: 'ts' }
    })
  },
}
