import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { databaseKinds } from '../../support/databases.js'
import { iconFiles } from './icon-files.js'
import { mountPath, openPortal, type Client, type Portal } from './portal.js'

for (const database of databaseKinds) {
  describe(`${database.name}: the address of an icon`, () => {
    let portal: Portal
    let nobody: Client
    let drawing: string
    let photograph: string
    before(async () => {
      portal = await openPortal({ database })
      nobody = portal.as('nobody')
      const { svg, jpg } = await iconFiles()
      drawing = await logoOf(svg, 'icon.svg')
      photograph = await logoOf(jpg, 'icon.jpg')
    })
    after(() => portal.close())

    const logoOf = async (icon: Buffer, file: string) => {
      const app = JSON.stringify({ client_name: 'With icon', organization_id: 'acme' })
      const { body } = await portal
        .as('admin')
        .post(`${mountPath}/apps`)
        .field('app', app)
        .attach('icon', icon, file)
        .expect(201)
      return String(body.logo_uri)
    }

    it('needs no sign-in, may be kept for ever and is nothing but an image', async () => {
      const { headers } = await nobody.get(drawing).expect(200)
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
      assert.equal(headers['content-security-policy'], "default-src 'none'; sandbox")
      assert.equal(headers['cross-origin-resource-policy'], 'cross-origin')
      assert.equal(headers['x-content-type-options'], 'nosniff')
      assert.equal(headers['content-type'], 'image/png')
      assert.equal(headers['vary'], undefined)
      assert.equal(headers['set-cookie'], undefined)
    })

    it('serves a drawing at three scales, and what was pixels at one', async () => {
      for (const [suffix, size] of [
        ['', 32],
        ['@2x', 64],
        ['@3x', 96],
      ] as const) {
        const { body, headers } = await nobody.get(`${drawing}${suffix}`).expect(200)
        assert.equal((await sharp(body).metadata()).width, size)
        assert.equal(headers['content-length'], String(body.length))
      }
      const { body } = await nobody.get(photograph).expect(200)
      assert.equal((await sharp(body).metadata()).width, 32)
      await nobody.get(`${photograph}@2x`).expect(404)
    })

    it('answers 304 to who has the image already, and HEAD without it', async () => {
      const { headers } = await nobody.head(drawing).expect(200)
      const again = await nobody.get(drawing).set('If-None-Match', String(headers['etag'])).expect(304)
      assert.equal(again.headers['cache-control'], 'public, max-age=31536000, immutable')
      assert.notEqual(headers['etag'], (await nobody.head(`${drawing}@2x`)).headers['etag'])
    })

    it('is 404, not to be kept, for what is no icon', async () => {
      const id = drawing.split('/').at(-1) ?? ''
      for (const other of [
        'x',
        `${id}@1x`,
        `${id}@4x`,
        `${id}@2x@2x`,
        id.toUpperCase(),
        `${id}.png`,
        '0'.repeat(64),
        `${id}%00`,
      ]) {
        const answer = await nobody.get(`${mountPath}/icons/${other}`)
        assert.equal(answer.status, 404, other)
        assert.equal(answer.headers['cache-control'], 'no-store')
      }
    })
  })
}
