import { isKnownClient, knownClients, type KnownClient } from '../store/identify-dialect.js'
import { isKnexInstance, poolOf } from '../store/knex-instance.js'
import { fault, got, isRecord, type OptionCheck } from './option-value.js'
import type { OptionFault } from './options-error.js'

/** Milliseconds; requests are told that the server is busy rather than left waiting. */
const longestWait = 5000

/** A configuration, or an instance that neither hangs nor renames what it reads. What it got may hold a password. */
export const checkKnex: OptionCheck = (value, option) => {
  if (isKnexInstance(value)) return checkInstance(value, option)
  const clients = knownClients.join(', ')
  if (!isRecord(value)) {
    return fault(option, `has to be a knex instance or a configuration { client, connection }, got a ${typeof value}`)
  }
  if (!isKnownClient(value['client'])) {
    return fault(`${option}.client`, `has to be one of ${clients}${named(value['client'])}`)
  }
  if (value['connection'] === undefined)
    return fault(`${option}.connection`, 'says where the database is; it is missing')
  return checkRewriting(value, option)
}

/** Not where it may be the address of a database, with its password. */
function named(client: unknown): string {
  return typeof client === 'string' && /^[\w-]{1,30}$/.test(client) ? `, ${got(client)}` : ''
}

function checkInstance(value: object, option: string): OptionFault[] {
  const client = 'client' in value && isRecord(value.client) ? value.client : {}
  const driver = client['driverName']
  if ('isTransaction' in value && value.isTransaction === true) {
    return fault(option, 'is a transaction; give the instance that it came from')
  }
  if (!isKnownClient(driver) || !isPlainDialect(driver, client['dialect'])) {
    return fault(option, `has to use one of the clients ${knownClients.join(', ')}, ${got(client['dialect'])}`)
  }
  return [
    ...checkRewriting(isRecord(client['config']) ? client['config'] : {}, option),
    ...checkPool(value, driver, option),
  ]
}

/** Names of columns that come back as others would be lost. */
function checkRewriting(config: Readonly<Record<string, unknown>>, option: string): OptionFault[] {
  return ['wrapIdentifier', 'postProcessResponse']
    .filter((name) => config[name] !== undefined)
    .flatMap((name) => fault(`${option}.${name}`, 'renames what the plugin reads; give it an instance without'))
}

/** Other databases speak these protocols without keeping their promises. */
function isPlainDialect(driver: KnownClient, dialect: unknown): boolean {
  return { 'better-sqlite3': 'sqlite3', pg: 'postgresql', mysql2: 'mysql' }[driver] === dialect
}

function checkPool(instance: object, driver: KnownClient, option: string): OptionFault[] {
  const pool = poolOf(instance)
  if (!pool) return fault(option, 'has no connections: it was destroyed, or has no connection')
  const faults: OptionFault[] = []
  if (pool.acquireTimeoutMillis > longestWait) {
    const wait = `waits ${pool.acquireTimeoutMillis} ms for a free connection`
    faults.push(...fault(option, `${wait}; set acquireConnectionTimeout: 4000 (at most ${longestWait})`))
  }
  if (driver !== 'better-sqlite3' && pool.min > 0) {
    faults.push(
      ...fault(option, `keeps ${pool.min} connections that a restart of the database breaks; set pool.min: 0`),
    )
  }
  if (driver === 'better-sqlite3' && pool.max > 1) {
    faults.push(...fault(option, `has ${pool.max} connections that block each other in one process; set pool.max: 1`))
  }
  return faults
}
