import assert from 'node:assert/strict'
import { afterEach, describe, it } from 'node:test'
import type { MailOptions, MailRule } from '../../../plugin/index.js'
import { sqliteKind } from '../../support/databases.js'
import { ada, openMailingHost, root, type MailingHost } from '../../support/mailing-host.js'

describe('Who gets a mail', () => {
  let host: MailingHost
  const open = async (options: Partial<MailOptions> = {}): Promise<MailingHost> => {
    host = await openMailingHost(sqliteKind, options)
    return host
  }
  afterEach(() => host.close())

  it('reads it in their own language, or the nearest there is', async () => {
    await open()
    const subjects: Record<string, string> = {
      de: 'App wurde registriert',
      'de-AT': 'App wurde registriert',
      ar: 'تم تسجيل App',
      fr: 'App has been registered',
      nonsense_: 'App has been registered',
    }
    for (const [locale, subject] of Object.entries(subjects)) {
      host.people.set('ada', { ...ada, locale })
      await host.create('App')
      const [received] = await host.deliver()
      assert.equal(received?.mail.subject, subject, locale)
    }
    const arabic = host.server.mails[2]
    assert.match(String(arabic?.mail.html), /<html lang="ar" dir="rtl">/)
    assert.equal(arabic?.mail.headers.get('content-language'), 'ar')
  })

  it('is somebody else where the owner is not known, in the language of the host', async () => {
    await open({ defaultRecipient: 'Desk <desk@example.com>', defaultLocale: 'de' })
    host.people.delete('ada')
    await host.create('App')
    const [received] = await host.deliver()
    assert.deepEqual(received?.recipients, ['desk@example.com'])
    assert.equal(received.mail.subject, 'App wurde registriert')
    assert.match(
      received.mail.text ?? '',
      /Guten Tag Desk,[^]*Ada Lovelace hat eine Anwendung registriert[^]*Inhaber: Ada Lovelace/,
    )
  })

  it('has company where the host wants copies', async () => {
    await open({ cc: ['Security <security@example.com>', 'audit@example.com'], bcc: 'archive@example.com' })
    await host.create()
    const [received] = await host.deliver()
    assert.deepEqual([...(received?.recipients ?? [])].sort(), [
      'ada@example.com',
      'archive@example.com',
      'audit@example.com',
      'security@example.com',
    ])
    assert.doesNotMatch(received?.source ?? '', /archive@/)
  })

  it('is decided mail by mail: none of one kind, others of another', async () => {
    const rule: MailRule = ({ app, actor }, chosen) =>
      app.client_name === 'Quiet'
        ? false
        : { ...chosen, to: ['owners@example.com'], cc: `${actor?.name ?? ''} <actor@example.com>`, locale: 'de' }
    await open({ events: { created: false, deleted: rule } })
    for (const name of ['Quiet', 'Loud']) await host.apps.registry.deleteApp(root, await host.create(name))
    const received = await host.deliver()
    assert.deepEqual(
      received.map(({ mail }) => mail.subject),
      ['Loud wurde gelöscht'],
    )
    const [loud] = received
    assert.deepEqual(loud?.recipients, ['owners@example.com', 'actor@example.com'])
    assert.match(loud.mail.text ?? '', /Ruth Root hat eine Anwendung gelöscht/)
  })

  it('is nobody whom a header could not hold: no line break becomes another one', async () => {
    const addresses = [
      'ada@example.com\r\nBcc: eve@example.com',
      'ada@example.com, eve@example.com',
      'Eve <eve@example.com>',
      '"eve@example.com"@example.com',
    ]
    await open()
    for (const email of addresses) {
      host.people.set('ada', { ...ada, email })
      await host.create()
      assert.deepEqual(await host.deliver(), [], email)
    }
    assert.equal(host.log.filter((line) => line.startsWith('notification.skipped')).length, addresses.length)
    host.people.set('ada', { ...ada, name: 'Ada\r\nBcc: eve@example.com', email: 'ada@example.com' })
    await host.create()
    const [received] = await host.deliver()
    assert.deepEqual(received?.recipients, ['ada@example.com'])
    assert.equal(received.mail.headers.has('bcc'), false)
  })

  it('is nobody where a rule of the host gives what is no address: that is parked, not tried for ever', async () => {
    await open({
      events: { created: (_line, chosen) => ({ ...chosen, cc: 'eve@example.com\nBcc: mallory@example.com' }) },
    })
    await host.create()
    assert.deepEqual(await host.deliver(), [])
    const [parked] = await host.apps.parkedNotifications()
    assert.equal(parked?.reason, 'What the host gives is no e-mail address')
  })

  it('has to wait while the host cannot say who they are', async () => {
    host = await openMailingHost(
      sqliteKind,
      {},
      { findPrincipal: () => Promise.reject(new Error('The directory is down')) },
    )
    await host.create()
    assert.deepEqual(await host.deliver(), [])
    assert.ok(host.log.some((line) => line.startsWith('notification.failed') && line.includes('The directory is down')))
  })
})
