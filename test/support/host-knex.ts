import makeKnex, { type Knex } from 'knex'
import { sqlitePragmas } from '../../plugin/store/dialects/sqlite.js'

/** An instance that is a host's own, with all that the plugin asks of one. */
export function hostKnex(config: Knex.Config): Knex {
  const patient = { ...config, acquireConnectionTimeout: 4000 }
  if (config.client !== 'better-sqlite3') return makeKnex({ ...patient, pool: { min: 0, max: 5 } })
  const afterCreate = (connection: { pragma(source: string): unknown }, done: () => void): void => {
    for (const [name, value] of Object.entries(sqlitePragmas)) connection.pragma(`${name} = ${value}`)
    done()
  }
  return makeKnex({ ...patient, useNullAsDefault: true, pool: { min: 1, max: 1, afterCreate } })
}
