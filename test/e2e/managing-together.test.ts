import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Locator } from 'playwright-core'
import { ManagedHost, type CreatedApp } from '../support/managed-host.js'
import { ManagedPage } from '../support/managed-page.js'
import { people } from '../support/managed-people.js'

describe('SQLite: several people with the same app', () => {
  let host: ManagedHost
  let owner: ManagedPage
  let member: ManagedPage
  let app: CreatedApp
  before(async () => {
    host = await ManagedHost.start()
    app = await host.create('member', {
      client_name: 'Room display',
      client_uri: 'https://rooms.example.com',
      description: 'Signs at the door.',
    })
    ;[owner, member] = await Promise.all([ManagedPage.open(host, 'owner'), ManagedPage.open(host, 'member')])
  })
  after(async () => {
    await Promise.all([owner.close(), member.close()])
    await host.close()
    assert.deepEqual(host.violations, [])
  })

  const field = (page: ManagedPage, label: string): Locator =>
    page.form.getByRole('textbox', { name: new RegExp(`^${label}`) })
  const choice = (label: string, whose: string): Locator =>
    member.form.getByRole('group', { name: label, exact: true }).getByRole('radio', { name: whose })

  it('edit it from its page, both at the same time', async () => {
    for (const page of [owner, member]) {
      await page.openApp('Room display')
      await page.details.getByRole('button', { name: 'Edit' }).click()
      await field(page, 'App name').waitFor()
    }
    await field(owner, 'App name').fill('Room signs')
    await field(owner, 'Website URL').fill('https://signs.example.com')
    await field(owner, 'Description').fill('Signs at every door.')
    await field(member, 'App name').fill('Door display')
    await field(member, 'Website URL').fill('https://doors.example.com')
    await owner.save()
    await owner.shown('Room signs')
  })

  it('the second of them reads field by field what is theirs and what is mine', async () => {
    await member.save()
    const title = 'This application was changed while you were editing'
    const notice = member.form.getByRole('region', { name: title })
    await notice.waitFor()
    for (const text of ['Room signs', 'Door display', 'https://signs.example.com', 'https://doors.example.com']) {
      assert.ok(await notice.getByText(text, { exact: true }).isVisible(), `${text} is not shown`)
    }
    await notice.getByRole('heading', { name: 'Taken over from the other change' }).waitFor()
    assert.ok(await notice.getByText('Signs at every door.').isVisible())
    await member.assertAccessible(notice)
    assert.equal((await read()).client_name, 'Room signs')
  })

  it('chooses for each of them, and loses nothing of what the first one did', async () => {
    await choice('App name', 'Use theirs').check()
    await choice('Website URL', 'Keep mine').check()
    assert.equal(await field(member, 'App name').inputValue(), 'Room signs')
    assert.equal(await field(member, 'Website URL').inputValue(), 'https://doors.example.com')
    await member.save()
    await member.shown('Room signs')
    const { client_name, client_uri, description } = await read()
    assert.deepEqual(
      { client_name, client_uri, description },
      { client_name: 'Room signs', client_uri: 'https://doors.example.com', description: 'Signs at every door.' },
    )
    assert.deepEqual(
      (await member.section('Activity').getByRole('listitem').getByRole('paragraph').allTextContents()).slice(0, 2),
      ['Mia Member changed the application.', 'Olga Owner changed the application.'],
    )
  })

  it('gives it to another member, whom they find by the beginning of a name', async () => {
    await owner.section('Danger zone').getByRole('button', { name: 'Reassign' }).click()
    const dialog = owner.dialog('Give Room signs to somebody else?')
    await dialog.getByText('It belongs to Mia Member now.').waitFor()
    await dialog.getByText('3 members found').waitFor()
    await owner.assertAccessible(dialog)
    await dialog.getByRole('button', { name: 'Reassign' }).click()
    await dialog.getByRole('alert').getByText('Choose a member first.').waitFor()
    await dialog.getByRole('combobox', { name: 'Find a member' }).fill('newm')
    await dialog.getByText('1 member found').waitFor()
    await dialog.getByRole('option', { name: 'Noah Newman' }).click()
    await owner.assertAccessible(dialog.getByRole('option', { name: 'Noah Newman', selected: true }))
    await dialog.getByRole('button', { name: 'Reassign' }).click()
    await owner.told('Room signs belongs to Noah Newman now.')
    assert.deepEqual((await read()).created_by, { id: people.colleague.id, name: people.colleague.name })
    await owner.section('Activity').getByText('Olga Owner gave the application to Noah Newman.').waitFor()
  })

  it('is then the app of that member, and no longer of the one before', async () => {
    await member.page.reload()
    await member.list.getByText('No applications yet').waitFor()
    const colleague = await ManagedPage.open(host, 'colleague')
    try {
      await colleague.openApp('Room signs')
      await colleague.details.getByRole('button', { name: 'Edit' }).waitFor()
      await colleague.assertAccessible(colleague.section('Overview'))
    } finally {
      await colleague.close()
    }
  })

  async function read() {
    return host.registry.getApp(people.owner, app.client_id)
  }
})
