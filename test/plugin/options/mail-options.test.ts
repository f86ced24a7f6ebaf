import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createOAuthApps, OptionsError, ownApps } from '../../../plugin/index.js'

const sound = { transport: 'smtp://127.0.0.1:25', from: 'no-reply@example.com' }

/** What is wrong with the option `mail`, by its members; nothing where it is accepted. */
async function faultsOf(mail: unknown): Promise<Record<string, string>> {
  try {
    const apps = createOAuthApps({
      knex: { client: 'better-sqlite3', connection: { filename: ':memory:' } },
      authenticate: () => null,
      policy: ownApps(),
      // A host in JavaScript may give anything.
      ...({ mail } as object),
    })
    await apps.close()
    return {}
  } catch (error) {
    assert.ok(error instanceof OptionsError, String(error))
    return Object.fromEntries(error.faults.map(({ option, message }) => [option, message]))
  }
}

describe('The option mail', () => {
  it('is accepted where it is right', async () => {
    assert.deepEqual(await faultsOf(sound), {})
    const full = {
      transport: { host: 'mail.example.com', port: 465, secure: true, auth: { user: 'u', pass: 'p' } },
      from: { name: 'DocSpace', address: 'no-reply@example.com' },
      replyTo: 'DocSpace <help@example.com>',
      productName: 'DocSpace',
      appUrl: (clientId: string) => `https://example.com/apps/${clientId}`,
      events: { created: true, deleted: false, rejected: () => false },
      defaultRecipient: 'desk@example.com',
      cc: ['"Security, Inc." <security@example.com>'],
      bcc: 'archive@example.com',
      defaultLocale: 'pt-BR',
      timeZone: 'Europe/Berlin',
    }
    assert.deepEqual(await faultsOf(full), {})
    assert.deepEqual(await faultsOf({ ...sound, transport: { sendMail: () => Promise.resolve() } }), {})
  })

  it('says of each member that is wrong how to mend it', async () => {
    const faults = await faultsOf({
      transport: 'mail.example.com',
      from: 'no-reply@example.com\r\nBcc: eve@example.com',
      replyTo: 'a@example.com, b@example.com',
      productName: 'Two\nlines',
      appUrl: 'https://example.com/apps/',
      events: { created: 'yes', updated: true },
      defaultRecipient: 'nobody',
      cc: ['security@example.com', 7],
      defaultLocale: 'german_at',
      timeZone: 'Berlin',
      templates: '/no/such/folder',
      sender: 'x',
    })
    assert.deepEqual(Object.keys(faults).sort(), [
      'mail.appUrl',
      'mail.cc[1]',
      'mail.defaultLocale',
      'mail.defaultRecipient',
      'mail.events.created',
      'mail.events.updated',
      'mail.from',
      'mail.productName',
      'mail.replyTo',
      'mail.sender',
      'mail.templates',
      'mail.timeZone',
      'mail.transport',
    ])
    assert.match(faults['mail.transport'] ?? '', /smtps:\/\/user:password@mail\.example\.com or \{ host, port, auth \}/)
    assert.match(faults['mail.events.updated'] ?? '', /is no option; there are created, secret_added/)
    assert.deepEqual(Object.keys(await faultsOf({})), ['mail.transport', 'mail.from'])
  })

  it('never repeats a transport, which may hold a password', async () => {
    for (const transport of ['mail:hunter2@example.com', ['hunter2'], 'hunter2']) {
      assert.doesNotMatch(JSON.stringify(await faultsOf({ ...sound, transport })), /hunter2/)
    }
  })
})
