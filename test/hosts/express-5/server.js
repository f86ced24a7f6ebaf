import express from 'express'
import { createOAuthApps, ownApps } from 'oauth-app-kit/express'

const { PORT = '3000', DATABASE = 'oauth-apps.sqlite', PAGES = '../plain-html' } = process.env

const apps = createOAuthApps({
  knex: { client: 'better-sqlite3', connection: { filename: DATABASE }, useNullAsDefault: true },
  // Here goes your own sign-in: whoever it finds, or null.
  authenticate: () => ({ id: 'ada', name: 'Ada Lovelace', organizations: [] }),
  policy: ownApps(),
})
await apps.migrate()

const app = express()
app.use('/api/oauth-apps', apps.router)
app.use((_request, response, next) => {
  response.set(
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'",
  )
  next()
})
app.use('/oauth-app-kit', express.static('node_modules/oauth-app-kit/dist'))
app.use(express.static(PAGES))

const server = app.listen(Number(PORT), () => console.log(`http://localhost:${server.address().port}/`))
