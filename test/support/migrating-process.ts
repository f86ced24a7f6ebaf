import { once } from 'node:events'
import { openDatabase } from '../../plugin/store/open-database.js'

/** `migrating-process.ts <knex config> <n>`: migrates when its input ends, and is killed before the nth statement. */
const [config = '{}', killBefore = 'Infinity'] = process.argv.slice(2)
let statements = 0

const logger = {
  debug(_details: object, message: string) {
    if (message === 'database.statement' && ++statements >= Number(killBefore)) process.kill(process.pid, 'SIGKILL')
  },
  info: (_details: object, message: string) => console.log(message),
  warn: console.warn,
  error: console.error,
}

const database = openDatabase(JSON.parse(config) as object, { logger, clock: Date.now })
console.log('ready')
process.stdin.resume()
await once(process.stdin, 'end')
await database.migrate()
await database.close()
