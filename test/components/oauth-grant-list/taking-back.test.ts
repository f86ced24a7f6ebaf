import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { GrantsPage, sampleGrant, sampleGrants } from '../../support/grants-page.js'

const change = '.change'
const revoke = '.revoke'
const revokeAll = '.revoke-all'

describe('Revoking what one app was allowed', () => {
  it('says what it means with the focus on the safe button, and tells when it is done', async () => {
    const page = await GrantsPage.show(...sampleGrants(3))
    await page.pose('[data-grant-id=grant-2] .revoke')
    expect(page.question).to.contain('Revoke the access of App 2?')
    expect(page.question).to.contain('What it has already seen or changed stays as it is.')
    expect(page.focused).to.equal('Cancel')
    await expect(page.element).to.be.accessible()
    page.answer('Revoke access')
    await page.has(() => page.apps.length === 2)
    expect(page.api.requestsTo('revokeGrant')[0]?.params).to.deep.equal({ grant_id: 'grant-2' })
    expect(page.status).to.equal('The access of App 2 was revoked.')
    expect(page.told).to.deep.equal(['revoke', 'revoked'])
    await page.has(() => page.focused === 'App 3')
  })

  it('leads the focus to what is left', async () => {
    const page = await GrantsPage.show(...sampleGrants(2))
    await page.pose('[data-grant-id=grant-2] .revoke')
    page.answer('Revoke access')
    await page.has(() => page.focused === 'App 1')
    await page.pose(revoke)
    page.answer('Revoke access')
    await page.has(() => page.focused === 'No authorized applications')
    await expect(page.element).to.be.accessible()
  })

  it('brings the next page when all that was shown is gone', async () => {
    const page = await GrantsPage.show(...sampleGrants(4))
    for (const left of [2, 1]) {
      await page.pose(revoke)
      page.answer('Revoke access')
      await page.has(() => page.apps.length === left && page.dialog === undefined)
    }
    await page.pose(revoke)
    page.answer('Revoke access')
    await page.has(() => page.apps[0] === 'App 4')
  })

  it('does nothing when the person goes back, and gives the focus back', async () => {
    const page = await GrantsPage.show(sampleGrant())
    await page.pose(revoke)
    await sendKeys({ press: 'Escape' })
    await page.has(() => page.dialog === undefined)
    expect(page.focused).to.equal('Revoke access')
    expect(page.told).to.deep.equal([])
    expect(page.api.requestsTo('revokeGrant')).to.deep.equal([])
  })

  it('keeps the app when it fails, says why, and can be tried again', async () => {
    const page = await GrantsPage.show(sampleGrant())
    page.api.failNext('revokeGrant', 'unavailable')
    await page.pose(revoke)
    page.answer('Revoke access')
    await page.has(() => page.question.includes('Whether this was done is not certain'))
    expect(page.apps).to.deep.equal(['Docs Reader'])
    await expect(page.element).to.be.accessible()
    page.answer('Revoke access')
    await page.has(() => page.apps.length === 0)
  })

  it('is done, too, where somebody else has done it', async () => {
    const page = await GrantsPage.show(sampleGrant())
    page.api.failNext('revokeGrant', 'not_found')
    await page.pose(revoke)
    page.answer('Revoke access')
    await page.has(() => page.apps.length === 0)
    expect(page.told).to.deep.equal(['revoke', 'revoked'])
  })

  it('is left to a host that prevents it', async () => {
    const page = await GrantsPage.show(sampleGrant())
    page.element.addEventListener('oauth-grant-revoke', (event) => {
      expect(event.detail.grant.id).to.equal('grant-1')
      event.preventDefault()
    })
    await page.pose(revoke)
    page.answer('Revoke access')
    await page.has(() => page.dialog === undefined)
    expect(page.api.requestsTo('revokeGrant')).to.deep.equal([])
    expect(page.apps).to.deep.equal(['Docs Reader'])
    expect(page.told).to.deep.equal(['revoke'])
  })
})

describe('Revoking all', () => {
  it('says that it reaches also what is not shown, and tells how much it was', async () => {
    const page = await GrantsPage.show(...sampleGrants(5))
    await page.pose(revokeAll)
    expect(page.question).to.contain('Revoke the access of all applications?')
    expect(page.question).to.contain('those that are not shown here among them')
    expect(page.focused).to.equal('Cancel')
    await expect(page.element).to.be.accessible()
    page.answer('Revoke all access')
    await page.has(() => page.status === 'The access of 5 applications was revoked.')
    await page.has(() => page.all('.panel').length === 1)
    expect(page.told).to.deep.equal(['revoke-all', 'all-revoked'])
    expect(page.events[1]?.detail).to.deep.equal({ effect: { users: 1, grants: 5, tokens: 5 } })
  })

  it('keeps all of them when it fails, and is left to a host that prevents it', async () => {
    const page = await GrantsPage.show(...sampleGrants(2))
    page.api.failNext('revokeGrants', 'internal')
    await page.pose(revokeAll)
    page.answer('Revoke all access')
    await page.has(() => page.question.includes('Something failed on the server.'))
    expect(page.apps).to.have.length(2)
    page.element.addEventListener('oauth-grant-revoke-all', (event) => event.preventDefault())
    page.answer('Revoke all access')
    await page.has(() => page.dialog === undefined)
    expect(page.apps).to.have.length(2)
    expect(page.api.requestsTo('revokeGrants')).to.have.length(1)
  })
})

