import type { Knex } from 'knex'
import type { AppListQuery } from '../../plugin/contract/app-list.js'
import type { Principal } from '../../plugin/principal.js'
import { writeCursor } from '../../plugin/registry/page-cursor.js'
import { person } from '../support/open-registry.js'
import { commonWord, largeOrganization, rareWord } from './sample-apps.js'

/** One query of the table: who asks for which page, in which order. */
export interface ListQuery {
  readonly page: string
  readonly who: string
  readonly sort: 'created_at' | 'client_name'
  readonly principal: Principal
  readonly query: AppListQuery
  /** Half way down the list. */
  readonly deep?: true
}

const pages: Readonly<Record<string, AppListQuery & { deep?: true }>> = {
  'first page': {},
  'deep page': { deep: true },
  'status disabled': { status: 'disabled' },
  'rare word': { q: rareWord },
  'common word': { q: commonWord },
  'unused for 90 days': { unused_for_days: 90 },
  'secret expires within 14 days': { secret_expires_within_days: 14 },
}

const callers = {
  'one organisation': person('amy', { [largeOrganization]: 'admin' }),
  'all apps': { ...person('root'), administrator: true },
}

/** Each kind of page, of the large organisation for its admin and of all apps for an administrator, in each order. */
export const listQueries: readonly ListQuery[] = Object.entries(pages).flatMap(([page, { deep, ...query }]) =>
  Object.entries(callers).flatMap(([who, principal]) =>
    (['created_at', 'client_name'] as const).map((sort) => ({
      page,
      who,
      sort,
      principal,
      query: { ...query, sort: sort === 'created_at' ? '-created_at' : sort },
      ...(deep && { deep }),
    })),
  ),
)

/** The query as it is for this database: a deep page begins after the app that stands in the middle. */
export async function preparedQuery(knex: Knex, { deep, sort, query, principal }: ListQuery): Promise<AppListQuery> {
  if (!deep) return query
  const column = sort === 'created_at' ? 'created_at' : 'name_sort'
  const apps = knex('oauth_app_kit_apps')
  if (!principal.administrator) void apps.where('organization_id', largeOrganization)
  const [{ count = 0 } = {}] = await apps.clone().count({ count: '*' })
  const middle = await apps
    .orderBy([column, 'client_id'])
    .offset(Math.floor(Number(count) / 2))
    .first<Record<string, string | number>>(column, 'client_id')
  const value = sort === 'created_at' ? Number(middle[column]) : String(middle[column])
  const cursor = writeCursor(sort === 'created_at' ? '-created_at' : sort, {
    value,
    clientId: String(middle['client_id']),
  })
  return { ...query, cursor }
}
