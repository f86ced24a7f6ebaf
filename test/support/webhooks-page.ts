import { fixture, html, nextFrame, waitUntil } from '@open-wc/testing'
import '../../components/oauth-app-webhooks/oauth-app-webhooks.js'
import type { OauthAppWebhooks } from '../../components/oauth-app-webhooks/oauth-app-webhooks.js'
import type { Webhook, WebhookDelivery, WebhookInput } from '../../plugin/contract/webhooks.js'
import { FakeApi } from './fake-api.js'
import { sampleConfig } from './sample-data.js'

const eventNames = ['created', 'updated', 'rotate-secret', 'secret-rotated', 'delete', 'deleted'] as const

export const signingSecret = 'whsec_bm90IGEgcmVhbCBzZWNyZXQ='

export function sampleWebhook(given: Partial<Webhook> = {}): Webhook {
  return {
    id: 'hook-1',
    organization_id: 'acme',
    url: 'https://hooks.example.com/oauth',
    description: '',
    events: ['app.created', 'secret.expiring'],
    status: 'active',
    status_reason: null,
    failing_since: null,
    created_by: { id: 'ada', name: 'Ada' },
    created_at: '2026-01-31T09:30:00.000Z',
    updated_at: '2026-01-31T09:30:00.000Z',
    secrets: [{ id: 's1', created_at: '2026-01-31T09:30:00.000Z', expires_at: null }],
    ...given,
  }
}

export function sampleDelivery(given: Partial<WebhookDelivery> = {}): WebhookDelivery {
  return {
    id: 'line1_webhooks_hook-1',
    event: 'app.created',
    client_id: 'docs-reader',
    status: 'delivered',
    attempts: 1,
    response_status: 204,
    error: null,
    duration: 12,
    created_at: '2026-01-31T09:30:00.000Z',
    attempted_at: '2026-01-31T09:30:00.000Z',
    ...given,
  }
}

/** What tests see of `<oauth-app-webhooks>`: what a person would point at. */
export class WebhooksPage {
  /** What came through to an ancestor, the oldest first. */
  readonly events: CustomEvent[] = []

  private constructor(
    readonly element: OauthAppWebhooks,
    readonly api: FakeApi,
  ) {}

  /** The API of a host that has these endpoints, with this in their log. */
  static apiOf(webhooks: readonly Webhook[], deliveries: readonly WebhookDelivery[] = []): FakeApi {
    const config = sampleConfig()
    const acme = { id: 'acme', name: 'Acme', role: 'owner', can_create: true, can_manage_webhooks: true } as const
    const capabilities = { ...config.capabilities, webhooks: true }
    const caller = { ...config.caller, organizations: [acme], can_have_webhooks: true }
    const api = new FakeApi([], { ...config, capabilities, caller })
    let items = [...webhooks]
    const log = [...deliveries]
    const found = (id: string | undefined): Webhook => items.find((webhook) => webhook.id === id) ?? sampleWebhook()
    api.handlers = {
      listWebhooks: () => ({ items, next_cursor: null }),
      getWebhook: ({ params }) => found(params['webhook_id']),
      createWebhook: ({ body }) => {
        const webhook = sampleWebhook({ ...(body as WebhookInput & Webhook), id: 'hook-new' })
        items = [webhook, ...items]
        return { ...webhook, signing_secret: signingSecret }
      },
      updateWebhook: ({ params, body }) => {
        const webhook = { ...found(params['webhook_id']), ...(body as Partial<Webhook>) }
        items = items.map((other) => (other.id === webhook.id ? webhook : other))
        return webhook
      },
      rotateWebhookSecret: ({ params }) => ({ ...found(params['webhook_id']), signing_secret: signingSecret }),
      deleteWebhook: ({ params }) => {
        items = items.filter(({ id }) => id !== params['webhook_id'])
        return undefined
      },
      testWebhook: () => {
        log.unshift(sampleDelivery({ id: `test_${log.length}`, event: 'webhook.test' }))
        return log[0] ?? sampleDelivery()
      },
      listWebhookDeliveries: () => ({ items: log, next_cursor: null }),
      redeliverWebhook: ({ params }) => sampleDelivery({ id: params['delivery_id'] ?? '', attempts: 2 }),
    }
    return api
  }

  /** A page, without waiting for what the API answers. */
  static async ask(api: FakeApi, given: Partial<OauthAppWebhooks> = {}): Promise<WebhooksPage> {
    const ancestor = await fixture<HTMLElement>(html`<div></div>`)
    const element = document.createElement('oauth-app-webhooks')
    const page = new WebhooksPage(element, api)
    for (const name of eventNames) {
      ancestor.addEventListener(`oauth-app-webhook-${name}`, (event) => page.events.push(event))
    }
    Object.assign(element, { api: '/api/oauth-apps', fetch: api.fetch, ...given })
    ancestor.append(element)
    await element.updateComplete
    return page
  }

  static async show(webhooks: readonly Webhook[], deliveries: readonly WebhookDelivery[] = []): Promise<WebhooksPage> {
    const page = await WebhooksPage.ask(WebhooksPage.apiOf(webhooks, deliveries))
    await page.has(() => page.all('.rows [data-webhook-id], .panel').length > 0)
    return page
  }

  async has(condition: () => boolean, message?: string): Promise<void> {
    await waitUntil(condition, message, { timeout: 8000 })
    await this.element.updateComplete
    await nextFrame()
  }

  all(selector: string): HTMLElement[] {
    return [...this.element.renderRoot.querySelectorAll<HTMLElement>(selector)]
  }

  find(selector: string): HTMLElement {
    const [found] = this.all(selector)
    if (!found) throw new Error(`There is no ${selector} on the page`)
    return found
  }

  field(selector: string): HTMLInputElement {
    const found = this.find(selector)
    if (!(found instanceof HTMLInputElement)) throw new Error(`${selector} is no input`)
    return found
  }

  type(selector: string, value: string): void {
    this.field(selector).value = value
    this.field(selector).dispatchEvent(new Event('input'))
  }

  /** Chooses from the menu of the first endpoint. */
  choose(label: string): void {
    this.find('.menu-button').click()
    const item = this.all('[role=menuitem]').find((candidate) => textOf(candidate) === label)
    if (!item) throw new Error(`The menu has no “${label}”`)
    item.click()
  }

  get text(): string {
    return textOf(this.find('.results'))
  }

  get status(): string {
    return textOf(this.find('.notice'))
  }

  get told(): string[] {
    return this.events.map(({ type }) => type.replace('oauth-app-webhook-', ''))
  }

  /** Opens the form and waits for it. */
  async openForm(): Promise<void> {
    this.find('.add').click()
    await this.has(() => this.all('dialog.form').some((dialog) => dialog.matches(':modal')))
  }
}

export function textOf(node: Node | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim()
}