describe('Taking back single permissions', () => {
  const scopes = ['files:read', 'files:write', 'openid']

  it('holds what another one includes, until that is unticked', async () => {
    const page = await GrantsPage.show(sampleGrant({ scopes }))
    await page.pose(change)
    expect(page.question).to.contain('Change what Docs Reader can do')
    expect(page.question).to.contain('Included in: See and change your files')
    expect(page.ticked).to.deep.equal(scopes)
    await expect(page.element).to.be.accessible()
    page.box('files:read').click()
    await page.has(() => page.ticked.length === 3)
    page.box('files:write').click()
    await page.has(() => page.box('files:read').getAttribute('aria-disabled') === null)
    expect(page.ticked).to.deep.equal(['files:read', 'openid'])
    page.box('files:read').click()
    await page.has(() => page.ticked.length === 1)
    page.answer('Save')
    await page.has(() => page.status === 'Docs Reader can do no more than what is ticked now.')
    expect(page.api.requestsTo('narrowGrant')[0]?.body).to.deep.equal({ scopes: ['openid'] })
    expect(page.access).to.deep.equal(['Know who you are'])
    expect(page.told).to.deep.equal(['narrow', 'narrowed'])
    expect(page.events[0]?.detail).to.deep.equal({ grant: sampleGrant({ scopes }), scopes: ['openid'] })
    expect(page.events[1]?.detail).to.deep.equal({ grant: sampleGrant({ scopes: ['openid'] }), scopes: ['openid'] })
  })

  it('needs something unticked, and something left', async () => {
    const page = await GrantsPage.show(sampleGrant({ scopes }))
    await page.pose(change)
    page.answer('Save')
    await page.has(() => page.question.includes('First untick what it should no longer do.'))
    expect(page.element.shadowRoot?.activeElement).to.equal(page.box('files:read'))
    for (const scope of ['files:write', 'files:read', 'openid']) {
      page.box(scope).click()
      await page.has(() => !page.box(scope).checked)
    }
    page.answer('Save')
    await page.has(() => page.question.includes('revoke the access instead.'))
    await expect(page.element).to.be.accessible()
    expect(page.api.requestsTo('narrowGrant')).to.deep.equal([])
  })

  it('keeps what was chosen when it fails, and can be tried again', async () => {
    const page = await GrantsPage.show(sampleGrant({ scopes }))
    await page.pose(change)
    page.box('openid').click()
    await page.has(() => page.ticked.length === 2)
    page.api.failNext('narrowGrant', 'network')
    page.answer('Save')
    await page.has(() => page.question.includes('The server could not be reached.'))
    expect(page.ticked).to.deep.equal(['files:read', 'files:write'])
    page.answer('Save')
    await page.has(() => page.dialog === undefined)
    expect(page.api.requestsTo('narrowGrant').at(-1)?.body).to.deep.equal({ scopes: ['files:read', 'files:write'] })
  })

  it('works with the keyboard alone', async () => {
    const page = await GrantsPage.show(sampleGrant({ scopes }))
    page.find(change).focus()
    await sendKeys({ press: 'Enter' })
    await page.has(() => page.dialog?.matches(':modal') === true)
    page.box('openid').focus()
    await sendKeys({ press: 'Space' })
    await page.has(() => !page.box('openid').checked)
    await sendKeys({ press: 'Tab' })
    expect(page.focused).to.equal('Cancel')
    await sendKeys({ press: 'Tab' })
    await sendKeys({ press: 'Enter' })
    await page.has(() => page.dialog === undefined)
    expect(page.access).to.deep.equal(['See and change your files Includes: See your files'])
    expect(page.focused).to.equal('Change access')
  })

  it('begins with what is granted each time', async () => {
    const page = await GrantsPage.show(sampleGrant({ scopes }))
    await page.pose(change)
    page.box('openid').click()
    await page.has(() => page.ticked.length === 2)
    page.answer('Cancel')
    await page.has(() => page.dialog === undefined)
    await page.pose(change)
    expect(page.ticked).to.deep.equal(scopes)
  })

  it('is left to a host that prevents it', async () => {
    const page = await GrantsPage.show(sampleGrant({ scopes }))
    page.element.addEventListener('oauth-grant-narrow', (event) => event.preventDefault())
    await page.pose(change)
    page.box('openid').click()
    page.answer('Save')
    await page.has(() => page.dialog === undefined)
    expect(page.api.requestsTo('narrowGrant')).to.deep.equal([])
    expect(page.told).to.deep.equal(['narrow'])
  })
})
