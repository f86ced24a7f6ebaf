import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import esbuild from 'rollup-plugin-esbuild'
import { decorators } from './.build/decorators.mjs'
import { importOrder } from './.build/import-order.mjs'
import { isElement, manifest } from './.build/manifest.mjs'
import { stylesheets } from './.build/stylesheets.mjs'
import { templates } from './.build/templates.mjs'

// Nobody may see half a build: it is made aside, on the same file system, and takes the place of dist/ when it is whole.
mkdirSync('node_modules/.cache', { recursive: true })
const workshop = mkdtempSync('node_modules/.cache/build-')
const staged = join(workshop, 'dist')
process.on('exit', () => rmSync(workshop, { recursive: true, force: true }))

const isEntry = (file) =>
  isElement(file) ||
  /^components\/(define|index|locales\/.+)\.ts$/.test(file) ||
  /^plugin\/(browser|index|(authorization-server|contract)\/index)\.ts$/.test(file) ||
  // Render processes are started by path, so no import leads to them.
  /^plugin\/.+-worker\.ts$/.test(file)

const sources = ['components', 'plugin'].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => file.endsWith('.ts'))
    .sort(),
)

// Modules are always read as UTF-8, and escapes would treble the size of some languages.
const typescript = esbuild({ target: 'es2022', tsconfig: 'tsconfig.json', charset: 'utf8' })

/** A warning is a mistake in what is published: an unresolved import, a cycle, an empty entry. */
const onLog = (level, log, handle) => handle(level === 'warn' ? 'error' : level, log)

const modules = {
  input: Object.fromEntries(sources.filter(isEntry).map((file) => [file.replace(/\.ts$/, ''), file])),
  external: (id) => !/^[./]/.test(id),
  output: { dir: staged, format: 'es', preserveModules: true, preserveModulesRoot: '.' },
  plugins: [
    nodeResolve({ extensions: ['.ts'], ignoreSideEffectsForRoot: true }),
    typescript,
    decorators(),
    templates(),
    importOrder(),
    stylesheets(),
    declarations(),
    manifest(sources, staged),
  ],
  onLog,
}

const cdn = {
  input: { 'oauth-app-kit': 'components/cdn.ts' },
  // What the modules load when it is needed comes at once, too: a page without a build has one file to copy.
  output: { dir: join(staged, 'cdn'), format: 'es', inlineDynamicImports: true },
  plugins: [
    nodeResolve({ browser: true, ignoreSideEffectsForRoot: true }),
    typescript,
    decorators(),
    templates(),
    terser({ ecma: 2020, module: true }),
    publish(),
  ],
  onLog,
}

export default [modules, cdn]

/** Writes the types beside the modules. */
function declarations() {
  return {
    name: 'declarations',
    writeBundle: () =>
      promisify(execFile)(process.execPath, [
        'node_modules/typescript/bin/tsc',
        ...['-p', 'tsconfig.build.json', '--outDir', staged],
      ]).catch(({ stdout }) => {
        throw new Error(`No types could be made:\n${stdout}`)
      }),
  }
}

/** Puts the finished build in the place of the one before. */
function publish() {
  return {
    name: 'publish',
    writeBundle() {
      for (;;) {
        try {
          renameSync('dist', join(workshop, 'before'))
        } catch (error) {
          if (error.code !== 'ENOENT') throw error
        }
        try {
          renameSync(staged, 'dist')
          return
        } catch (error) {
          // Another build was quicker; the later one stays.
          if (error.code !== 'ENOTEMPTY') throw error
          rmSync(join(workshop, 'before'), { recursive: true, force: true })
        }
      }
    },
  }
}
