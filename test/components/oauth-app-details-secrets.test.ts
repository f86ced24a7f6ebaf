import { expect } from '@open-wc/testing'
import type { Secret } from '../../plugin/contract/app.js'
import { DetailsPage, textOf } from '../support/details-page.js'
import { sampleApp } from '../support/sample-data.js'

const dayMs = 86_400_000
const inDays = (days: number): string => new Date(Date.now() + days * dayMs).toISOString()

function secret(given: Partial<Secret> = {}): Secret {
  const id = given.id ?? 's1'
  const created_at = '2026-01-31T09:30:00.000Z'
  return { id, name: 'Production', hint: 'c41d', created_at, expires_at: null, last_used_at: null, ...given }
}

const several = (count: number): Secret[] =>
  Array.from({ length: count }, (_, index) => secret({ id: `s${index}`, name: `Secret ${index}` }))

const withSecrets = (...secrets: Secret[]) => DetailsPage.show(sampleApp({ secrets }))
const rows = (page: DetailsPage): string[] => page.all('.secret').map(textOf)

describe('<oauth-app-details>: secrets', () => {
  it('are told apart by name and last characters, with when they end and were used', async () => {
    const page = await withSecrets(
      secret({ last_used_at: new Date(Date.now() - 3 * dayMs).toISOString() }),
      secret({ id: 's2', name: '', hint: '9f3a', expires_at: inDays(60) }),
    )
    expect(rows(page)[0]).to.contain('Production').and.contain('…c41d').and.contain('Last used 3 days ago')
    expect(rows(page)[0]).to.contain('Does not end by itself')
    expect(rows(page)[1]).to.contain('Unnamed secret').and.contain('Never used').and.contain('Ends in')
    expect(textOf(page.find('.secrets .section-actions .help'))).to.equal('2 of 5 in use')
    expect(page.all('.notice')).to.deep.equal([])
    await expect(page.element).to.be.accessible()
  })

  it('are warned of when they end within 14 days', async () => {
    const page = await withSecrets(
      secret({ expires_at: inDays(13) }),
      secret({ id: 's2', expires_at: inDays(15) }),
      secret({ id: 's3', expires_at: inDays(1) }),
    )
    expect(textOf(page.find('.notice'))).to.contain('2 secrets end within 14 days.')
    expect(page.all('.secret .badge').map(textOf)).to.deep.equal(['Ends soon', 'Ends soon'])
    await expect(page.element).to.be.accessible()
  })

  it('are not warned of when a younger one is in their place, as after a rotation', async () => {
    const old = secret({ created_at: inDays(-100), expires_at: inDays(3) })
    const page = await withSecrets(old, secret({ id: 's2', created_at: inDays(0) }))
    expect(page.all('.notice')).to.deep.equal([])
    expect(page.all('.secret .badge.pending')).to.deep.equal([])
    expect(rows(page)[0]).to.contain('Ends soon').and.contain('Ends in')
    await expect(page.element).to.be.accessible()
  })

  it('are warned of when the younger one ends soon, too, or was there before', async () => {
    const old = secret({ created_at: inDays(-100), expires_at: inDays(1) })
    const both = await withSecrets(old, secret({ id: 's2', created_at: inDays(0), expires_at: inDays(3) }))
    expect(textOf(both.find('.notice'))).to.contain('2 secrets end within 14 days.')
    const older = await withSecrets(old, secret({ id: 's2', created_at: inDays(-200) }))
    expect(textOf(older.find('.notice'))).to.contain('1 secret ends within 14 days.')
    expect(older.all('.secret .badge.pending')).to.have.length(1)
  })

  for (const [method, sentence] of [
    ['none', 'This is a public client: it has no secret'],
    ['private_key_jwt', 'This application signs with its own key.'],
  ] as const) {
    it(`are none of a client that needs none: ${method}`, async () => {
      const page = await DetailsPage.show(sampleApp({ token_endpoint_auth_method: method }))
      expect(textOf(page.find('.section.secrets'))).to.contain(sentence)
      expect(page.all('.section.secrets button')).to.deep.equal([])
    })
  }

  describe('adding one', () => {
    it('asks for a name and an end, and shows it once', async () => {
      const page = await withSecrets(secret())
      await page.pose('.add')
      await expect(page.element).to.be.accessible()
      page.type('#secret-name', 'Staging')
      page
        .all('dialog label.choice')
        .find((label) => textOf(label) === 'In 90 days')
        ?.click()
      page.answer('Create a new secret')
      const credentials = (): string =>
        textOf(page.element.renderRoot.querySelector('oauth-app-credentials')?.shadowRoot ?? null)
      await page.has(() => credentials().includes(page.api.secret))
      const body = page.api.requestsTo('addSecret')[0]?.body as { name: string; expires_at: string }
      expect(body.name).to.equal('Staging')
      expect(Math.round((Date.parse(body.expires_at) - Date.now()) / dayMs)).to.equal(90)
      expect(page.told).to.deep.equal(['add-secret', 'secret-added'])
      const root = page.element.renderRoot.querySelector('oauth-app-credentials')?.shadowRoot
      root?.querySelector<HTMLElement>('input[type=checkbox]')?.click()
      root?.querySelector<HTMLElement>('.footer .primary')?.click()
      await page.has(() => page.status === 'Docs Reader has a new secret.')
      expect(credentials()).not.to.contain(page.api.secret)
      expect(page.element.renderRoot.textContent).not.to.contain(page.api.secret)
    })

    it('takes a date in the future, as its last moment', async () => {
      const page = await withSecrets(secret())
      await page.pose('.add')
      page.all('dialog label.choice').at(-1)?.click()
      await page.has(() => page.all('#secret-date').length === 1)
      for (const date of ['', '2020-01-01']) {
        page.type('#secret-date', date)
        page.answer('Create a new secret')
        await page.has(() => page.question.includes('Choose a day in the future.'))
        expect(page.isFocused('#secret-date')).to.equal(true)
      }
      page.type('#secret-date', '2099-12-31')
      page.answer('Create a new secret')
      await page.has(() => page.api.requestsTo('addSecret').length === 1)
      const body = page.api.requestsTo('addSecret')[0]?.body as { expires_at: string }
      expect(body.expires_at).to.equal(new Date('2099-12-31T23:59:59.999').toISOString())
    })

    it('judges the name as the server does', async () => {
      const page = await withSecrets(secret())
      await page.pose('.add')
      page.type('#secret-name', 'a'.repeat(101))
      page.answer('Create a new secret')
      await page.has(() => page.question.includes('Use at most 100 characters; these are 101.'))
      expect(page.isFocused('#secret-name')).to.equal(true)
      expect(page.api.requestsTo('addSecret')).to.deep.equal([])
    })

    it('says why there can be no more', async () => {
      const page = await withSecrets(...several(5))
      expect(textOf(page.find('#secrets-full'))).to.equal(
        'It has 5 secrets, which is as many as it may have. End one first.',
      )
      page.find('.add').click()
      await page.settled()
      expect(page.dialog === undefined).to.equal(true)
      await expect(page.element).to.be.accessible()
    })
  })

  describe('ending one', () => {
    it('asks first and says when it was last used', async () => {
      const page = await withSecrets(...several(2))
      await page.pose('[data-secret-id=s0] .end')
      expect(page.question).to.contain('End Secret 0 now?').and.contain('Never used')
      expect(textOf(page.focused)).to.equal('Cancel')
      await expect(page.element).to.be.accessible()
      page.answer('End now')
      await page.has(() => page.status === 'Secret 0 has ended.')
      expect(page.all('.secret')).to.have.length(1)
      expect(page.told).to.deep.equal(['end-secret', 'secret-ended'])
      expect(page.events.map(({ detail }) => detail.secret_id as unknown)).to.deep.equal(['s0', 's0'])
      await page.has(() => textOf(page.focused) === 'Docs Reader')
    })

    it('is not offered for the last one, and says why', async () => {
      const page = await withSecrets(secret())
      expect(page.all('.end')).to.deep.equal([])
      expect(rows(page)[0]).to.contain('The only secret left cannot be ended. Add another first')
    })

    it('is left to a host that prevents it', async () => {
      const page = await withSecrets(...several(2))
      page.element.addEventListener('oauth-app-end-secret', (event) => event.preventDefault())
      await page.pose('.end')
      page.answer('End now')
      await page.has(() => page.dialog === undefined)
      expect(page.api.requestsTo('endSecret')).to.deep.equal([])
    })
  })

  it('are rotated with the time that the present ones are left', async () => {
    const page = await withSecrets(secret())
    page.api.effect = { users: 3, grants: 3, tokens: 7 }
    await page.pose('.rotate')
    expect(page.impact).to.equal('3 people use it; 7 tokens go on working.')
    page.answer('Create a new secret')
    await page.has(() => page.api.requestsTo('addSecret').length === 1)
    expect(page.api.requestsTo('addSecret')[0]?.body).to.deep.equal({ expire_others_in: 86_400 })
  })
})
