import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { mountPath, openPortal, type Portal } from './portal.js'

describe('A body that does not arrive', () => {
  let portal: Portal
  before(async () => {
    portal = await openPortal({ uploadTimeoutMs: 200 })
  })
  after(() => portal.close())

  /** Sends the beginning of a request, and waits until the server has hung up. */
  const sendAndWait = (type: string, beginning: string) => {
    const socket = connect(portal.port, '127.0.0.1')
    socket.write(
      `POST ${mountPath}/apps HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer admin\r\n` +
        `Content-Type: ${type}\r\nContent-Length: 1000\r\n\r\n${beginning}`,
    )
    return text(socket)
  }

  for (const [type, beginning] of [
    ['application/json', '{"client_name":'],
    ['multipart/form-data; boundary=B', '--B\r\nContent-Disposition: form-data; name="app"\r\n\r\n{'],
    [
      'multipart/form-data; boundary=B',
      '--B\r\nContent-Disposition: form-data; name="icon"; filename="a.png"\r\n\r\n\x89PNG',
    ],
    ['multipart/form-data; boundary=B', '\x00\xff--B--'],
  ] as const) {
    it(`is given up after its time: ${type}, ${JSON.stringify(beginning.slice(-20))}`, async () => {
      const answer = await sendAndWait(type, beginning)
      assert.match(answer, /^HTTP\/1\.1 400 /)
      assert.match(answer, /\r\nConnection: close\r\n/i)
      assert.match(answer, /"code":"body_malformed"/)
    })
  }

  it('because its sender went away is nobody’s fault', async () => {
    for (const type of ['application/json', 'multipart/form-data; boundary=B']) {
      const socket = connect(portal.port, '127.0.0.1')
      socket.write(
        `POST ${mountPath}/apps HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer admin\r\nContent-Type: ${type}\r\nContent-Length: 1000\r\n\r\n{`,
      )
      socket.end()
      await text(socket)
    }
    await portal.as('admin').get(`${mountPath}/apps`).expect(200)
    assert.deepEqual(
      portal.log.filter((line) => line.includes('could not answer')),
      [],
    )
  })
})
