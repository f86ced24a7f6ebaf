import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { esbuildPlugin } from '@web/dev-server-esbuild'
import { defaultReporter } from '@web/test-runner'
import { playwrightLauncher } from '@web/test-runner-playwright'
import { tsImport } from 'tsx/esm/api'

const { chromiumLaunchOptions } = await tsImport('./test/support/chromium.ts', import.meta.url)
const { accessibilityTreeCommand } = await tsImport('./test/support/accessibility-tree-command.ts', import.meta.url)
const { compileBrowserTests } = await tsImport('./test/support/compile-tests.ts', import.meta.url)
const { networkCommand } = await tsImport('./test/support/network-command.ts', import.meta.url)
const { browserReporter } = await tsImport('./test/support/browser-reporter.ts', import.meta.url)

const sharedFolder = join(import.meta.dirname, '../shared')

/** Serves the verdicts that lie beside the checkout, so that the browser is held to the same ones as Node. */
async function serveSharedVectors(context, next) {
  if (context.path === '/__shared/required') {
    context.body = String(Boolean(process.env.CI))
    return
  }
  if (!context.path.startsWith('/__shared/vectors/')) return next()
  try {
    context.body = await readFile(join(sharedFolder, 'vectors', basename(context.path)), 'utf8')
    context.type = 'json'
  } catch {
    context.status = 404
  }
}

export default {
  // Files that the command line names are taken as they are, one module at a time.
  files: await compileBrowserTests('components'),
  nodeResolve: true,
  // A page waits as long as it computes.
  concurrency: 4,
  browsers: [playwrightLauncher({ product: 'chromium', launchOptions: chromiumLaunchOptions() })],
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: join(import.meta.dirname, 'tsconfig.json') }),
    accessibilityTreeCommand(),
    networkCommand(),
  ],
  middleware: [serveSharedVectors],
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 180_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestResults: true }), browserReporter()],
}
