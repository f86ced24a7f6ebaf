/**
 * The server of the benchmark over HTTP, in a process of its own: one database with 100,000 apps, and two ways to the same
 * page of twenty. `/bare` is Express and knex with nothing else: no sign-in, no policy, no rule. Prints its port.
 */
import express from 'express'
import makeKnex from 'knex'
import { createOAuthApps, organizationAdmins } from '../../plugin/index.js'
import { summaryColumns } from '../../plugin/store/app-rows.js'
import { person } from '../support/open-registry.js'
import { largeOrganization } from './sample-apps.js'

const [filename = ''] = process.argv.slice(2)
const connection = { client: 'better-sqlite3', connection: { filename } }
const knex = makeKnex({ ...connection, useNullAsDefault: true })
const amy = person('amy', { [largeOrganization]: 'admin' })
const apps = createOAuthApps({
  knex: connection,
  authenticate: (request) => (request.get('Authorization') === 'Bearer amy' ? amy : null),
  policy: organizationAdmins(),
  scopes: [{ name: 'files:read' }, { name: 'files:write' }],
  publicUrl: 'https://bench.example.com/api',
  rateLimits: false,
})
await apps.migrate()

const host = express()
host.get('/bare', async (_request, response) => {
  const items: unknown = await knex('oauth_app_kit_apps')
    .where('organization_id', largeOrganization)
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'client_id', order: 'desc' },
    ])
    .limit(20)
    .select(summaryColumns)
  response.json({ items })
})
host.use('/api', apps.router)
const server = host.listen(0, () => {
  const address = server.address()
  console.log(typeof address === 'object' ? address?.port : address)
})
process.on('SIGTERM', () => {
  server.close(() => void Promise.all([apps.close(), knex.destroy()]).then(() => process.exit(0)))
})
