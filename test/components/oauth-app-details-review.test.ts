import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { App } from '../../plugin/contract/app.js'
import { DetailsPage, textOf } from '../support/details-page.js'
import { sampleApp } from '../support/sample-data.js'

const ada = { id: 'ada', name: 'Ada' }
const review = {
  status: 'pending',
  submitted_at: '2026-02-01T09:30:00.000Z',
  submitted_by: ada,
  decided_at: null,
  reason: null,
} as const
const pending = sampleApp({ status: 'pending', review })
const changed = sampleApp({
  review,
  proposal: {
    client_name: 'Docs Writer',
    scopes: ['files:read', 'files:write'],
    redirect_uris: ['https://new.example/cb'],
  },
})
const developer = { ...pending.can, approve: false, reject: false }

/** The part of the page that is about review. */
class ReviewPage {
  private constructor(readonly page: DetailsPage) {}

  static async show(app: App): Promise<ReviewPage> {
    const shown = new ReviewPage(await DetailsPage.show(app))
    const { api } = shown.page
    const decide = (changes: Partial<App>) => (): App => {
      const { review: _, proposal: __, ...rest } = app
      const decided = { ...rest, ...changes }
      api.apps = [decided]
      return decided
    }
    api.handlers = {
      ...api.handlers,
      approveApp: decide({ status: 'active' }),
      rejectApp: decide({ status: 'rejected', review: { ...review, status: 'rejected', reason: 'No.' } }),
      submitApp: decide({ status: 'pending', review }),
      withdrawApp: decide({ status: app.status === 'pending' ? 'draft' : 'active' }),
    }
    await shown.page.has(() => shown.find('.verdict') !== null)
    return shown
  }

  get root(): ShadowRoot | null {
    return this.page.element.shadowRoot?.querySelector('oauth-app-review')?.shadowRoot ?? null
  }

  find<Found extends HTMLElement>(selector: string): Found | null {
    return this.root?.querySelector<Found>(selector) ?? null
  }

  get actions(): string[] {
    return [...(this.root?.querySelectorAll<HTMLElement>('[data-action]') ?? [])].map(
      ({ dataset }) => dataset['action'] ?? '',
    )
  }

  async press(action: string): Promise<void> {
    this.find(`[data-action=${action}]`)?.click()
    await this.page.settled()
  }

  async ask(action: string): Promise<void> {
    await this.press(action)
    await this.page.has(() => this.find<HTMLDialogElement>('dialog')?.open === true)
  }

  async confirm(): Promise<void> {
    this.find('dialog .footer button:last-child')?.click()
    await this.page.settled()
  }

  get text(): string {
    return textOf(this.find('.verdict'))
  }
}

describe('<oauth-app-details> where apps are reviewed', () => {
  it('says that an app waits, for whom it works, and lets who reviews decide', async () => {
    const shown = await ReviewPage.show(pending)
    expect(shown.text).to.contain('Ada submitted it on').and.to.contain('it works for its owner alone')
    expect(shown.actions).to.deep.equal(['approve', 'reject', 'withdraw'])
    await expect(shown.page.element).to.be.accessible()
    await shown.ask('approve')
    await expect(shown.page.element).to.be.accessible()
    await shown.confirm()
    await shown.page.has(() => shown.root === null, 'nothing is left to decide')
    const [request] = shown.page.api.requestsTo('approveApp')
    expect(request?.ifMatch).to.equal(`"${pending.updated_at}"`)
    expect(shown.page.text).to.contain('Docs Reader is approved.')
  })

  it('shows each member that would change as it is in force and as it is proposed', async () => {
    const shown = await ReviewPage.show(changed)
    expect(shown.text).to.contain('the approved version stays in force')
    const rows = [...(shown.root?.querySelectorAll('.change') ?? [])].map((row) => textOf(row))
    expect(rows).to.deep.equal([
      'App name In force Docs Reader Proposed Docs Writer',
      'Redirect URLs In force https://reader.example.com/callback Proposed https://new.example/cb',
      'Access scopes In force files:read Proposed files:readfiles:write',
    ])
    expect(shown.page.text).to.contain('Changes: In review')
    await expect(shown.page.element).to.be.accessible()
  })

  it('asks for the reason of a rejection, and goes on without none', async () => {
    const shown = await ReviewPage.show(changed)
    await shown.ask('reject')
    await shown.confirm()
    expect(textOf(shown.find('dialog'))).to.contain('Say why, so that it can be mended.')
    expect(shown.root?.activeElement?.id).to.equal('reason')
    expect(shown.page.api.requestsTo('rejectApp')).to.deep.equal([])
    await expect(shown.page.element).to.be.accessible()
    await sendKeys({ type: 'Not your name.' })
    await shown.confirm()
    await shown.page.has(() => shown.page.api.requestsTo('rejectApp').length === 1)
    expect(shown.page.api.requestsTo('rejectApp')[0]?.body).to.deep.equal({ reason: 'Not your name.' })
  })

  it('lets nobody approve what they have not seen: it says so, and shows what there is now', async () => {
    const shown = await ReviewPage.show(changed)
    shown.page.api.failNext('approveApp', 'stale')
    await shown.ask('approve')
    shown.page.api.apps = [{ ...changed, proposal: { client_name: 'Other' } }]
    await shown.confirm()
    await shown.page.has(() => textOf(shown.find('dialog')).includes('It has changed since you looked at it'))
    await shown.page.has(() => shown.root?.querySelectorAll('.change').length === 1)
  })

  it('tells the developer why something was rejected, and lets them submit it again or take it back', async () => {
    const refused = {
      ...review,
      status: 'rejected',
      reason: 'The name looks like ours.',
      decided_at: review.submitted_at,
    } as const
    const shown = await ReviewPage.show({ ...changed, can: developer, review: refused })
    expect(shown.text).to.contain('These changes were rejected').and.to.contain('The name looks like ours.')
    expect(shown.actions).to.deep.equal(['submit', 'withdraw'])
    await expect(shown.page.element).to.be.accessible()
    await shown.ask('withdraw')
    expect(textOf(shown.find('dialog'))).to.contain('The changes are lost.')
    await shown.confirm()
    await shown.page.has(() => shown.root === null)
    expect(shown.page.text).to.contain('Docs Reader was withdrawn from review.')
  })

  it('submits a draft at once, and does nothing of it where the page wants to', async () => {
    const { review: _, ...app } = pending
    const shown = await ReviewPage.show({ ...app, status: 'draft', can: developer })
    expect(shown.text).to.contain('This is a draft.')
    const prevent = (event: Event): void => event.preventDefault()
    shown.page.element.addEventListener('oauth-app-submit', prevent)
    await shown.press('submit')
    expect(shown.page.api.requestsTo('submitApp')).to.deep.equal([])
    shown.page.element.removeEventListener('oauth-app-submit', prevent)
    await shown.press('submit')
    await shown.page.has(() => shown.actions.join() === 'withdraw')
    expect(shown.page.text).to.contain('Docs Reader waits for approval.')
  })

  it('is not there where nothing is reviewed, or nothing waits', async () => {
    for (const [app, on] of [
      [pending, false],
      [sampleApp(), true],
    ] as const) {
      const page = await DetailsPage.show(app, { capabilities: { review: on } })
      expect(page.element.shadowRoot?.querySelector('#review') === null).to.equal(true)
    }
  })
})
