import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { loadTemplates } from '../../../plugin/notifications/mail/load-templates.js'
import { mailNames, type MailName } from '../../../plugin/notifications/mail/mail-names.js'
import { mailView, type MailViewOptions } from '../../../plugin/notifications/mail/mail-view.js'
import { renderMail, type RenderedMail } from '../../../plugin/notifications/mail/render-mail.js'
import type { NotificationLine } from '../../../plugin/notifications/notification-line.js'
import type { Principal } from '../../../plugin/principal.js'

const ada: Principal = {
  id: 'ada',
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  organizations: [{ id: 'acme', name: 'Acme & Sons', role: 'admin' }],
}

const sample: NotificationLine = {
  id: 'line',
  event: 'app.created',
  at: Date.UTC(2026, 10, 28, 9, 30),
  actor: { id: 'root', name: 'Ruth Root' },
  app: {
    client_id: 'abcdefghijklmnopqrstuvwxyz',
    client_name: 'Reports',
    organization_id: 'acme',
    created_by: { id: 'ada', name: 'Ada Lovelace' },
    status: 'rejected',
  },
  changes: { reason: { before: null, after: 'No imprint.\nNo <privacy> policy.' } },
  secret: { id: 's', name: 'Production', hint: 'x7Kq', expires_at: Date.UTC(2026, 11, 12) },
}

interface Rendering {
  readonly line?: Partial<NotificationLine>
  readonly app?: Partial<NotificationLine['app']>
  readonly locale?: string
  readonly folder?: string
  readonly options?: MailViewOptions
}

function render(name: MailName, { line, app, locale = 'en', folder, options = {} }: Rendering = {}): RenderedMail {
  const told = { ...sample, ...line, app: { ...sample.app, ...app } }
  const recipient = { name: ada.name, address: ada.email ?? '' }
  return renderMail(name, loadTemplates(folder), locale, (language) =>
    mailView(told, { owner: ada, recipient, language }, options),
  )
}

