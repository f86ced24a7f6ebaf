import { LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import type { Config } from '../../plugin/contract/config.js'
import { ApiClient, type Fetch } from './api-client.js'

/** An element that talks to the plugin's router. */
export abstract class ServerElement extends LitElement {
  /** Where the router is mounted, for example `/api/oauth-apps`. Without it the element shows only what it is fed. */
  @property() api: string | undefined

  /** Stands in for `window.fetch`: bearer tokens, another back end, a test. */
  @property({ attribute: false }) fetch: Fetch | undefined

  /** The host's rules and the caller; read from the server when not given. */
  @property({ attribute: false }) config: Config | undefined

  #client: { readonly client: ApiClient; readonly api: string; readonly fetch: Fetch | undefined } | undefined

  protected get client(): ApiClient | undefined {
    const { api, fetch } = this
    if (api === undefined) return undefined
    if (this.#client?.api !== api || this.#client.fetch !== fetch) {
      this.#client = { client: new ApiClient(api, fetch), api, fetch }
    }
    return this.#client.client
  }

  /**
   * Reads {@link config} unless it is there.
   *
   * @throws ApiError
   */
  protected async loadConfig(): Promise<Config | undefined> {
    if (!this.config && this.client) {
      const { data } = await this.client.call('getConfig', {})
      this.config ??= data
    }
    return this.config
  }
}
