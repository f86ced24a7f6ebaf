import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { glyphs } from './glyphs.js'

const feedbackMs = 2000

/** What a copy button says. */
export interface CopyWords {
  readonly copy: string
  readonly copied: string
  /** Where the browser refuses, as it does in an insecure context. */
  readonly failed: string
}

/** Copies text and says so for two seconds, on the button and to a screen reader. */
export class CopyController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #outcome: { readonly key: string; readonly copied: boolean } | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
    this.#outcome = undefined
  }

  /**
   * A copy button.
   *
   * @param key tells buttons of one host apart; never the value itself, which may be a secret.
   */
  button(key: string, value: string, words: CopyWords, visibleLabel?: string): TemplateResult {
    const outcome = this.#outcome?.key === key ? this.#outcome : undefined
    const said = outcome && (outcome.copied ? words.copied : words.failed)
    return html`<button
        type="button"
        class=${visibleLabel === undefined ? 'icon-button copy' : 'button copy'}
        aria-label=${words.copy}
        title=${said ?? words.copy}
        @click=${() => this.#copy(key, value)}
      >
        ${outcome ? (outcome.copied ? glyphs.check : glyphs.alert) : glyphs.copy}
        ${visibleLabel === undefined ? nothing : outcome?.copied ? words.copied : visibleLabel}
      </button>
      <span class=${outcome && !outcome.copied ? 'copy-failed' : 'visually-hidden'} role="status">${said ?? ''}</span>`
  }

  async #copy(key: string, value: string): Promise<void> {
    this.#show({ key, copied: await writeToClipboard(value) })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#show(undefined)
    }, feedbackMs)
  }

  #show(outcome: { key: string; copied: boolean } | undefined): void {
    this.#outcome = outcome
    this.#host.requestUpdate()
  }
}

async function writeToClipboard(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value)
    return true
  } catch {
    return false
  }
}
