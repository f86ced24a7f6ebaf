import { AuthorizationHost } from './authorization-host.js'

/** `authorization-process.ts <knex config>`: a node of a host, until it is killed. Prints where it is. */
const [config = '{}'] = process.argv.slice(2)
const database = { config: JSON.parse(config) as object, drop: () => Promise.resolve() }
console.log((await AuthorizationHost.on(database)).origin)
