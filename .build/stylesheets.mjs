import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = 'components'

/** Publishes what pages link to, under the path that it has among the elements. */
export function stylesheets() {
  return {
    name: 'stylesheets',
    generateBundle() {
      for (const fileName of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.css')))
        this.emitFile({ type: 'asset', fileName, source: readFileSync(join(folder, fileName)) })
    },
  }
}
