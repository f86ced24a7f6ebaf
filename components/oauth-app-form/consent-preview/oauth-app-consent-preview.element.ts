import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { glyphs } from '../../internal/glyphs.js'
import { LocaleController } from '../../internal/locale.controller.js'
import { partFailure } from '../../internal/part-failure.js'
import { partFailureStyles } from '../../internal/part-failure.styles.js'
import { PartLoader } from '../../internal/part-loader.js'
import { formWords } from '../form-words.js'
import { consentPreviewEnglish } from '../../locales/english/consent-preview.js'
import type { FormStrings, Strings } from '../../locales/en.js'
import { buttons } from '../../styles/buttons.js'
import { fields } from '../../styles/fields.js'
import { skeleton } from '../../styles/skeleton.js'
import { tokens } from '../../styles/tokens.js'
import { paint } from '../icon-field/fit-image.js'
import { readImage, type ReadImage } from '../icon-field/read-image.js'
import { styles } from './oauth-app-consent-preview.styles.js'
import { previewRequest, type PreviewSource } from './preview-request.js'

type PreviewStrings = FormStrings & { readonly consent: Pick<Strings['consent'], keyof typeof consentPreviewEnglish> }

const english: PreviewStrings = { ...formWords, consent: consentPreviewEnglish }

const part = 'oauth-consent'

/**
 * Part of `<oauth-app-form>`: what people will be asked, as it stands in the form now. Beside the form where there is
 * room, behind a button where there is not. The screen itself is loaded when its place comes into sight.
 */
export class OauthAppConsentPreview extends LitElement {
  static override styles = [tokens, buttons, fields, skeleton, partFailureStyles, styles]

  @property({ attribute: false }) source: PreviewSource | undefined

  @state() private open = false
  /** Whether its place has been in sight. */
  @state() private seen = false
  @state() private icon: ReadImage | undefined

  @query('.screen') private readonly screen!: HTMLElement | null

  readonly #locale = new LocaleController<PreviewStrings>(this, english, (strings) => strings)
  readonly #parts = new PartLoader(this)
  readonly #sight = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) this.#see()
  })

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.screen && !this.seen) this.#sight.observe(this.screen)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#sight.disconnect()
  }

  protected override firstUpdated(): void {
    if (this.screen) this.#sight.observe(this.screen)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('source') && this.source?.values.icon !== changed.get('source')?.values.icon) void this.#showIcon()
  }

  protected override updated(): void {
    const canvas = this.renderRoot.querySelector('canvas')
    if (canvas && this.icon?.picture) paint(canvas, this.icon.picture, 'contain')
  }

  protected override render(): TemplateResult {
    const { consent: words } = this.#locale.strings
    return html`<aside aria-labelledby="title">
      <button
        type="button"
        class="button disclosure"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-controls="content"
        @click=${this.#toggle}
      >
        ${glyphs.people}${this.open ? words.previewHide : words.previewShow}
      </button>
      <div id="content" ?hidden=${!this.open}>
        <h3 id="title">${words.preview}</h3>
        <p class="help">${words.previewText}</p>
        <div class="screen">${this.seen ? this.#consent() : nothing}</div>
      </div>
    </aside>`
  }

  #consent(): TemplateResult | typeof nothing {
    const { source } = this
    if (!source) return nothing
    const state = this.#parts.stateOf(part)
    if (state === 'failed') return partFailure(this.#locale.strings, () => void this.#parts.load(part))
    if (state !== 'ready') return html`<i class="bone" aria-hidden="true"></i>`
    const pixels = Math.round(48 * globalThis.devicePixelRatio)
    return html`<oauth-consent
      preview
      .request=${previewRequest(source)}
      .user=${source.config.caller}
      .catalogue=${source.config.scopes}
    >
      ${
        // Painted, since a page may forbid the address that an image would need.
        this.icon?.picture ? html`<canvas slot="icon" width=${pixels} height=${pixels}></canvas>` : nothing
      }
    </oauth-consent>`
  }

  readonly #toggle = (): void => {
    this.open = !this.open
  }

  #see(): void {
    this.#sight.disconnect()
    this.seen = true
    void this.#parts.load(part)
  }

  /** Decodes an image that was chosen; one that the app has comes by its address. */
  async #showIcon(): Promise<void> {
    const value = this.source?.values.icon
    this.icon = undefined
    if (!(value instanceof Blob)) return
    const icon = await readImage(value)
    if (this.source?.values.icon === value) this.icon = icon
  }
}
