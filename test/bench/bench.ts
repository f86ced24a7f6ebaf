/**
 * `npm run bench -- list [--apps 1000,100000,1000000] [--database sqlite,postgresql,mariadb]` measures pages of the list,
 * `npm run bench -- http [--apps 100000] [--rounds 5]` the list over HTTP beside bare Express and knex,
 * `npm run bench -- tokens [--apps 1] [--rounds 5]` tokens beside oidc-provider alone. PostgreSQL and MariaDB are those of
 * TEST_POSTGRES_URL and TEST_MYSQL_URL.
 */
import { parseArgs } from 'node:util'
import { databaseKinds } from '../support/databases.js'
import { benchHttp } from './http-bench.js'
import { benchLists } from './list-bench.js'
import { benchTokens } from './token-bench.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { apps: { type: 'string' }, database: { type: 'string' }, rounds: { type: 'string', default: '5' } },
})
const [what] = positionals
const started = performance.now()
if (what === 'list') {
  const asked = values.database?.toLowerCase().split(',')
  const kinds = databaseKinds.filter(({ name }) => asked?.includes(name.toLowerCase()) ?? true)
  await benchLists(kinds, (values.apps ?? '1000,100000,1000000').split(',').map(Number))
} else if (what === 'http') {
  await benchHttp(Number(values.apps ?? 100_000), Number(values.rounds))
} else if (what === 'tokens') {
  await benchTokens(Number(values.apps ?? 1), Number(values.rounds))
} else {
  throw new Error('Say what to measure: npm run bench -- list, http or tokens')
}
console.log(`\nIn all ${((performance.now() - started) / 60_000).toFixed(1)} minutes`)
