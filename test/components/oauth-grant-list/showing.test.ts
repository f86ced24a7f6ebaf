import { expect } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../../components/locales/ar.js'
import '../../../components/locales/de.js'
import { GrantsPage, sampleGrant, sampleGrants, textOf } from '../../support/grants-page.js'

describe('The apps that somebody allowed to act for them', () => {
  it('have a name, an icon, a publisher, permissions in words, and times', async () => {
    const page = await GrantsPage.show(
      sampleGrant({
        app: { logo_uri: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=' },
        last_used_at: new Date(Date.now() - 3 * 3_600_000).toISOString(),
      }),
    )
    expect(page.apps).to.deep.equal(['Docs Reader'])
    expect(page.row()).to.contain('By Example Software')
    expect(page.all('.icon img')).to.have.length(1)
    expect(page.access).to.deep.equal(['See and change your files Includes: See your files'])
    expect(page.row()).to.match(/First allowed Jan 31, 2026, January 31, 2026 at \d+:30/)
    expect(page.row()).to.contain('Last used 3 hours ago')
    expect(page.find('.facts time').title).to.contain('January 31, 2026')
    expect(page.status).to.equal('1 application shown')
    await expect(page.element).to.be.accessible()
  })

  it('are told by what they can do, also where nobody describes it or offers it any more', async () => {
    const scopes = ['openid', 'members:remove', 'undescribed', 'left:over']
    const page = await GrantsPage.show(sampleGrant({ scopes }))
    expect(page.access).to.deep.equal([
      'Know who you are',
      'Remove people from your organization Far-reaching access',
      'undescribed',
      'left:over This permission is no longer offered.',
    ])
    await expect(page.element).to.be.accessible()
  })

  it('say so when they got no single permissions, and when no use is recorded', async () => {
    const page = await GrantsPage.show(sampleGrant({ scopes: [] }))
    expect(page.row()).to.contain('You allowed it no single permissions.')
    expect(page.row()).to.contain('No use recorded')
    expect(page.all('.change')).to.deep.equal([])
  })

  it('fold what is more than a page can hold', async () => {
    const page = await GrantsPage.show(
      sampleGrant({ scopes: Array.from({ length: 9 }, (_, index) => `left:${index}`) }),
    )
    expect(page.access).to.have.length(5)
    expect(textOf(page.find('summary'))).to.equal('4 more permissions')
    page.find('summary').click()
    await page.has(() => page.all('details[open] li').length === 4)
    await expect(page.element).to.be.accessible()
  })

  it('are told honestly when they are suspended, deleted or gone', async () => {
    const page = await GrantsPage.show(
      sampleGrant({ id: 'grant-1', app: { status: 'suspended' } }),
      sampleGrant({ id: 'grant-2', app: { status: 'deleted' } }),
      sampleGrant({ id: 'grant-3', app: { status: 'deleted', client_name: null, publisher: null } }),
    )
    expect(page.row('grant-1')).to.contain('Suspended').and.contain('switched off for now')
    expect(page.row('grant-2')).to.contain('Deleted').and.contain('This application was deleted')
    expect(page.apps[2]).to.equal('An application that is gone')
    expect(page.all('.revoke')).to.have.length(3)
    await expect(page.element).to.be.accessible()
  })

  it('lead to pages of theirs, where those are sound', async () => {
    const page = await GrantsPage.show(
      sampleGrant({
        app: { client_uri: 'https://reader.example.com', policy_uri: 'javascript:alert(1)', tos_uri: null },
      }),
    )
    const links = page.all('a') as HTMLAnchorElement[]
    expect(links.map(({ href, rel }) => [href, rel])).to.deep.equal([
      ['https://reader.example.com/', 'noopener noreferrer'],
    ])
  })

  it('are none for who allowed nothing', async () => {
    const page = await GrantsPage.show()
    expect(textOf(page.find('.panel'))).to.contain('No authorized applications')
    expect(page.all('.revoke-all')).to.deep.equal([])
    await expect(page.element).to.be.accessible()
  })

  it('are waited for with what looks like them', async () => {
    const api = GrantsPage.apiOf(sampleGrants(1))
    api.hold('listGrants')
    const page = await GrantsPage.ask(api)
    expect(page.status).to.equal('Loading')
    expect(page.all('.bone')).not.to.deep.equal([])
    await expect(page.element).to.be.accessible()
    api.letThrough('listGrants')
    await page.has(() => page.apps.length === 1)
    expect(page.all('.bone')).to.deep.equal([])
  })

  it('are asked for again after a failure, whose reason is told', async () => {
    const api = GrantsPage.apiOf(sampleGrants(1))
    api.failNext('listGrants', 'unavailable')
    const page = await GrantsPage.ask(api)
    await page.has(() => page.alert.includes('The server does not answer.'))
    await expect(page.element).to.be.accessible()
    page.find('.retry').click()
    await page.has(() => page.apps.length === 1)
    expect(page.all('[role=alert]')).to.deep.equal([])
  })

  it('are not offered by every host, which is told as such', async () => {
    const api = GrantsPage.apiOf([])
    api.failNext('listGrants', 'not_found')
    const page = await GrantsPage.ask(api)
    await page.has(() => page.alert.includes('This is not offered here.'))
  })

  describe('a page at a time', () => {
    it('come with the focus on the first new one when nothing more is to come', async () => {
      const page = await GrantsPage.show(...sampleGrants(5))
      expect(page.apps).to.have.length(3)
      page.find('.load-more').focus()
      page.find('.load-more').click()
      await page.has(() => page.apps.length === 5)
      await page.has(() => page.focused === 'App 4')
      expect(page.all('.load-more')).to.deep.equal([])
      expect(page.status).to.equal('5 applications shown')
    })

    it('stay when more cannot be loaded, which can be tried again', async () => {
      const page = await GrantsPage.show(...sampleGrants(5))
      page.api.failNext('listGrants', 'network')
      page.find('.load-more').click()
      await page.has(() => page.alert.includes('The server could not be reached.'))
      expect(page.apps).to.have.length(3)
      await expect(page.element).to.be.accessible()
      page.find('.load-more').click()
      await page.has(() => page.apps.length === 5)
    })
  })

  it('can be given without a server', async () => {
    const page = await GrantsPage.ask(GrantsPage.apiOf([]), { grants: sampleGrants(2) })
    expect(page.apps).to.deep.equal(['App 1', 'App 2'])
    expect(page.api.requests).to.deep.equal([])
    page.element.grants = []
    await page.has(() => page.all('.panel').length === 1)
  })

  it('are asked for anew after the element was taken out while they were on their way', async () => {
    const api = GrantsPage.apiOf(sampleGrants(1))
    api.hold('listGrants')
    const page = await GrantsPage.ask(api)
    const parent = page.element.parentElement
    page.element.remove()
    api.letThrough('listGrants')
    parent?.append(page.element)
    await page.has(() => page.apps.length === 1)
  })

  it('speak the language of the page', async () => {
    const page = await GrantsPage.show(sampleGrant())
    page.element.lang = 'de'
    await page.has(() => page.row().includes('Zuerst erlaubt'))
    expect(page.row()).to.contain('Von Example Software')
    page.element.lang = 'ar'
    page.element.dir = 'rtl'
    await page.has(() => page.row().includes('أول سماح'))
    await expect(page.element).to.be.accessible()
  })

  it('fit into 320 pixels', async () => {
    await setViewport({ width: 320, height: 700 })
    const long = 'Wort'.repeat(24)
    const page = await GrantsPage.show(
      sampleGrant({ app: { client_name: long, status: 'suspended', client_uri: 'https://example.com' } }),
    )
    for (const dir of ['ltr', 'rtl']) {
      page.element.dir = dir
      await page.has(() => true)
      expect(document.documentElement.scrollWidth).to.be.at.most(320)
      expect(page.find('.grant').scrollWidth).to.be.at.most(page.find('.grant').clientWidth)
    }
    await page.pose('.change')
    const { left, right } = page.dialog?.getBoundingClientRect() ?? { left: -1, right: 999 }
    expect([left >= 0, right <= 320]).to.deep.equal([true, true])
    await setViewport({ width: 1000, height: 800 })
  })
})
