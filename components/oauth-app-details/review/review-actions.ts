import { html, type TemplateResult } from 'lit'
import type { App } from '../../../plugin/contract/app.js'
import { isApproved, reasonMax } from '../../../plugin/contract/review-values.js'
import { ApiError } from '../../internal/api-client.js'
import type { ActionRunner } from '../../internal/app-actions/action-runner.js'
import type { DoneEvent } from '../../internal/app-actions/app-events.js'
import type { ReviewStrings } from './review-words.js'

/** An app as somebody sees it, and the version that it was then. */
export interface SeenApp {
  readonly app: App
  readonly etag: string | null
}

/** What can be decided about what waits. */
export class ReviewActions {
  readonly #runner: ActionRunner
  readonly #words: () => ReviewStrings['review']
  readonly #overtaken: () => void

  /** @param overtaken - is called where the app is no longer as it was seen. */
  constructor(runner: ActionRunner, words: () => ReviewStrings['review'], overtaken: () => void) {
    this.#runner = runner
    this.#words = words
    this.#overtaken = overtaken
  }

  async submit({ app, etag }: SeenApp): Promise<void> {
    const words = this.#words()
    await this.#runner.doAtOnce(app, {
      event: 'oauth-app-submit',
      failed: words.submitFailed(app.client_name),
      perform: async (client, params) => {
        const { data } = await client.call('submitApp', { params, ...versionOf(etag) })
        const waits = data.review?.status === 'pending'
        this.#tell('oauth-app-submitted', data, (waits ? words.submitted : words.approved)(app.client_name))
      },
    })
  }

  async withdraw({ app, etag }: SeenApp): Promise<void> {
    const words = this.#words()
    const changes = isApproved(app)
    const withdrawn = await this.#runner.ask(app, {
      event: 'oauth-app-withdraw',
      question: {
        title: words.withdrawTitle(app.client_name),
        body: changes ? words.withdrawChangesText : words.withdrawText,
        confirm: words.withdraw,
        danger: changes,
      },
      perform: async (client, params) => (await client.call('withdrawApp', { params, ...versionOf(etag) })).data,
      explain: (error) => this.#explain(error),
    })
    if (withdrawn) this.#tell('oauth-app-withdrawn', withdrawn, words.withdrawn(app.client_name))
  }

  async approve({ app, etag }: SeenApp): Promise<void> {
    const words = this.#words()
    const approved = await this.#runner.ask(app, {
      event: 'oauth-app-approve',
      question: {
        title: words.approveTitle(app.client_name),
        body: isApproved(app) ? words.approveChangesText : words.approveText,
        confirm: words.approve,
      },
      perform: async (client, params) => (await client.call('approveApp', { params, ...versionOf(etag) })).data,
      explain: (error) => this.#explain(error),
    })
    if (approved) this.#tell('oauth-app-approved', approved, words.approved(app.client_name))
  }

  async reject({ app, etag }: SeenApp): Promise<void> {
    const words = this.#words()
    let reason = ''
    const rejected = await this.#runner.ask(app, {
      event: 'oauth-app-reject',
      question: {
        title: words.rejectTitle(app.client_name),
        body: reasonField(words, (text) => {
          reason = text
        }),
        confirm: words.reject,
        danger: true,
        missing: () => (reason.trim() === '' ? { text: words.reasonMissing, control: '#reason' } : undefined),
      },
      perform: async (client, params) =>
        (await client.call('rejectApp', { params, body: { reason }, ...versionOf(etag) })).data,
      explain: (error) => this.#explain(error),
    })
    if (rejected) this.#tell('oauth-app-rejected', rejected, words.rejected(app.client_name))
  }

  #tell(event: DoneEvent, app: App, text: string): void {
    this.#runner.keep(event, app)
    this.#runner.host.say({ text })
  }

  /** Nobody decides about what they have not seen: it is shown as it is now, and the question stays about what it was. */
  #explain(error: unknown): string | undefined {
    if (!(error instanceof ApiError && error.code === 'stale')) return undefined
    this.#overtaken()
    return this.#words().stale
  }
}

function versionOf(etag: string | null): { ifMatch?: string } {
  return etag === null ? {} : { ifMatch: etag }
}

function reasonField(words: ReviewStrings['review'], change: (text: string) => void): TemplateResult {
  return html`<div class="field">
    <label for="reason">${words.reason}</label>
    <p class="help" id="reason-help">${words.reasonHelp}</p>
    <textarea
      id="reason"
      class="input"
      rows="4"
      dir="auto"
      maxlength=${reasonMax}
      aria-describedby="reason-help"
      @input=${({ currentTarget }: { readonly currentTarget: HTMLTextAreaElement }) => change(currentTarget.value)}
    ></textarea>
  </div>`
}
