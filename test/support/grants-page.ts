import { fixture, html, nextFrame, waitUntil } from '@open-wc/testing'
import '../../components/oauth-grant-list/oauth-grant-list.js'
import type { OauthGrantList } from '../../components/oauth-grant-list/oauth-grant-list.js'
import type { Config } from '../../plugin/contract/config.js'
import type { Grant, GrantedApp } from '../../plugin/contract/grants.js'
import { FakeApi } from './fake-api.js'
import { sampleConfig } from './sample-data.js'

const pageSize = 3

const eventNames = ['narrow', 'narrowed', 'revoke', 'revoked', 'revoke-all', 'all-revoked'] as const

/** A catalogue in which every kind of scope is. */
const scopes: Config['scopes'] = [
  {
    group: 'files',
    label: 'Files',
    scopes: [
      { name: 'files:read', access: 'read', description: 'See your files' },
      { name: 'files:write', access: 'write', implies: ['files:read'], description: 'See and change your files' },
    ],
  },
  { name: 'openid', risk: 'safe', label: 'Know who you are' },
  { name: 'members:remove', risk: 'dangerous', description: 'Remove people from your organization' },
  { name: 'undescribed' },
]

type GivenGrant = Partial<Omit<Grant, 'app'>> & { readonly app?: Partial<GrantedApp> }

/** What somebody allowed an app; give what matters to the test. */
export function sampleGrant({ app = {}, ...given }: GivenGrant = {}): Grant {
  return {
    id: 'grant-1',
    app: {
      client_id: 'docs-reader-7f3a',
      client_name: 'Docs Reader',
      client_uri: null,
      logo_uri: null,
      logo_srcset: null,
      policy_uri: null,
      tos_uri: null,
      publisher: { name: 'Example Software' },
      status: 'active',
      ...app,
    },
    scopes: ['files:read', 'files:write'],
    created_at: '2026-01-31T09:30:00.000Z',
    last_used_at: null,
    ...given,
  }
}

/** Grants of different apps, numbered from 1. */
export function sampleGrants(count: number): Grant[] {
  return Array.from({ length: count }, (_, index) =>
    sampleGrant({ id: `grant-${index + 1}`, app: { client_id: `app-${index + 1}`, client_name: `App ${index + 1}` } }),
  )
}

/** What tests see of `<oauth-grant-list>`: what a person would point at. */
export class GrantsPage {
  /** What came through to an ancestor, the oldest first. */
  readonly events: CustomEvent[] = []

  private constructor(
    readonly element: OauthGrantList,
    readonly api: FakeApi,
  ) {}

  /** The API that answers these grants, three at a time. */
  static apiOf(given: readonly Grant[]): FakeApi {
    const api = new FakeApi([], sampleConfig({ scopes }))
    let grants = [...given]
    const effect = (count: number) => ({ effect: { users: 1, grants: count, tokens: count } })
    api.handlers = {
      listGrants: ({ query }) => {
        const start = Number(query.get('cursor') ?? 0)
        const end = start + pageSize
        return { items: grants.slice(start, end), next_cursor: end < grants.length ? String(end) : null }
      },
      narrowGrant: ({ params, body }) => {
        const grant = grants.find(({ id }) => id === params['grant_id'])
        if (!grant) throw new Error('There is no such grant')
        const narrowed = { ...grant, scopes: (body as { scopes: string[] }).scopes }
        grants = grants.map((other) => (other === grant ? narrowed : other))
        return narrowed
      },
      revokeGrant: ({ params }) => {
        grants = grants.filter(({ id }) => id !== params['grant_id'])
        return effect(1)
      },
      revokeGrants: () => effect(grants.splice(0).length),
    }
    return api
  }

  /** A page, without waiting for what the API answers. */
  static async ask(api: FakeApi, given: Partial<OauthGrantList> = {}): Promise<GrantsPage> {
    const ancestor = await fixture<HTMLElement>(html`<div></div>`)
    const element = document.createElement('oauth-grant-list')
    const page = new GrantsPage(element, api)
    for (const name of eventNames) {
      ancestor.addEventListener(`oauth-grant-${name}`, (event) => page.events.push(event))
    }
    Object.assign(element, { api: '/api/oauth-apps', fetch: api.fetch, ...given })
    ancestor.append(element)
    await element.updateComplete
    return page
  }

  /** A page that shows what somebody allowed. */
  static async show(...grants: readonly Grant[]): Promise<GrantsPage> {
    const page = await GrantsPage.ask(GrantsPage.apiOf(grants))
    await page.has(() => page.all('.rows [data-grant-id], .panel').length > 0)
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

  /** The names of the apps that are shown, in their order. */
  get apps(): string[] {
    return this.all('.grant h2 bdi').map(textOf)
  }

  row(id = 'grant-1'): string {
    return textOf(this.find(`[data-grant-id=${id}]`))
  }

  /** What an app can do, as its row says it; what is folded is left out. */
  get access(): string[] {
    return this.all('.access > ul > li').map(textOf)
  }

  get status(): string {
    return textOf(this.find('.notice'))
  }

  get alert(): string {
    return this.all('[role=alert]').map(textOf).join(' ')
  }

  get dialog(): HTMLElement | undefined {
    return this.all('dialog#confirm')[0]
  }

  get question(): string {
    return textOf(this.dialog ?? null)
  }

  get focused(): string {
    return textOf(this.element.shadowRoot?.activeElement ?? null)
  }

  /** The names of the events, less what they all begin with. */
  get told(): string[] {
    return this.events.map(({ type }) => type.replace('oauth-grant-', ''))
  }

  /** Presses what asks, and waits for the question. */
  async pose(selector: string): Promise<void> {
    this.find(selector).focus()
    this.find(selector).click()
    await this.has(() => this.dialog?.matches(':modal') === true)
  }

  /** A box of the dialog. */
  box(scope: string): HTMLInputElement {
    const box = this.find(`dialog [data-scope="${scope}"]`)
    if (!(box instanceof HTMLInputElement)) throw new Error(`There is no box for ${scope}`)
    return box
  }

  /** The scopes whose boxes are ticked. */
  get ticked(): string[] {
    return this.all('dialog .scope-box')
      .filter((box) => box instanceof HTMLInputElement && box.checked)
      .map((box) => box.dataset['scope'] ?? '')
  }

  /** Presses a button of the dialog. */
  answer(label: string): void {
    const button = this.all('dialog#confirm button').find((candidate) => textOf(candidate) === label)
    if (!button) throw new Error(`The dialog has no button “${label}”`)
    button.click()
  }
}

export function textOf(node: Node | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim()
}
