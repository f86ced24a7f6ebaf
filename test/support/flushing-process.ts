import { existsSync, statSync } from 'node:fs'
import { TestRegistry, person } from './open-registry.js'

/** `flushing-process.ts <file> <n>`: creates n apps, and prints how often each one was flushed before it was acknowledged. */
const [filename = '', count = '0'] = process.argv.slice(2)
const log = process.env['FLUSH_LOG'] ?? ''
const flushes = (): number => (existsSync(log) ? statSync(log).size : 0)

const config = { client: 'better-sqlite3', connection: { filename } }
const test = await TestRegistry.on({ config, drop: () => Promise.resolve() })
const counts: number[] = []
for (let created = 0; created < Number(count); created++) {
  const before = flushes()
  await test.create(person('ada'))
  counts.push(flushes() - before)
}
await test.disconnect()
console.log(JSON.stringify(counts))
