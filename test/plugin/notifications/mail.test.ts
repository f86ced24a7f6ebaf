import assert from 'node:assert/strict'
import { afterEach, describe, it } from 'node:test'
import { databaseKinds } from '../../support/databases.js'
import { ada, openMailingHost, root, type MailingHost } from '../../support/mailing-host.js'

for (const kind of databaseKinds) {
  describe(`${kind.name}: mail about apps`, () => {
    let host: MailingHost
    afterEach(() => host.close())

    it('tells the owner what became of an app, once for each, and never a secret', async () => {
      host = await openMailingHost(kind)
      const { registry } = host.apps
      const created = await registry.createApp(ada, { members: { client_name: 'Mail me' }, faults: [] })
      const { client_id: clientId } = created.app
      const added = await registry.addSecret(ada, clientId, { members: { name: 'Second' }, faults: [] })
      await registry.updateApp(ada, clientId, added.app.version, { members: { description: 'Edited' }, faults: [] })
      await registry.disableApp(root, clientId)
      await registry.deleteApp(ada, clientId)
      const mails = await host.deliver()
      assert.deepEqual(mails.map(({ mail }) => mail.subject).sort(), [
        'Mail me has another client secret',
        'Mail me has been deleted',
        'Mail me has been disabled',
        'Mail me has been registered',
      ])
      assert.deepEqual(await host.deliver(), [])
      for (const { mail, recipients, source } of mails) {
        assert.deepEqual(recipients, ['ada@example.com'])
        assert.equal(mail.from?.text, '"Example" <no-reply@mail.example>')
        assert.ok(mail.text?.includes(clientId) && String(mail.html).includes(clientId))
        for (const secret of [created.client_secret, added.client_secret]) {
          assert.ok(secret && ![source, mail.text, String(mail.html), ...host.log].join('\n').includes(secret))
        }
      }
      const disabled = mails.find(({ mail }) => mail.subject?.endsWith('disabled'))
      assert.match(disabled?.mail.text ?? '', /Ruth Root has disabled your application/)
      const byHerself = mails.find(({ mail }) => mail.subject?.endsWith('deleted'))
      assert.match(byHerself?.mail.text ?? '', /You have deleted an application/)
    })

    it('has one Message-ID for each line, however often it is sent', async () => {
      host = await openMailingHost(kind)
      await host.create('First')
      await host.create('Second')
      const sent = await host.deliver()
      const ids = sent.map(({ mail }) => mail.messageId)
      assert.equal(new Set(ids).size, 2)
      for (const id of ids) assert.match(id ?? '', /^<[a-z2-7]{26}\.mail@mail\.example>$/)
      // As if a process had died between sending and saying so.
      assert.ok(await host.apps.retryNotification((ids[0] ?? '').slice(1, -'@mail.example>'.length)))
      assert.deepEqual(
        (await host.deliver()).map(({ mail }) => mail.messageId),
        [ids[0]],
      )
    })

    it('tells once that a secret is about to end', async () => {
      host = await openMailingHost(kind)
      const clientId = await host.create('Ending')
      await host.deliver()
      const expires_at = new Date(Date.now() + 5 * 86_400_000).toISOString()
      await host.apps.registry.addSecret(ada, clientId, { members: { name: 'Short', expires_at }, faults: [] })
      const told = [...(await host.deliver()), ...(await host.deliver())].map(({ mail }) => mail)
      assert.deepEqual(told.map(({ subject }) => subject).sort(), [
        'A client secret of Ending ends soon',
        'Ending has another client secret',
      ])
      assert.match(told.find(({ subject }) => subject?.startsWith('A client'))?.text ?? '', /Secret: Short/)
    })

    it('tells what came of a review, with the reason, and of a change of what is approved', async () => {
      host = await openMailingHost(kind, { events: { created: false } }, { review: true })
      const { registry } = host.apps
      const subject = async (): Promise<string | undefined> => (await host.deliver())[0]?.mail.subject
      const clientId = await host.create('Reviewed')
      assert.equal(await subject(), 'Reviewed waits for approval')
      await registry.rejectApp(root, clientId, { members: { reason: 'No imprint.\nSay who you are.' }, faults: [] })
      const [rejected] = await host.deliver()
      assert.equal(rejected?.mail.subject, 'Reviewed has not been approved')
      assert.match(rejected.mail.text ?? '', /for this reason:\n\n> No imprint\.\n> Say who you are\.\n/)
      await registry.submitApp(ada, clientId)
      await host.deliver()
      const { version } = await registry.approveApp(root, clientId)
      assert.equal(await subject(), 'Reviewed has been approved')
      await registry.updateApp(ada, clientId, version, { members: { client_name: 'Renamed' }, faults: [] })
      assert.equal(await subject(), 'A change of Reviewed waits for approval')
      await registry.approveApp(root, clientId)
      assert.equal(await subject(), 'The change of Renamed has been approved')
    })

    it('to nobody is no mail: it is skipped with the reason, and not tried again', async () => {
      host = await openMailingHost(kind)
      host.people.set('ada', { id: 'ada', name: 'Ada Lovelace', organizations: [] })
      await host.create()
      assert.deepEqual(await host.deliver(), [])
      assert.equal((await host.apps.runJobs())['deliveries'], 0)
      assert.ok(host.log.some((line) => line.includes('The owner of the app has no e-mail address')))
      assert.deepEqual(await host.apps.parkedNotifications(), [])
    })

    it('that the server does not take for good is parked with what it said, and sent when asked to again', async () => {
      host = await openMailingHost(kind)
      host.server.refuse = () => ({ code: 550, message: 'No such mailbox here' })
      await host.create()
      await host.deliver()
      const [parked] = await host.apps.parkedNotifications()
      assert.deepEqual([parked?.event, parked?.channel], ['app.created', 'mail'])
      assert.match(parked?.reason ?? '', /No such mailbox here/)
      host.server.refuse = () => undefined
      assert.ok(await host.apps.retryNotification(parked?.id ?? ''))
      assert.equal((await host.deliver()).length, 1)
    })

    it('that the server does not take now is kept for later', async () => {
      host = await openMailingHost(kind)
      host.server.refuse = () => ({ code: 451, message: 'Come back later' })
      await host.create()
      await host.deliver()
      assert.deepEqual(await host.apps.parkedNotifications(), [])
      assert.ok(host.log.some((line) => line.startsWith('notification.failed') && line.includes('Come back later')))
    })
  })
}
