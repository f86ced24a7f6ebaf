import { expect } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../components/locales/ar.js'
import type { AppGrant } from '../../plugin/contract/grants.js'
import { detailsHandlers } from '../support/details-handlers.js'
import { DetailsPage, textOf } from '../support/details-page.js'
import { nothing, sampleApp } from '../support/sample-data.js'

const grantOf = (number: number, given: Partial<AppGrant> = {}): AppGrant => ({
  id: `grant-${number}`,
  user: { id: `user-${number}`, name: `Person ${number}` },
  scopes: ['files:read'],
  created_at: '2026-01-31T09:30:00.000Z',
  last_used_at: null,
  ...given,
})

type Given = NonNullable<Parameters<typeof DetailsPage.apiOf>[1]>

const apiOf = (grants: readonly AppGrant[], given: Given = {}, app = sampleApp()) => {
  const api = DetailsPage.apiOf(app, given)
  api.handlers = detailsHandlers(api, [], grants)
  return api
}

const ask = async (api: ReturnType<typeof apiOf>): Promise<DetailsPage> => {
  const page = await DetailsPage.ask(api, 'docs-reader-7f3a')
  await page.has(() => page.all('.page').length > 0)
  await page.settled()
  return page
}

const show = (...grants: readonly AppGrant[]): Promise<DetailsPage> => ask(apiOf(grants))

const names = (page: DetailsPage): string[] => page.all('.user-name').map(textOf)

const many = [1, 2, 3, 4, 5].map((number) => grantOf(number))

describe('Who uses an app', () => {
  it('is told with what they allowed, when, and how many they are', async () => {
    const lastUse = new Date(Date.now() - 2 * 86_400_000).toISOString()
    const page = await show(grantOf(1, { scopes: ['files:read', 'files:write'], last_used_at: lastUse }), grantOf(2))
    const section = textOf(page.find('.section.users'))
    expect(names(page)).to.deep.equal(['Person 1', 'Person 2'])
    expect(section).to.contain('2 people, 4 tokens')
    expect(section).to.contain('files:read files:write')
    expect(section).to.contain('Last used 2 days ago')
    expect(section).to.contain('No use recorded')
    await expect(page.element).to.be.accessible()
  })

  it('is nobody, where nobody has allowed it anything', async () => {
    const page = await show()
    expect(textOf(page.find('.section.users'))).to.contain('Nobody has allowed it anything.')
    expect(page.all('.revoke-users')).to.deep.equal([])
    await expect(page.element).to.be.accessible()
  })

  it('comes a page at a time, with the focus on the first new one when nothing more is to come', async () => {
    const page = await show(...many)
    expect(names(page)).to.have.length(3)
    page.find('.more-users').focus()
    page.find('.more-users').click()
    await page.has(() => names(page).length === 5)
    await page.has(() => (page.focused as HTMLElement | null)?.dataset['grantId'] === 'grant-4')
    expect(page.all('.more-users')).to.deep.equal([])
  })

  it('stays when more cannot be loaded, which can be tried again', async () => {
    const page = await show(...many)
    page.api.failNext('listAppGrants', 'unavailable')
    page.find('.more-users').click()
    await page.has(() => textOf(page.find('.section.users')).includes('The server is busy.'))
    expect(names(page)).to.have.length(3)
    page.find('.more-users').click()
    await page.has(() => names(page).length === 5)
  })

  it('fails alone, and can be asked again', async () => {
    const api = apiOf(many)
    api.failNext('listAppGrants', 'unavailable')
    const page = await DetailsPage.ask(api, 'docs-reader-7f3a')
    await page.has(() => textOf(page.element.renderRoot).includes('The users could not be loaded. The server is busy.'))
    expect(textOf(page.find('h2'))).to.equal('Docs Reader')
    await expect(page.element).to.be.accessible()
    page.find('.section.users .section-failure button').click()
    await page.has(() => names(page).length === 3)
  })

  it('is nobody any more after all tokens were revoked from here', async () => {
    const page = await show(...many)
    await page.pose('.revoke-users')
    expect(page.question).to.contain('Revoke all tokens of Docs Reader?')
    page.answer('Revoke all tokens')
    await page.has(() => textOf(page.find('.section.users')).includes('Nobody has allowed it anything.'))
    expect(page.told).to.deep.equal(['revoke-tokens', 'tokens-revoked'])
  })

  it('is not told where nobody knows, or the caller may not', async () => {
    const unknown = await ask(apiOf(many, { capabilities: { tokens: false } }))
    const forbidden = await ask(apiOf(many, {}, sampleApp({ can: nothing })))
    for (const page of [unknown, forbidden]) {
      expect(page.all('.section.users')).to.deep.equal([])
      expect(page.all('[data-section=users]')).to.deep.equal([])
      expect(page.api.requestsTo('listAppGrants')).to.deep.equal([])
    }
  })

  it('can be given without a server', async () => {
    const page = await DetailsPage.show(sampleApp(), { properties: { grants: many } })
    expect(names(page)).to.have.length(5)
    expect(page.api.requestsTo('listAppGrants')).to.deep.equal([])
  })

  it('fits into 320 pixels, from right to left too', async () => {
    await setViewport({ width: 320, height: 700 })
    const page = await show(grantOf(1, { user: { id: 'long', name: 'Wort'.repeat(20) }, scopes: ['a:'.repeat(40)] }))
    page.element.lang = 'ar'
    page.element.dir = 'rtl'
    await page.has(() => textOf(page.find('#users')) === 'المستخدمون')
    const { scrollWidth, clientWidth } = page.find('.section.users')
    expect(scrollWidth).to.be.at.most(clientWidth)
    await expect(page.element).to.be.accessible()
    await setViewport({ width: 1000, height: 800 })
  })
})
