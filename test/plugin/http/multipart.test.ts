import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { iconLimits } from '../../../plugin/contract/limits.js'
import { iconFiles, largePng } from './icon-files.js'
import { malformedBodies, part } from './malformed-multipart.js'
import { mountPath, openPortal, type Client, type Portal } from './portal.js'

const app = JSON.stringify({ client_name: 'Uploaded', organization_id: 'acme' })

describe('A multipart body', () => {
  let portal: Portal
  let admin: Client
  before(async () => {
    portal = await openPortal()
    admin = portal.as('admin')
  })
  after(() => portal.close())

  const post = () => admin.post(`${mountPath}/apps`)
  const faultsOf = (answer: { body: { errors: { pointer: string; code: string }[] } }) =>
    answer.body.errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()

  it('may have its part "app" as a Blob, as browsers send it', async () => {
    await post().attach('app', Buffer.from(app), { filename: 'blob', contentType: 'application/json' }).expect(201)
  })

  it('may have an empty file input, which is no icon', async () => {
    const parts = [
      part('Content-Disposition: form-data; name="app"', app),
      part('Content-Disposition: form-data; name="icon"; filename=""\r\nContent-Type: application/octet-stream', ''),
    ]
    const body = `${parts.join('')}--B--\r\n`
    await post().set('Content-Type', 'multipart/form-data; boundary=B').send(body).expect(201)
  })

  it('is told about every part that there is not, by its name', async () => {
    const answer = await post()
      .field('app', app)
      .field('client_name', 'x')
      .field('__proto__', 'x')
      .attach('logo', Buffer.from('x'), 'x.png')
    assert.equal(answer.status, 400)
    assert.deepEqual(faultsOf(answer), [
      '/__proto__ unknown_member',
      '/client_name unknown_member',
      '/logo unknown_member',
    ])
  })

  it('is told about a part whose name would build an object', async () => {
    const answer = await post().field('app', app).field('app[client_name]', 'x')
    assert.equal(answer.status, 400)
    assert.deepEqual(faultsOf(answer), ['/app[client_name] unknown_member'])
  })

  it('is told about parts that are there twice', async () => {
    const { png } = await iconFiles()
    const answer = await post()
      .field('app', app)
      .field('app', app)
      .attach('icon', png, 'a.png')
      .attach('icon', png, 'b.png')
    assert.equal(answer.status, 400)
    assert.deepEqual(faultsOf(answer), ['/app too_many', '/icon too_many'])
  })

  it('is told when the icon is text, and when it is in both places', async () => {
    const { png } = await iconFiles()
    const text = await post().field('app', app).field('icon', 'data:')
    assert.deepEqual(faultsOf(text), ['/icon wrong_type'])
    const both = await post()
      .field('app', '{"client_name":"x","organization_id":"acme","icon":null}')
      .attach('icon', png, 'a.png')
    assert.deepEqual(faultsOf(both), ['/icon too_many'])
  })

  it('is told about its icon and its members at once', async () => {
    const answer = await post()
      .field('app', '{"client_name":"","organization_id":"acme","redirect_uris":["x"]}')
      .attach('icon', await largePng(), 'a.png')
    assert.equal(answer.status, 400)
    assert.deepEqual(faultsOf(answer), [
      '/client_name text_required',
      '/icon icon_dimensions',
      '/redirect_uris/0 uri_not_absolute',
    ])
  })

  for (const bytes of [iconLimits.bytes + 1, 4 * 1024 * 1024]) {
    it(`is refused with 413 for an icon of ${bytes} bytes, and told everything else as well`, async () => {
      const answer = await post()
        .field('app', '{"organization_id":"acme"}')
        .attach('icon', Buffer.alloc(bytes), 'a.png')
      assert.equal(answer.status, 413)
      assert.equal(answer.body.code, 'too_large')
      assert.deepEqual(faultsOf(answer), ['/client_name text_required', '/icon icon_too_large'])
      const fault = answer.body.errors.find(({ pointer }: { pointer: string }) => pointer === '/icon')
      assert.equal(fault.max, iconLimits.bytes)
    })
  }

  it('is refused with 413 where a file is so large that nobody reads it to its end', async () => {
    const answer = await post()
      .field('app', app)
      .attach('icon', Buffer.alloc(17 * 1024 * 1024), 'a.png')
    assert.equal(answer.status, 413)
    assert.deepEqual(faultsOf(answer), ['/icon icon_too_large'])
  })

  it('is refused with 413 where the part "app" is too large', async () => {
    const huge = `{"client_name":"${'x'.repeat(300_000)}"}`
    assert.equal((await post().field('app', huge)).body.code, 'too_large')
    assert.equal((await post().attach('app', Buffer.from(huge), 'blob')).body.code, 'too_large')
  })

  it('is refused where the part "app" is not JSON in UTF-8', async () => {
    assert.equal((await post().field('app', '{')).body.code, 'body_malformed')
    assert.equal(
      (await post().attach('app', Buffer.from('{"a":"\xff"}', 'latin1'), 'blob')).body.code,
      'body_malformed',
    )
  })

  for (const [title, { type, body }] of Object.entries(malformedBodies)) {
    it(`is refused as malformed, never with 500: ${title}`, async () => {
      const answer = await post().set('Content-Type', type).send(body)
      assert.ok([400, 413, 415].includes(answer.status), `got ${answer.status} ${answer.text}`)
      assert.equal(answer.headers['content-type'], 'application/problem+json')
    })
  }

  it('leaves nothing in the log when it is malformed', () => {
    assert.deepEqual(
      portal.log.filter((line) => line.includes('could not answer')),
      [],
    )
  })
})
