import type { HonouredFor } from '../registry/honours.js'
import { sql, type Sql } from './sql.js'

/** The rule of `honours` as a condition on the row `app`: it works for them. */
export function worksFor(who: HonouredFor): Sql {
  if (who === 'everybody') return sql`app.status = ${'active'}`
  if (who === 'somebody') return sql`app.status <> ${'disabled'}`
  return sql`(app.status = ${'active'} OR (app.status <> ${'disabled'} AND app.created_by_id = ${who.userId}))`
}
