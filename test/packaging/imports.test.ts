import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { PackedPackage } from '../support/packed-package.js'
import { tags } from '../support/tags.js'

describe('In plain Node, the installed package', () => {
  let packed: PackedPackage
  before(() => {
    packed = new PackedPackage()
  })
  after(() => packed.remove())

  /** Runs a module of the host and answers what it printed, as JSON. */
  async function inNode(code: string, ...options: string[]): Promise<unknown> {
    const path = packed.write('host.mjs', code)
    const { stdout } = await promisify(execFile)(process.execPath, [...options, path], { cwd: packed.project })
    return JSON.parse(stdout)
  }

  it('can be imported by each of its names', async () => {
    assert.ok(packed.specifiers.length > tags.length * 2)
    const failures = await inNode(`
      const failures = []
      for (const name of ${JSON.stringify(packed.specifiers)}) {
        await import(name).catch((error) => failures.push([name, error.message]))
      }
      console.log(JSON.stringify(failures))`)
    assert.deepEqual(failures, [])
  })

  it('gives the classes of all elements without registering one', async () => {
    const { classes, registered } = (await inNode(`
      const kit = await import('oauth-app-kit')
      console.log(JSON.stringify({
        classes: Object.keys(kit),
        registered: ${JSON.stringify(tags)}.filter((tag) => globalThis.customElements?.get(tag)),
      }))`)) as { classes: string[]; registered: string[] }
    const wanted = tags.map((tag) => tag.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()))
    assert.deepEqual(
      wanted.filter((name) => !classes.includes(name)),
      [],
    )
    assert.deepEqual(registered, [])
  })

  it('registers every tag when asked to', async () => {
    const registered = await inNode(`
      await import('oauth-app-kit/define')
      console.log(JSON.stringify(${JSON.stringify(tags)}.filter((tag) => customElements.get(tag))))`)
    assert.deepEqual(registered, tags)
  })

  it('gives the rules that others build on', async () => {
    const faults = await inNode(`
      import { checkOrigin, checkRedirectUri, checkText, checkWebUrl, expandScopes, originMatches, redirectUriMatches } from 'oauth-app-kit/contract'
      console.log(JSON.stringify([
        checkRedirectUri('https://app.example/#', { applicationType: 'web' }).map(({ code }) => code),
        redirectUriMatches(['http://localhost/cb'], 'http://localhost:4711/cb', 'native'),
        checkOrigin('https://app.example').length,
        originMatches(['https://app.example'], 'https://app.example'),
        checkWebUrl('https://app.example/').length,
        typeof checkText, typeof expandScopes,
      ]))`)
    assert.deepEqual(faults, [['uri_fragment'], true, 0, true, 0, 'function', 'function'])
  })

  it('gives the plugin', async () => {
    const kind = await inNode(
      `import { createOAuthApps } from 'oauth-app-kit/express'; console.log(JSON.stringify(typeof createOAuthApps))`,
    )
    assert.equal(kind, 'function')
  })

  it('can be required by a host that is not a module', async () => {
    const code = `console.log(JSON.stringify(typeof require('oauth-app-kit/express').createOAuthApps))`
    const path = packed.write('host.cjs', code)
    const { stdout } = await promisify(execFile)(process.execPath, [path], { cwd: packed.project })
    assert.equal(JSON.parse(stdout), 'function')
  })

  it('refuses the plugin to a browser with a sentence', async () => {
    await assert.rejects(
      inNode(`import { createOAuthApps } from 'oauth-app-kit/express'; createOAuthApps({})`, '--conditions=browser'),
      /oauth-app-kit\/express runs on the server/,
    )
  })
})

describe('Without the optional peers, the installed package', () => {
  let packed: PackedPackage
  before(() => {
    packed = new PackedPackage({ withPeers: false })
  })
  after(() => packed.remove())

  it('says with which command to install what the plugin needs', async () => {
    const path = packed.write(
      'host.mjs',
      `import { createOAuthApps } from 'oauth-app-kit/express'; createOAuthApps({})`,
    )
    await assert.rejects(
      promisify(execFile)(process.execPath, [path], { cwd: packed.project }),
      /npm install .*express/,
    )
  })

  it('says with which command to install what the authorization server needs', async () => {
    const path = packed.write(
      'server.mjs',
      `import { createAuthorizationServer } from 'oauth-app-kit/authorization-server'; createAuthorizationServer({}, {})`,
    )
    await assert.rejects(
      promisify(execFile)(process.execPath, [path], { cwd: packed.project }),
      /npm install .*oidc-provider/,
    )
  })
})

describe('Without nodemailer, the installed package', () => {
  let packed: PackedPackage
  before(() => {
    packed = new PackedPackage({ without: ['nodemailer'] })
  })
  after(() => packed.remove())

  const start = (transport: string) => {
    const path = packed.write(
      'mail.mjs',
      `import { createOAuthApps, ownApps } from 'oauth-app-kit/express'
      createOAuthApps({
        knex: { client: 'better-sqlite3', connection: { filename: ':memory:' } },
        authenticate: () => null,
        policy: ownApps(),
        mail: { from: 'no-reply@example.com', transport: ${transport} },
      })`,
    )
    return promisify(execFile)(process.execPath, [path], { cwd: packed.project })
  }

  it('says with which command to install what sends mail', async () => {
    await assert.rejects(start(`'smtp://127.0.0.1:25'`), /npm install nodemailer/)
  })

  it('sends by a transport of the host', async () => {
    await start('{ sendMail: async () => undefined }')
  })
})
