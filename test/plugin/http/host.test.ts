import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import express from 'express'
import { iconFiles } from './icon-files.js'
import { mountPath, openPortal, type Portal } from './portal.js'

const apps = `${mountPath}/apps`
const members = { client_name: 'Hosted', organization_id: 'acme' }

async function withPortal(options: Parameters<typeof openPortal>[0], use: (portal: Portal) => Promise<void>) {
  const portal = await openPortal(options)
  try {
    await use(portal)
  } finally {
    await portal.close()
  }
}

describe('The host of the router', () => {
  it('may read JSON bodies before it does', () =>
    withPortal({ prepare: (host) => host.use(express.json()) }, async (portal) => {
      const admin = portal.as('admin')
      await admin.post(apps).send(members).expect(201)
      const { png } = await iconFiles()
      await admin.post(apps).field('app', JSON.stringify(members)).attach('icon', png, 'icon.png').expect(201)
      const list = await admin.post(apps).send([members]).expect(400)
      assert.equal(list.body.errors[0].code, 'wrong_type')
    }))

  it('is told in its log when it reads uploads before the router can', () =>
    withPortal({ prepare: (host) => host.use(express.raw({ type: () => true })) }, async (portal) => {
      const answer = await portal.as('admin').post(apps).field('app', JSON.stringify(members))
      assert.equal(answer.status, 500)
      assert.match(portal.log.join('\n'), /mount it before what reads uploads/)
    }))

  it('may have any settings for queries, ETags and JSON', () => {
    const prepare = (host: express.Express) =>
      host.set('query parser', 'extended').set('json spaces', 2).set('etag', 'strong').set('strict routing', true)
    return withPortal({ prepare }, async (portal) => {
      const admin = portal.as('admin')
      const { text, headers } = await admin.get(`${apps}?limit=1`).expect(200)
      assert.ok(!text.includes('\n'))
      assert.equal(headers['etag'], undefined)
      const { body } = await admin.get(`${apps}?q[a][b]=c`).expect(400)
      assert.deepEqual(
        body.errors.map(({ pointer }: { pointer: string }) => pointer),
        ['/q[a][b]'],
      )
    })
  })

  it('keeps what it has said that answers vary by', () => {
    const prepare = (host: express.Express) =>
      host.use((_request, response, next) => {
        response.vary('Accept-Encoding')
        next()
      })
    return withPortal({ prepare }, async (portal) => {
      const { headers } = await portal.as('admin').get(apps)
      assert.equal(headers['vary'], 'Accept-Encoding, Cookie, Authorization')
    })
  })
})
