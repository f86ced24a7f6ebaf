import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'

/** A file of a production build. */
export interface BundledFile {
  readonly name: string
  readonly contents: Uint8Array
  readonly gzipped: number
  /** The modules that something of is left of in it. */
  readonly inputs: readonly string[]
}

export interface HostBundle {
  /** What a page loads at once, its entry first. */
  readonly first: readonly BundledFile[]
  /** What it loads on top of that for each element that it imports when it needs it, at once or from another such one. */
  readonly parts: ReadonlyMap<string, readonly BundledFile[]>
}

/** What a production build of a host makes of a module: the entry, and what is split off it. */
export async function bundle(project: string, code: string): Promise<HostBundle> {
  const outdir = join(project, 'dist')
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: project },
    absWorkingDir: project,
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    write: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'silent',
  })
  const { outputs } = metafile
  const fileOf = (name: string): BundledFile => {
    const { contents } = outputFiles.find(({ path }) => path === join(project, name)) ?? { contents: new Uint8Array() }
    const inputs = Object.entries(outputs[name]?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    return {
      name,
      contents,
      gzipped: gzipSync(contents, { level: 9 }).length,
      inputs: inputs.map(([file]) => file),
    }
  }
  const entry = Object.keys(outputs).find((name) => outputs[name]?.entryPoint === '<stdin>') ?? ''
  const first = loadedWith(entry, outputs)
  const parts = partsOf(first, outputs)
  return {
    first: first.map(fileOf),
    parts: new Map(
      parts.map((name) => [
        basename(outputs[name]?.entryPoint ?? '', '.js'),
        loadedWith(name, outputs)
          .filter((file) => !first.includes(file))
          .map(fileOf),
      ]),
    ),
  }
}

/** A file and those that it cannot do without. */
function loadedWith(name: string, outputs: Metafile['outputs'], found = new Set<string>()): string[] {
  found.add(name)
  for (const next of importsOf(name, 'import-statement', outputs))
    if (!found.has(next)) loadedWith(next, outputs, found)
  return [...found]
}

/** What files load when they need it, and what that loads in its turn. */
function partsOf(files: readonly string[], outputs: Metafile['outputs'], found = new Set<string>()): string[] {
  for (const part of files.flatMap((name) => importsOf(name, 'dynamic-import', outputs))) {
    if (found.has(part)) continue
    found.add(part)
    partsOf(loadedWith(part, outputs), outputs, found)
  }
  return [...found]
}

function importsOf(name: string, kind: 'import-statement' | 'dynamic-import', outputs: Metafile['outputs']): string[] {
  const imports = outputs[name]?.imports ?? []
  return imports.filter((one) => one.kind === kind && !one.external).map(({ path }) => path)
}

export function inputsOf(files: readonly BundledFile[]): string[] {
  return files.flatMap(({ inputs }) => inputs)
}

/** The elements whose classes are in files, in the order of the alphabet. */
export function elementsOf(files: readonly BundledFile[]): string[] {
  return inputsOf(files)
    .flatMap((file) => /([^/]+)\.element\.js$/.exec(file)?.[1] ?? [])
    .sort()
}
