import { expect } from '@open-wc/testing'
import '../../components/locales/de.js'
import type { AppEventLine } from '../../plugin/contract/events.js'
import { DetailsPage, textOf } from '../support/details-page.js'
import { sampleApp } from '../support/sample-data.js'

function line(id: number, given: Partial<AppEventLine> = {}): AppEventLine {
  return {
    id: String(id),
    client_id: 'docs-reader-7f3a',
    action: 'app.updated',
    actor: { id: 'ada', name: 'Ada' },
    at: new Date(Date.now() - id * 3_600_000).toISOString(),
    changes: {},
    ...given,
  }
}

const renamed = line(1, {
  changes: {
    client_name: { before: 'Reader', after: 'Docs Reader' },
    redirect_uris: { before: [], after: ['https://reader.example.com/callback'] },
    status: { before: 'disabled', after: 'active' },
  },
})

const show = (...lines: AppEventLine[]) => DetailsPage.show(sampleApp(), { lines })
const sentences = (page: DetailsPage): string[] => page.all('.event-line p').map(textOf)

describe('<oauth-app-details>: activity', () => {
  it('is told in sentences, newest first, with the time', async () => {
    const page = await show(
      line(1, { action: 'app.disabled' }),
      line(2, { action: 'secret.added', changes: { secrets: { before: [], after: [{ id: 'a' }] } } }),
      line(3, { action: 'app.reassigned', changes: { created_by: { before: null, after: { name: 'Grace' } } } }),
    )
    expect(sentences(page)).to.deep.equal([
      'Ada disabled the application.',
      'Ada added a secret.',
      'Ada gave the application to Grace.',
    ])
    expect(textOf(page.find('.event time'))).to.match(/^1 hour ago, /)
    await expect(page.element).to.be.accessible()
  })

  it('tells a rotation from a further secret', async () => {
    const [old, young] = [
      { id: 'a', name: 'Old', hint: 'aaaa', expires_at: null },
      { id: 'b', name: 'New', hint: 'bbbb', expires_at: null },
    ]
    const page = await show(
      line(1, { action: 'secret.added', changes: { secrets: { before: [old], after: [old, young] } } }),
      line(2, { action: 'secret.added', changes: { secrets: { before: [old], after: [young] } } }),
      line(3, {
        action: 'secret.added',
        changes: { secrets: { before: [old], after: [{ ...old, expires_at: '2027-01-15T08:00:00.000Z' }, young] } },
      }),
    )
    expect(sentences(page)).to.deep.equal(['Ada added a secret.', 'Ada rotated the secret.', 'Ada rotated the secret.'])
    page.find('[data-event-id="3"] summary').click()
    expect(textOf(page.find('[data-event-id="3"] .changes'))).to.contain('Old, until January 15, 2027')
  })

  it('tells whom a revocation reached', async () => {
    const numbers = { users: { before: 2, after: 0 }, grants: { before: 2, after: 0 }, tokens: { before: 5, after: 0 } }
    const unknown = { users: { before: null, after: 0 }, tokens: { before: null, after: 0 } }
    const page = await show(
      line(1, { action: 'app.tokens_revoked', changes: numbers }),
      line(2, { action: 'app.tokens_revoked', changes: unknown }),
    )
    expect(sentences(page)).to.deep.equal([
      'Ada revoked all tokens. 2 people lost access; 5 tokens were revoked for good.',
      'Ada revoked all tokens. How many people and tokens that reached is not known.',
    ])
    expect(page.all('summary')).to.have.length(0)
  })

  it('shows what an app began with and what it was at the end, without sides that are empty', async () => {
    const page = await show(
      line(1, { action: 'app.restored', changes: { deleted_at: { before: 1, after: null } } }),
      line(2, { action: 'app.deleted', changes: { client_name: { before: 'Docs Reader', after: null } } }),
      line(3, {
        action: 'app.created',
        changes: { client_name: { before: null, after: 'Reader' }, client_uri: { before: null, after: '' } },
      }),
    )
    expect(page.all('summary').map(textOf)).to.deep.equal(['What it was at the end', 'What it began with'])
    for (const summary of page.all('summary')) summary.click()
    expect(page.all('.change').map(textOf)).to.deep.equal(['App name Docs Reader', 'App name Reader'])
  })

  it('shows each member as it was and as it became', async () => {
    const page = await show(renamed)
    expect(textOf(page.find('summary'))).to.equal('App name, Redirect URLs, Status')
    page.find('summary').click()
    const sides = (member: string): string[] => page.all(`[data-member=${member}] .side`).map(textOf)
    expect(sides('client_name')).to.deep.equal(['Before Reader', 'After Docs Reader'])
    expect(sides('redirect_uris')).to.deep.equal(['Before None', 'After https://reader.example.com/callback'])
    expect(sides('status')).to.deep.equal(['Before Disabled', 'After Active'])
    await expect(page.element).to.be.accessible()
  })

  it('speaks the language of the page', async () => {
    const page = await show(renamed, line(2, { action: 'app.created' }))
    page.element.lang = 'de'
    await page.has(() => sentences(page)[0] === 'Ada hat die Anwendung geändert.')
    expect(sentences(page)[1]).to.equal('Ada hat die Anwendung registriert.')
  })

  it('survives what no page knows', async () => {
    const page = await show(
      line(1, { changes: { secrets: { before: 'gone', after: 7 }, future: { before: null, after: { a: [1] } } } }),
    )
    page.find('summary').click()
    expect(textOf(page.find('[data-member=future]'))).to.contain('{"a":[1]}')
  })

  describe('a page at a time', () => {
    const many = [1, 2, 3, 4, 5].map((id) => line(id, { action: id % 2 ? 'app.enabled' : 'app.disabled' }))

    it('loads more, with the focus on the first new line when nothing more is to come', async () => {
      const page = await show(...many)
      expect(page.all('.event')).to.have.length(3)
      page.find('.load-more').focus()
      page.find('.load-more').click()
      await page.has(() => page.all('.event').length === 5)
      expect(page.all('.load-more')).to.deep.equal([])
      await page.has(() => (page.focused as HTMLElement | null)?.dataset['eventId'] === '4')
    })

    it('keeps what is there when more cannot be loaded, says why, and tries again', async () => {
      const page = await show(...many)
      page.api.failNext('listEvents', 'unavailable')
      page.find('.load-more').click()
      await page.has(() => textOf(page.find('.more')).includes('The server is busy.'))
      expect(page.all('.event')).to.have.length(3)
      await expect(page.element).to.be.accessible()
      page.find('.load-more').click()
      await page.has(() => page.all('.event').length === 5)
    })

    it('is narrowed to one kind, and exported as it is narrowed', async () => {
      const page = await show(...many)
      const filter = page.find('select') as HTMLSelectElement
      filter.value = 'app.disabled'
      filter.dispatchEvent(new Event('change'))
      await page.has(() => sentences(page).length === 2)
      page.find('[data-format=csv]').click()
      await page.has(() => page.status === 'The file was made.')
      const last = page.api.requestsTo('listEvents').at(-1)
      expect(last?.query.toString()).to.equal('format=csv&action=app.disabled')
      filter.value = 'app.restored'
      filter.dispatchEvent(new Event('change'))
      await page.has(() => page.text.includes('Nothing of this kind was done.'))
    })
  })

  it('is asked for through the host’s own fetch, also as a file', async () => {
    const page = await show(renamed)
    let file: Blob | undefined
    const { createObjectURL } = URL
    URL.createObjectURL = (object) => {
      if (object instanceof Blob) file = object
      return createObjectURL.call(URL, object)
    }
    try {
      page.find('[data-format=json]').click()
      await page.has(() => file !== undefined)
    } finally {
      URL.createObjectURL = createObjectURL
    }
    expect(await file?.text()).to.equal('json of 1')
  })

  it('says when it cannot be exported', async () => {
    const page = await show(renamed)
    page.api.failNext('listEvents', 'unavailable')
    page.find('[data-format=csv]').click()
    await page.has(() => page.text.includes('The activity could not be exported. The server is busy.'))
    expect(page.all('.event')).to.have.length(1)
    await expect(page.element).to.be.accessible()
  })

  it('fails alone: the app is shown all the same, and it can be asked again', async () => {
    const api = DetailsPage.apiOf(sampleApp(), { lines: [renamed] })
    api.failNext('listEvents', 'internal')
    const page = await DetailsPage.ask(api, 'docs-reader-7f3a')
    await page.has(() => page.text.includes('The activity could not be loaded.'))
    expect(textOf(page.find('h2'))).to.equal('Docs Reader')
    await expect(page.element).to.be.accessible()
    page.find('.section-failure button').click()
    await page.has(() => page.all('.event').length === 1)
  })

  it('follows what is done on the page', async () => {
    const page = await show(renamed)
    const before = page.api.requestsTo('listEvents').length
    page.find('[data-action=toggle]').click()
    await page.has(() => page.dialog !== undefined)
    page.answer('Disable')
    await page.has(() => page.api.requestsTo('listEvents').length === before + 1)
  })

  it('says that nothing was done yet', async () => {
    const page = await show()
    expect(textOf(page.find('.section.activity'))).to.contain('Nothing was done yet.')
    await expect(page.element).to.be.accessible()
  })
})
