import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Knex } from 'knex'

const defaultFile = fileURLToPath(new URL('data/docspace.sqlite', import.meta.url))

/** The knex configuration for `DATABASE_URL`: `sqlite:<file>`, `postgres://…` or `mysql://…`. */
export function databaseConfig(url: string = `sqlite:${defaultFile}`): Knex.Config {
  if (url.startsWith('sqlite:')) {
    const filename = url.slice('sqlite:'.length)
    mkdirSync(dirname(filename), { recursive: true })
    return { client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true }
  }
  if (/^postgres(ql)?:\/\//.test(url)) return { client: 'pg', connection: url }
  if (url.startsWith('mysql://')) return { client: 'mysql2', connection: url }
  throw new Error('DATABASE_URL has to start with sqlite:, postgres:// or mysql://')
}
