import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { operations } from '../../plugin/contract/operations.js'
import { sqliteKind, type TestDatabase } from '../support/databases.js'
import { RunningDemo } from '../support/running-demo.js'

const run = promisify(execFile)

describe('SQLite: the API reference of the organization portal', () => {
  let database: TestDatabase
  let demo: RunningDemo
  let page: string
  before(async () => {
    database = await sqliteKind.create()
    demo = await RunningDemo.start(database)
    page = await (await fetch(`${demo.url}organization/reference`)).text()
  })
  after(async () => {
    await demo.stop()
    await database.drop()
  })

  it('has a section and a command for every operation of the API', async () => {
    const document = (await (await demo.call('organization', 'GET', '/openapi.json')).json()) as {
      paths: Record<string, Record<string, { operationId: string }>>
    }
    const ids = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    )
    assert.ok(ids.length >= 12)
    for (const id of ids) {
      assert.ok(section(id).includes('class="route"'), id)
      assert.ok(command(id).startsWith('curl '), id)
    }
  })

  it('shows the fields of this portal with their limits, and none that it hides', () => {
    const create = text(section('createApp'))
    assert.match(create, /client_name string required Shown on .*? 1 to 100 characters\./)
    assert.match(create, /description .*? At most 500 characters\./)
    assert.match(create, /redirect_uris array of string .*? At most 1 entry\./)
    assert.match(create, /scopes array of string required .*?read:user write:user .* admin:organization admin:all/)
    assert.ok(!text(section('createApp').split('Answer ')[0] ?? '').includes('allowed_origins'))
  })

  it('shows each problem of an operation with its status', () => {
    const problems = text(section('updateApp'))
    for (const code of operations.updateApp.problems) assert.ok(problems.includes(code), code)
    assert.match(problems, /412 stale/)
    assert.match(problems, /428 if_match_required/)
  })

  it('explains every placeholder of its commands', () => {
    const explained = text(page.slice(page.indexOf('id="placeholders"'), page.indexOf('id="applications"')))
    const used = [...page.matchAll(/<code id="curl-\w+">([^<]*)<\/code>/g)].flatMap(([, shown = '']) =>
      [...shown.matchAll(/\$(\w+)/g)].map(([name]) => name),
    )
    assert.ok(used.includes('$CLIENT_ID') && used.includes('$ETAG'))
    for (const name of used) assert.ok(explained.includes(name), name)
  })

  it('has commands that do what they say, one after the other', async () => {
    const created = await curl('createApp')
    assert.equal(created.status, 201)
    assert.match(String(created.body['client_secret']), /^oak_/)
    const CLIENT_ID = String(created.body['client_id'])

    const { items } = (await curl('listApps')).body as { items: { client_id: string }[] }
    assert.deepEqual(
      items.map((item) => item.client_id),
      [CLIENT_ID],
    )

    const read = await curl('getApp', { CLIENT_ID })
    assert.equal(read.body['client_name'], 'Deploy bot')
    const changed = await curl('updateApp', { CLIENT_ID, ETAG: read.etag })
    assert.equal(changed.status, 200)
    assert.equal(changed.body['description'], 'Tells the team what was deployed, and by whom.')
    assert.equal((await curl('updateApp', { CLIENT_ID, ETAG: read.etag })).body['code'], 'stale')

    const [first] = created.body['secrets'] as { id: string }[]
    const rotated = await curl('addSecret', { CLIENT_ID })
    assert.match(String(rotated.body['client_secret']), /^oak_/)
    const ended = await curl('endSecret', { CLIENT_ID, SECRET_ID: first?.id ?? '' })
    assert.equal((ended.body['secrets'] as unknown[]).length, 1)

    assert.equal(((await curl('disableApp', { CLIENT_ID })).body['app'] as { status: string }).status, 'disabled')
    assert.equal(((await curl('enableApp', { CLIENT_ID })).body['app'] as { status: string }).status, 'active')
    await curl('deleteApp', { CLIENT_ID })
    assert.deepEqual((await curl('listApps')).body['items'], [])
  })

  function section(id: string): string {
    const start = page.indexOf(`<section class="operation" id="${id}"`)
    assert.ok(start > 0, `there is no section for ${id}`)
    return page.slice(start, page.indexOf('</section>', start))
  }

  function command(id: string): string {
    return decode(new RegExp(`<code id="curl-${id}">([^<]*)</code>`).exec(section(id))?.[1] ?? '')
  }

  /** Runs the command as it is shown, in a shell in which a reader has set the placeholders. */
  async function curl(id: string, placeholders: Record<string, string> = {}): Promise<CurlAnswer> {
    const quiet = command(id).replace('curl ', 'curl --silent --show-error ')
    const { stdout } = await run('sh', ['-c', quiet], { env: { PATH: process.env['PATH'], ...placeholders } })
    const [head = '', ...rest] = stdout.startsWith('HTTP/') ? stdout.split('\r\n\r\n') : ['', stdout]
    const body = rest.join('')
    return {
      status: Number(/^HTTP\/[\d.]+ (\d+)/.exec(head)?.[1]),
      etag: /^etag: (.*)$/im.exec(head)?.[1]?.trim() ?? '',
      body: body === '' ? {} : (JSON.parse(body) as Record<string, unknown>),
    }
  }
})

interface CurlAnswer {
  readonly status: number
  readonly etag: string
  readonly body: Record<string, unknown>
}

function text(markup: string): string {
  return decode(markup.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/\s+/g, ' ')
}

function decode(markup: string): string {
  return markup.replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
}
