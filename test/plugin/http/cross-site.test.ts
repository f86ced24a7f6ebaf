import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { mountPath, openPortal, type Portal } from './portal.js'

describe('A request that another site makes with the user’s cookies', () => {
  let portal: Portal
  before(async () => {
    portal = await openPortal({ trustedOrigins: ['https://admin.example.com'] })
  })
  after(() => portal.close())

  const own = () => `http://127.0.0.1:${portal.port}`
  const cases: [title: string, headers: () => Record<string, string>, verdict: 'passes' | 'refused'][] = [
    ['of a program, which says nothing about its origin', () => ({}), 'passes'],
    ['of a page of the same origin', () => ({ 'Sec-Fetch-Site': 'same-origin', Origin: own() }), 'passes'],
    ['that the user typed', () => ({ 'Sec-Fetch-Site': 'none' }), 'passes'],
    ['of the same origin in an older browser', () => ({ Origin: own() }), 'passes'],
    ['of a trusted origin', () => ({ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://admin.example.com' }), 'passes'],
    ['of a trusted origin in an older browser', () => ({ Origin: 'https://admin.example.com' }), 'passes'],
    ['of another site', () => ({ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }), 'refused'],
    ['of another site that hides its origin', () => ({ 'Sec-Fetch-Site': 'cross-site' }), 'refused'],
    ['of a sandboxed page', () => ({ 'Sec-Fetch-Site': 'cross-site', Origin: 'null' }), 'refused'],
    ['of a sandboxed page in an older browser', () => ({ Origin: 'null' }), 'refused'],
    ['of a sibling domain', () => ({ 'Sec-Fetch-Site': 'same-site', Origin: 'https://blog.example.com' }), 'refused'],
    ['of another site in an older browser', () => ({ Origin: 'https://evil.example' }), 'refused'],
    ['of the same host under another scheme', () => ({ Origin: own().replace('http:', 'https:') }), 'refused'],
    ['of the same host on another port', () => ({ Origin: 'http://127.0.0.1:1' }), 'refused'],
    [
      'of an origin that begins like a trusted one',
      () => ({ Origin: 'https://admin.example.com.evil.example' }),
      'refused',
    ],
    ['of an origin that only a forged proxy header makes ours', () => forged, 'refused'],
    ['with a Sec-Fetch-Site that no browser sends', () => ({ 'Sec-Fetch-Site': 'friendly' }), 'refused'],
  ]
  const forged = { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' }

  for (const [title, headers, verdict] of cases) {
    it(`is ${verdict === 'passes' ? 'let through' : 'refused'}: a change ${title}`, async () => {
      const admin = portal.as('admin')
      const change = () => admin.post(`${mountPath}/apps`).set(headers())
      const json = await change().send({ client_name: 'Whose?', organization_id: 'acme' })
      const upload = await change().field('app', '{"client_name":"Whose?","organization_id":"acme"}')
      for (const answer of [json, upload]) {
        assert.equal(answer.status, verdict === 'passes' ? 201 : 403)
        assert.equal(answer.body.code, verdict === 'passes' ? undefined : 'cross_site')
      }
      await admin.get(`${mountPath}/apps`).set(headers()).expect(200)
    })
  }

  it('is refused before anybody is asked who it is', async () => {
    const answer = await portal.as('nobody').delete(`${mountPath}/apps/x`).set('Sec-Fetch-Site', 'cross-site')
    assert.equal(answer.status, 403)
  })

  it('is refused for every method that changes something', async () => {
    const from = { 'Sec-Fetch-Site': 'cross-site' }
    const admin = portal.as('admin')
    for (const request of [
      admin.patch(`${mountPath}/apps/x`),
      admin.delete(`${mountPath}/apps/x`),
      admin.post(`${mountPath}/apps/x/enable`),
      admin.post(`${mountPath}/apps/x/disable`),
      admin.post(`${mountPath}/apps/x/secrets`),
      admin.delete(`${mountPath}/apps/x/secrets/y`),
    ]) {
      const answer = await request.set(from)
      assert.equal(answer.body.code, 'cross_site')
    }
  })

  it('gets no CORS header, also where it is let through', async () => {
    const origin = { Origin: 'https://admin.example.com' }
    const admin = portal.as('admin')
    for (const answer of [
      await admin.get(`${mountPath}/apps`).set(origin),
      await admin.options(`${mountPath}/apps`).set({ ...origin, 'Access-Control-Request-Method': 'POST' }),
    ]) {
      assert.deepEqual(
        Object.keys(answer.headers).filter((name) => name.startsWith('access-control-')),
        [],
      )
    }
  })
})

describe('A router behind a proxy', () => {
  it('takes its own origin from publicUrl', async () => {
    const portal = await openPortal({ publicUrl: `https://portal.example.com${mountPath}` })
    const answer = await portal
      .as('admin')
      .post(`${mountPath}/apps`)
      .set('Origin', 'https://portal.example.com')
      .send({ client_name: 'Behind a proxy', organization_id: 'acme' })
      .expect(201)
    assert.equal(
      answer.headers['location'],
      `https://portal.example.com${mountPath}/apps/${String(answer.body.client_id)}`,
    )
    await portal.close()
  })

  it('believes X-Forwarded headers where the host says "trust proxy"', async () => {
    const portal = await openPortal({ prepare: (host) => host.set('trust proxy', 'loopback') })
    await portal
      .as('admin')
      .post(`${mountPath}/apps`)
      .set({
        Origin: 'https://portal.example.com',
        'X-Forwarded-Proto': 'https',
        'X-Forwarded-Host': 'portal.example.com',
      })
      .send({ client_name: 'Behind a proxy', organization_id: 'acme' })
      .expect(201)
    await portal.close()
  })
})
