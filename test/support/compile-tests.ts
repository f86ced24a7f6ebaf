import { readFile, rm } from 'node:fs/promises'
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
