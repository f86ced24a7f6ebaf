import { expect } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import { DetailsPage, textOf } from '../support/details-page.js'
import { sampleApp } from '../support/sample-data.js'

const reader = sampleApp()
const asleep = sampleApp({ status: 'disabled' })
const counted = { users: 12, grants: 14, tokens: 30 }

/** A page on which every action reaches so many. */
async function show(...[app, given]: Parameters<typeof DetailsPage.show>): Promise<DetailsPage> {
  const page = await DetailsPage.show(app, given)
  page.api.effect = counted
  return page
}

const toggle = '[data-action=toggle]'
const remove = '[data-action=delete]'

describe('<oauth-app-details>: what is dangerous', () => {
  describe('whom it reaches', () => {
    it('is told in numbers before anything is done, with the focus on the safe button', async () => {
      const page = await show(reader)
      await page.pose(toggle)
      expect(page.question).to.contain('Disable Docs Reader?')
      expect(page.impact).to.equal('12 people use it; 30 tokens stop working.')
      expect(textOf(page.focused)).to.equal('Cancel')
      expect(page.api.requestsTo('disableApp')).to.deep.equal([])
      await expect(page.element).to.be.accessible()
    })

    for (const [name, effect, sentence] of [
      ['nobody', { users: 0, grants: 0, tokens: 0 }, 'Nobody uses it, and it has no tokens.'],
      ['one', { users: 1, grants: 1, tokens: 1 }, '1 person uses it; 1 token stops working.'],
      ['unknown', { users: null, grants: null, tokens: null }, 'How many people and tokens this reaches is not known.'],
      ['people alone', { users: 2, grants: 2, tokens: null }, '2 people use it; how many tokens it has is not known.'],
      [
        'tokens alone',
        { users: null, grants: null, tokens: 2 },
        'How many people use it is not known; 2 tokens stop working.',
      ],
    ] as const) {
      it(`is told as it is: ${name}`, async () => {
        const page = await DetailsPage.show(reader)
        page.api.effect = effect
        await page.pose(toggle)
        expect(page.impact).to.equal(sentence)
      })
    }

    it('is waited for by nobody: the person may say no, or go on', async () => {
      const page = await show(reader)
      const held = page.api.hold('getImpact')
      page.find(toggle).click()
      await page.has(() => page.dialog !== undefined && held.length === 1)
      expect(page.impact).to.equal('Finding out whom this reaches')
      await expect(page.element).to.be.accessible()
      page.answer('Cancel')
      await page.has(() => page.dialog === undefined)
      page.find(toggle).click()
      await page.has(() => page.dialog !== undefined && held.length === 2)
      page.answer('Disable')
      await page.has(() => page.status.startsWith('Docs Reader is disabled.'))
      page.api.letThrough('getImpact')
    })

    it('is said not to be known where asking fails, can be asked again, and stops nobody', async () => {
      const page = await show(reader)
      page.api.failNext('getImpact', 'unavailable')
      await page.pose(toggle)
      expect(page.impact).to.contain('It could not be found out how many people and tokens this reaches.')
      await expect(page.element).to.be.accessible()
      page.answer('Try again')
      await page.has(() => page.impact === '12 people use it; 30 tokens stop working.')
      page.answer('Disable')
      await page.has(() => page.status.startsWith('Docs Reader is disabled.'))
    })
  })

  describe('disabling', () => {
    it('lets the tokens rest, and says how many', async () => {
      const page = await show(reader)
      await page.pose(toggle)
      page.answer('Disable')
      await page.has(() => page.dialog === undefined && page.status !== '')
      expect(page.status).to.equal(
        'Docs Reader is disabled. 12 people lost access; 30 tokens rest until it is enabled again.',
      )
      expect(page.api.requestsTo('disableApp')[0]?.body).to.deep.equal({})
      expect(textOf(page.find('.badge'))).to.equal('Disabled')
      expect(textOf(page.find(toggle))).to.equal('Enable')
      expect(page.isFocused(toggle)).to.equal(true)
      expect(page.told).to.deep.equal(['disable', 'disabled'])
    })

    it('revokes the tokens for good where the person chooses so', async () => {
      const page = await show(reader)
      await page.pose(toggle)
      page.find('dialog label.choice').click()
      await page.has(() => page.impact === '12 people use it; 30 tokens stop working for good.')
      page.answer('Disable')
      await page.has(() => page.status !== '')
      expect(page.api.requestsTo('disableApp')[0]?.body).to.deep.equal({ revoke_tokens: true })
      expect(page.status).to.equal('Docs Reader is disabled. 12 people lost access; 30 tokens were revoked for good.')
    })

    it('offers no such choice where nobody can revoke tokens, and says nothing of numbers then', async () => {
      const page = await DetailsPage.show(reader, { capabilities: { tokens: false } })
      await page.pose(toggle)
      expect(page.all('dialog input')).to.deep.equal([])
      expect(page.impact).to.equal('How many people and tokens this reaches is not known.')
      page.answer('Disable')
      await page.has(() => page.status === 'Docs Reader is disabled.')
    })
  })

  it('enables at once, and says who has access again', async () => {
    const page = await show(asleep)
    page.find('.switch').click()
    await page.has(() => page.status !== '')
    expect(page.status).to.equal('Docs Reader is enabled. 12 people have access again; 30 tokens work again.')
    expect(page.dialog === undefined).to.equal(true)
  })

  describe('revoking all tokens', () => {
    it('warns that nobody can take it back, and says how many were revoked', async () => {
      const page = await show(reader)
      await page.pose('[data-action=revoke]')
      expect(page.question).to.contain('Revoke all tokens of Docs Reader?')
      expect(page.question).to.contain('This cannot be undone.')
      expect(page.impact).to.equal('12 people use it; 30 tokens stop working for good.')
      expect(textOf(page.focused)).to.equal('Cancel')
      await expect(page.element).to.be.accessible()
      page.answer('Revoke all tokens')
      await page.has(() => page.status !== '')
      expect(page.status).to.equal(
        'All tokens of Docs Reader were revoked. 12 people lost access; 30 tokens were revoked for good.',
      )
      expect(page.told).to.deep.equal(['revoke-tokens', 'tokens-revoked'])
    })

    it('is left to a host that prevents it', async () => {
      const page = await show(reader)
      page.element.addEventListener('oauth-app-revoke-tokens', (event) => event.preventDefault())
      await page.pose('[data-action=revoke]')
      page.answer('Revoke all tokens')
      await page.has(() => page.dialog === undefined)
      expect(page.api.requestsTo('revokeTokens')).to.deep.equal([])
    })
  })

  describe('deleting', () => {
    it('says for how long it can be restored, and restores it', async () => {
      const page = await show(reader)
      await page.pose(remove)
      expect(page.question).to.contain('It can be restored for 30 days; after that it is gone for good.')
      expect(page.impact).to.equal('12 people use it; 30 tokens stop working.')
      page.answer('Delete application')
      await page.has(() => page.status !== '')
      expect(page.status).to.equal('Docs Reader was deleted. 12 people lost access; 30 tokens stopped working.')
      expect(page.api.requestsTo('deleteApp')[0]?.prefer).to.equal('return=representation')
      expect(textOf(page.find('.gone'))).to.contain('It can be restored for 30 days.')
      await page.has(() => textOf(page.focused) === 'Docs Reader was deleted')
      await expect(page.element).to.be.accessible()
      page.find('.toast .next').click()
      await page.has(() => page.status.startsWith('Docs Reader was restored.'))
      expect(textOf(page.find('h2'))).to.equal('Docs Reader')
      expect(page.told).to.deep.equal(['delete', 'deleted', 'restore', 'restored'])
    })

    it('says that it is gone at once where nothing can be restored, and offers no way back', async () => {
      const page = await show(reader, { capabilities: { restore_days: 0 } })
      await page.pose(remove)
      expect(page.question).to.contain('This cannot be undone.')
      expect(page.impact).to.equal('12 people use it; 30 tokens stop working for good.')
      page.answer('Delete application')
      await page.has(() => page.status !== '')
      expect(textOf(page.find('.gone'))).to.contain('It is gone for good.')
      expect(page.all('.toast .next')).to.deep.equal([])
    })

    it('asks for the name where the host wants it, and says what is missing', async () => {
      const page = await show(sampleApp({ client_name: 'Café' }), { capabilities: { delete_confirmation: 'name' } })
      await page.pose(remove)
      await expect(page.element).to.be.accessible()
      expect(textOf(page.focused)).to.equal('Cancel')
      page.answer('Delete application')
      await page.has(() => page.question.includes('To delete it, type its name: Café'))
      expect(page.isFocused('#typed-name')).to.equal(true)
      await expect(page.element).to.be.accessible()
      expect(page.api.requestsTo('deleteApp')).to.deep.equal([])
      // Decomposed, and with a space that nobody sees.
      page.type('#typed-name', ' Cafe\u0301 ')
      page.answer('Delete application')
      await page.has(() => page.status !== '')
      expect(page.api.requestsTo('deleteApp')).to.have.length(1)
    })

    it('keeps the app when it fails, and says why', async () => {
      const page = await show(reader)
      page.api.failNext('deleteApp', 'internal')
      await page.pose(remove)
      page.answer('Delete application')
      await page.has(() => page.question.includes('Something failed on the server.'))
      await sendKeys({ press: 'Escape' })
      await page.has(() => page.dialog === undefined)
      expect(page.isFocused(remove)).to.equal(true)
    })
  })

  describe('reassigning', () => {
    const open = async (given: Parameters<typeof show>[1] = {}): Promise<DetailsPage> => {
      const page = await show(reader, given)
      await page.pose('[data-action=reassign]')
      return page
    }
    const options = (page: DetailsPage): string[] => page.all('#owners .owner-name').map(textOf)

    it('finds members by name, with the keyboard alone', async () => {
      const page = await open()
      await page.has(() => options(page).length === 2)
      expect(options(page)).to.deep.equal(['Grace Hopper', 'Edsger Dijkstra'])
      await expect(page.element).to.be.accessible()
      page.find('#owner').focus()
      await sendKeys({ type: 'dij' })
      await page.has(() => options(page).length === 1)
      await sendKeys({ press: 'ArrowDown' })
      await page.has(() => page.find('#owner').getAttribute('aria-activedescendant') === 'owner-0')
      await sendKeys({ press: 'Enter' })
      await page.has(() => page.input('#owner').value === 'Edsger Dijkstra')
      expect(page.find('#owner-0').getAttribute('aria-selected')).to.equal('true')
      await expect(page.element).to.be.accessible()
      page.answer('Reassign')
      await page.has(() => page.status === 'Docs Reader belongs to Edsger Dijkstra now.')
      expect(page.api.requestsTo('reassignApp')[0]?.body).to.deep.equal({ owner_id: 'edsger' })
      expect(page.told).to.deep.equal(['reassign', 'reassigned'])
    })

    it('says that somebody has to be chosen', async () => {
      const page = await open()
      page.answer('Reassign')
      await page.has(() => page.question.includes('Choose a member first.'))
      expect(page.isFocused('#owner')).to.equal(true)
      expect(page.api.requestsTo('reassignApp')).to.deep.equal([])
    })

    it('forgets who was chosen when something else is typed', async () => {
      const page = await open()
      await page.has(() => options(page).length === 2)
      page.find('#owner-0').click()
      await page.has(() => page.input('#owner').value === 'Grace Hopper')
      page.type('#owner', 'Gra')
      page.answer('Reassign')
      await page.has(() => page.question.includes('Choose a member first.'))
    })

    it('says when the members cannot be found, and tries again', async () => {
      const page = await show(reader)
      page.api.failNext('listOwners', 'unavailable')
      await page.pose('[data-action=reassign]')
      await page.has(() => page.question.includes('The server is busy.'))
      await expect(page.element).to.be.accessible()
      page.answer('Try again')
      await page.has(() => options(page).length === 2)
    })

    it('takes the ID of a member where nobody can list them', async () => {
      const page = await open({ capabilities: { owners: false } })
      expect(page.api.requestsTo('listOwners')).to.deep.equal([])
      page.answer('Reassign')
      await page.has(() => page.question.includes('Enter the ID of a member first.'))
      await expect(page.element).to.be.accessible()
      page.type('#owner-id', ' grace ')
      page.api.failNext('reassignApp', 'invalid_input')
      page.answer('Reassign')
      await page.has(() => page.question.includes('There is no such member'))
      page.answer('Reassign')
      await page.has(() => page.status === 'Docs Reader belongs to Grace Hopper now.')
    })
  })

  it('asks within 320 pixels', async () => {
    await setViewport({ width: 320, height: 700 })
    const page = await show(reader)
    for (const selector of [toggle, remove, '[data-action=reassign]', '[data-action=revoke]']) {
      await page.pose(selector)
      const { left, right } = page.dialog?.getBoundingClientRect() ?? { left: -1, right: 999 }
      expect(left).to.be.at.least(0)
      expect(right).to.be.at.most(320)
      expect(page.dialog?.scrollWidth).to.be.at.most(page.dialog?.clientWidth ?? 0)
      page.answer('Cancel')
      await page.has(() => page.dialog === undefined)
    }
    await setViewport({ width: 1000, height: 800 })
  })
})
