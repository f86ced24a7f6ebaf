import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import * as z from 'zod/mini'
import { AppSchema, routes } from '../../../plugin/contract/index.js'
import { mountPath, openPortal, type Portal } from './portal.js'

interface OpenApi {
  readonly openapi: string
  readonly servers: { url: string }[]
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { schemas: Record<string, object> }
}

interface Operation {
  readonly operationId: string
  readonly security?: object[]
  readonly parameters?: { in: string; name: string; required?: boolean }[]
  readonly requestBody?: { required?: boolean; content: Record<string, object> }
  readonly responses: Record<string, { headers?: Record<string, object>; content?: Record<string, object> }>
}

describe('The OpenAPI document', () => {
  let portal: Portal
  let document: OpenApi
  before(async () => {
    portal = await openPortal()
    const { body } = await portal.as('nobody').get(`${mountPath}/openapi.json`).expect(200)
    document = body
  })
  after(() => portal.close())

  const operation = (method: string, path: string): Operation => {
    const found = document.paths[path]?.[method]
    assert.ok(found, `${method} ${path}`)
    return found
  }

  it('is valid as OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate({ ...structuredClone(document) })
    assert.ok(valid, JSON.stringify(errors, null, 2))
    assert.equal(document.openapi, '3.1.0')
  })

  it('names the address that the router is mounted at', async () => {
    assert.deepEqual(document.servers, [{ url: mountPath }])
    const url = 'https://portal.example.com/oauth'
    const other = await openPortal({ publicUrl: url })
    const { body } = await other.as('nobody').get(`${mountPath}/openapi.json`)
    assert.deepEqual(body.servers, [{ url }])
    await other.close()
  })

  it('has every route that the host is set up for, and says which ones need no sign-in', async () => {
    const { body } = await portal.as('admin').get(`${mountPath}/config`).expect(200)
    const there = Object.entries(routes).filter(([, route]) => !('needs' in route) || body.capabilities[route.needs])
    assert.ok(there.length < Object.keys(routes).length)
    const described = Object.values(document.paths).flatMap((path) => Object.values(path))
    assert.deepEqual(described.map(({ operationId }) => operationId).sort(), there.map(([name]) => name).sort())
    const open = described.filter(({ security }) => security?.length === 0).map(({ operationId }) => operationId)
    assert.deepEqual(open.sort(), ['getIcon', 'getOpenApi', 'getPublicApp'])
  })

  it('says what comes with an answer: when to come back, and how to sign in', () => {
    const { responses } = operation('post', '/apps/{client_id}/disable')
    assert.deepEqual(Object.keys(responses['503']?.headers ?? {}), ['Retry-After'])
    assert.deepEqual(Object.keys(responses['401']?.headers ?? {}), ['WWW-Authenticate'])
    assert.equal(responses['404']?.headers, undefined)
  })

  it('describes the audit log as a page and as a file, without the version that only an app has', () => {
    const { responses, parameters = [] } = operation('get', '/apps/{client_id}/events')
    assert.deepEqual(Object.keys(responses['200']?.content ?? {}), ['application/json', 'text/csv'])
    assert.deepEqual(Object.keys(responses['200']?.headers ?? {}), ['Content-Disposition'])
    const query = parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name)
    assert.deepEqual(query, ['action', 'actor_id', 'since', 'until', 'limit', 'cursor', 'format'])
  })

  it('is valid, too, where a host is set up for more', async () => {
    const more = await openPortal({
      findPrincipal: () => null,
      findOwners: () => [],
      registration: { verifyInitialAccessToken: () => null },
    })
    const { body } = await more.as('nobody').get(`${mountPath}/openapi.json`).expect(200)
    await more.close()
    const { valid, errors } = await new Validator().validate({ ...body })
    assert.ok(valid, JSON.stringify(errors, null, 2))
    assert.ok('/apps/{client_id}/owners' in body.paths)
    assert.ok('/apps/{client_id}/reassign' in body.paths)
  })

  it('describes both ways to create an app, and what it answers', () => {
    const create = operation('post', '/apps')
    assert.deepEqual(Object.keys(create.requestBody?.content ?? {}), ['application/json', 'multipart/form-data'])
    assert.deepEqual(Object.keys(create.responses['201']?.headers ?? {}), ['ETag', 'Location'])
    const failures = ['400', '401', '403', '404', '409', '413', '415', '422', '429', '500', '503']
    assert.deepEqual(Object.keys(create.responses), ['200', '201', ...failures])
    assert.deepEqual(Object.keys(create.responses['400']?.content ?? {}), ['application/problem+json'])
  })

  it('says that a request to create an app may be sent again, and what is answered then', () => {
    const create = operation('post', '/apps')
    assert.deepEqual(
      create.parameters?.map(({ in: place, name, required = false }) => [place, name, required]),
      [['header', 'Idempotency-Key', false]],
    )
    const repeat = create.responses['200']
    assert.deepEqual(Object.keys(repeat?.headers ?? {}), ['ETag', 'Location', 'Idempotency-Replayed'])
    assert.deepEqual(Object.keys(repeat?.content ?? {}), ['application/json'])
  })

  it('says that a change needs the version and may be a merge patch, and that a secret needs no body', () => {
    const parameters = operation('patch', '/apps/{client_id}').parameters ?? []
    assert.deepEqual(
      parameters.map(({ in: place, name, required }) => [place, name, required]),
      [
        ['path', 'client_id', true],
        ['header', 'If-Match', true],
      ],
    )
    const types = Object.keys(operation('patch', '/apps/{client_id}').requestBody?.content ?? {})
    assert.deepEqual(types, ['application/json', 'application/merge-patch+json', 'multipart/form-data'])
    const deletion = operation('delete', '/apps/{client_id}').parameters ?? []
    assert.equal(deletion.find(({ name }) => name === 'If-Match')?.required ?? false, false)
    assert.ok(deletion.some(({ name }) => name === 'If-Match'))
    assert.notEqual(operation('post', '/apps/{client_id}/secrets').requestBody?.required, true)
  })

  it('names its schemas without writing into the registry that the host’s own schemas are in', () => {
    assert.ok(['App', 'AppInput', 'AppWithSecret', 'Problem'].every((name) => name in document.components.schemas))
    assert.equal(z.globalRegistry.get(AppSchema), undefined)
  })
})
