import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

export interface WorkerScript {
  readonly path: string
  /** Options that Node needs to run it. */
  readonly execArgv: readonly string[]
}

/** The script of a render process: as it was built, or from the source by way of tsx where nothing is built. */
export function renderWorkerScript(): WorkerScript {
  const built = fileURLToPath(new URL('./render-worker.js', import.meta.url))
  if (existsSync(built)) return { path: built, execArgv: [] }
  const tsx = createRequire(import.meta.url).resolve('tsx')
  return {
    path: fileURLToPath(new URL('./render-worker.ts', import.meta.url)),
    execArgv: ['--import', pathToFileURL(tsx).href],
  }
}
