import assert from 'node:assert/strict'
import Module, { createRequire } from 'node:module'
import { after, before, describe, it } from 'node:test'
import type express from 'express'
import { iconFiles } from './icon-files.js'
import { mountPath, openPortal, type Client, type Portal } from './portal.js'

const apps = `${mountPath}/apps`
const members = { client_name: 'On Express 4', organization_id: 'acme' }

/** Node's own resolution of `require`, so that a host can be played that has Express 4 installed. */
const loader = Module as unknown as { _resolveFilename: (name: string, ...rest: unknown[]) => string }
const resolve = loader._resolveFilename.bind(loader)
const redirected: string[] = []

describe('A host with Express 4', () => {
  let portal: Portal
  let admin: Client
  before(async () => {
    loader._resolveFilename = (name, ...rest) => {
      if (name === 'express') redirected.push(name)
      return resolve(name === 'express' ? 'express-4' : name, ...rest)
    }
    const createHost = createRequire(import.meta.url)('express') as typeof express
    portal = await openPortal({ createHost })
    admin = portal.as('admin')
  })
  after(async () => {
    loader._resolveFilename = resolve
    await portal.close()
  })

  it('gets its router from that', () => {
    assert.ok(redirected.length > 1)
  })

  it('has apps created, read, changed and deleted', async () => {
    const origin = { Origin: `http://127.0.0.1:${portal.port}` }
    const { body, headers } = await admin.post(apps).set(origin).send(members).expect(201)
    const address = `${apps}/${String(body.client_id)}`
    assert.equal(headers['location'], address)
    await admin.get(address).set('If-None-Match', '"1"').expect(304)
    await admin.head(address).expect(200)
    await admin.patch(address).set('If-Match', '"1"').send({ client_name: 'Changed' }).expect(200)
    await admin.post(`${address}/secrets`).expect(201)
    await admin.delete(address).expect(204)
  })

  it('takes uploads and serves icons', async () => {
    const { png } = await iconFiles()
    const { body } = await admin
      .post(apps)
      .field('app', JSON.stringify(members))
      .attach('icon', png, 'a.png')
      .expect(201)
    const icon = await admin.get(String(body.logo_uri)).expect(200)
    assert.equal(icon.headers['content-type'], 'image/png')
  })

  it('gets every error as problem+json', async () => {
    for (const [answer, status] of [
      [await portal.as('nobody').get(apps), 401],
      [await admin.post(apps).type('json').send('{'), 400],
      [await admin.post(apps).type('multipart/form-data').send('x'), 400],
      [await admin.post(apps).type('text/plain').send('x'), 415],
      [await admin.post(apps).send({ client_name: 'x'.repeat(600 * 1024) }), 413],
      [await admin.get(`${apps}/%zz`), 400],
      [await admin.get(`${apps}/none`), 404],
      [await admin.get(`${mountPath}/nothing`), 404],
      [await admin.put(apps), 405],
      [await admin.delete(`${apps}/none`).set('Origin', 'null'), 403],
    ] as const) {
      assert.equal(answer.status, status)
      assert.equal(answer.headers['content-type'], 'application/problem+json')
    }
  })
})