describe('A mail', () => {
  it('is there for each thing that happens, in each language, whole in text and HTML', () => {
    for (const locale of ['en', 'de', 'ar']) {
      for (const name of mailNames) {
        const { language, subject, text, html } = render(name, { locale, options: { productName: 'DocSpace' } })
        assert.equal(language, locale)
        for (const part of [subject, text, html]) {
          assert.ok(part.includes('Reports'), `${locale}/${name}`)
          assert.doesNotMatch(part, /\{\{|\uE000|undefined|null|NaN/, `${locale}/${name}`)
        }
        for (const part of [text, html]) assert.ok(part.includes('abcdefghijklmnopqrstuvwxyz'), `${locale}/${name}`)
        assert.ok(!subject.includes('\n'))
      }
    }
  })

  it('says the same as text and as HTML', () => {
    const { text, html } = render('rejected', { options: { appUrl: (id) => `https://example.com/apps/${id}` } })
    assert.equal(
      text,
      [
        'Hello Ada Lovelace,',
        'Ruth Root has looked at your application and not approved it, for this reason:',
        '> No imprint.\n> No <privacy> policy.',
        'You can mend it and submit it again.',
        'Application: Reports\nClient ID: abcdefghijklmnopqrstuvwxyz\nOrganization: Acme & Sons\n' +
          'Time: November 28, 2026 at 9:30 AM UTC',
        'Open the application:\nhttps://example.com/apps/abcdefghijklmnopqrstuvwxyz\n',
      ].join('\n\n'),
    )
    const body = html.slice(html.indexOf('<body'))
    const shown = body.replace(/<br>/g, '\n').replace(/<[^>]+>/g, '')
    for (const words of ['Hello Ada Lovelace,', 'No imprint.\nNo &#60;privacy&#62; policy.', 'Acme &#38; Sons']) {
      assert.ok(shown.includes(words), words)
    }
    assert.match(body, /<a class="button" href="https:\/\/example\.com\/apps\/abcdef/)
  })

  it('asks nobody else for anything, and runs nothing', () => {
    for (const name of mailNames) {
      const { html } = render(name, { options: { appUrl: () => 'https://example.com/' } })
      assert.doesNotMatch(html, /<(img|script|link|iframe|form|object|base)\b|@import|url\(|\son\w+=/i)
    }
  })

  it('takes what people wrote for what it is: no markup, no link and no other line', () => {
    const names = [
      '<img src=x onerror=alert(1)>',
      '[Open](https://evil.example)',
      '{{owner.name}} {{{body}}}',
      '`code` > # - a: b',
      'One\r\nBcc: eve@example.com',
      '\uE0000\uE001',
    ]
    for (const client_name of names) {
      const { subject, text, html } = render('created', { app: { client_name } })
      const { subject: plain, html: other } = render('created')
      const tags = (source: string): string[] => source.match(/<[a-z]+/g) ?? []
      assert.deepEqual(tags(html), tags(other), client_name)
      assert.equal(subject.split('\n').length, 1)
      const oneLine = client_name.replace(/\r\n/, ' ')
      assert.ok(text.includes(`Application: ${oneLine}\n`), client_name)
      assert.equal(subject, plain.replace('Reports', oneLine))
    }
  })

  it('links to nothing that a browser should not follow', () => {
    const { html } = render('created', { options: { appUrl: () => 'javascript:alert(1)' } })
    assert.doesNotMatch(html, /<a\b/)
  })

  it('tells the time in the language and the zone of the host', () => {
    const { text } = render('created', { locale: 'de', options: { timeZone: 'Europe/Berlin' } })
    assert.match(text, /Zeit: 28\. November 2026 um 10:30 MEZ/)
  })

  it('is written from right to left where its language is', () => {
    const { html } = render('created', { locale: 'ar-EG' })
    assert.match(html, /<html lang="ar" dir="rtl">/)
    assert.match(html, /<bdi>Reports<\/bdi>/)
    assert.match(html, /<th scope="row" class="muted" align="right"/)
  })
})

describe('A folder of templates of the host', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'oauth-app-kit-'))
  })
  after(() => {
    rmSync(folder, { recursive: true })
  })
  const folderWith = (files: Record<string, string>): string => {
    const own = mkdtempSync(join(folder, 'templates-'))
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(own, file)), { recursive: true })
      writeFileSync(join(own, file), text)
    }
    return own
  }

  it('takes the place of ours file by file', () => {
    const own = folderWith({
      'en/created.mustache': 'Subject: Welcome, {{app.client_name}}\r\n\r\n# Well done\r\n\r\n{{> facts}}\r\n',
      'en/facts.mustache': '- Name: {{#app}}{{client_name}}{{/app}}',
      'en/notes.txt': 'not a template',
    })
    const { subject, text, html } = render('created', { folder: own })
    assert.equal(subject, 'Welcome, Reports')
    assert.equal(text, 'Well done\n\nName: Reports\n')
    assert.match(html, /<h1[^>]*>Well done<\/h1>/)
    assert.match(render('deleted', { folder: own }).text, /has deleted your application[^]*Name: Reports/)
    assert.match(render('created', { folder: own, locale: 'de' }).subject, /wurde registriert/)
  })

  it('adds a language, in English where it has no template', () => {
    const own = folderWith({ 'fr/created.mustache': 'Subject: {{app.client_name}} est enregistrée\n\nBonjour,\n' })
    const { language, subject } = render('created', { folder: own, locale: 'fr-CA' })
    assert.deepEqual([language, subject], ['fr', 'Reports est enregistrée'])
    assert.equal(render('deleted', { folder: own, locale: 'fr' }).subject, 'Reports has been deleted')
  })

  it('has a layout of its own', () => {
    const own = folderWith({ 'layout.html.mustache': '<html lang="{{lang}}"><h6>{{product}}</h6>{{{body}}}</html>' })
    const { html } = render('created', { folder: own, options: { productName: 'A & B' } })
    assert.match(html, /^<html lang="en"><h6>A &#38; B<\/h6><p[^]*<\/html>$/)
  })

  const faulty: Record<string, [Record<string, string>, RegExp]> = {
    'a mail that there is not': [
      { 'en/create.mustache': 'Subject: x' },
      /en\/create\.mustache, which is no mail; .*created/,
    ],
    'a mail without a subject': [
      { 'en/created.mustache': 'Hello' },
      /en\/created\.mustache, which has to begin with a line Subject/,
    ],
    'a value that there is not': [
      { 'de/created.mustache': 'Subject: {{app.name}}' },
      /names app\.name, which there is not; .*app\.client_name/,
    ],
    'a value that is not escaped': [
      { 'de/created.mustache': 'Subject: {{{at}}}' },
      /takes at unescaped; write \{\{at\}\}/,
    ],
    'a part that there is not': [
      { 'de/deleted.mustache': 'Subject: x\n\n{{> foot}}' },
      /has no part foot; there are greeting/,
    ],
    'a section without an end': [{ 'de/facts.mustache': '{{#app}}' }, /is no mustache template: Unclosed section/],
    'a folder that is no language': [
      { 'english_us/created.mustache': 'Subject: x' },
      /a folder english_us, which is no language tag/,
    ],
    'a mail outside of a language': [
      { 'created.mustache': 'Subject: x' },
      /created\.mustache, which belongs into a folder/,
    ],
  }
  for (const [what, [files, sentence]] of Object.entries(faulty)) {
    it(`is refused at the start where it has ${what}`, () => {
      assert.throws(() => loadTemplates(folderWith(files)), { message: sentence })
    })
  }

  it('is refused at the start where it is not there', () => {
    assert.throws(() => loadTemplates(join(folder, 'nowhere')), /cannot be read: ENOENT/)
  })
})
