import { OauthAppTryIt } from '../../components/oauth-app-details/try-it/oauth-app-try-it.js'
import type { AccessToken } from '../../plugin/contract/access-token.js'
import type { App } from '../../plugin/contract/app.js'
import type { Config } from '../../plugin/contract/config.js'
import { allCapabilities } from './details-page.js'
import { ElementPage, textOf } from './element-page.js'
import { FakeApi } from './fake-api.js'
import { sampleConfig } from './sample-data.js'

export const server: NonNullable<Config['authorization_server']> = {
  issuer: 'https://portal.example/oauth',
  authorization_endpoint: 'https://portal.example/oauth/authorize',
  token_endpoint: 'https://portal.example/oauth/token',
  service_name: 'Paperwork & Sons',
}

export const issued = 'a-token-that-nobody-may-keep'

/** What tests see of the part of an app's page in which it is tried. */
export class TryItPage extends ElementPage<OauthAppTryIt> {
  static async show(app: App, given: Partial<Config> = {}, seconds = 600): Promise<TryItPage> {
    const config = sampleConfig({ capabilities: allCapabilities, authorization_server: server, ...given })
    const api = new FakeApi([app], config)
    api.handlers = { issueAccessToken: ({ body }) => tokenOf(app, body as Asked, seconds) }
    const page = new TryItPage(new OauthAppTryIt(), api)
    await page.attach(['oauth-app-token-issued'], { app, config: api.config })
    await page.settled()
    return page
  }

  get text(): string {
    return textOf(this.element.renderRoot)
  }

  get status(): string {
    return textOf(this.find('[role=status]'))
  }

  get titles(): string[] {
    return this.all('h4').map(textOf)
  }

  get asked(): unknown[] {
    return this.api.requestsTo('issueAccessToken').map(({ body }) => body)
  }

  box(scope: string): HTMLInputElement {
    return this.find(`input[name="${scope}"]`) as HTMLInputElement
  }

  /** The whole of what is in the document, with what is typed into something. */
  get everything(): string {
    return this.element.shadowRoot?.innerHTML ?? ''
  }

  async getToken(): Promise<void> {
    this.find('.get-token').focus()
    this.find('.get-token').click()
    await this.has(() => this.all('.shown').length > 0)
  }
}

interface Asked {
  readonly scopes?: string[]
  readonly expires_in: number
}

function tokenOf(app: App, { scopes = app.scopes }: Asked, seconds: number): AccessToken {
  const expires_at = new Date(Date.now() + seconds * 1000).toISOString()
  return { access_token: issued, token_type: 'Bearer', expires_in: seconds, expires_at, scopes: [...scopes] }
}
