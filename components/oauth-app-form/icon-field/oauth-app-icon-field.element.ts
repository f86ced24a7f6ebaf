import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { sentenceFor } from '../../../plugin/contract/fault-sentences.js'
import type { Fault } from '../../../plugin/contract/faults.js'
import { glyphs } from '../../internal/glyphs.js'
import { faultList, requiredMark } from '../fields/field-parts.js'
import { FormPart } from '../form-part.element.js'
import type { IconValue } from '../form-values.js'
import { fitImage, paint, type Fit } from './fit-image.js'
import { canvasOf, iconPreview, logoOf } from './icon-preview.js'
import { styles } from './oauth-app-icon-field.styles.js'
import { readImage, unreadable, type ReadImage } from './read-image.js'

/**
 * Part of `<oauth-app-form>`: the icon, by click, drop or {@link take}. An image that is not what the server accepts is
 * offered to be fitted; until somebody decides, {@link obstacle} says why there is no new value.
 *
 * @fires change - After a person chose, fitted, removed or gave up an image. Bubbles, not composed.
 */
export class OauthAppIconField extends FormPart {
  static override styles = [...FormPart.partStyles, styles]

  @property({ attribute: false }) value: IconValue = null
  @property({ attribute: false }) faults: readonly Fault[] = []

  /** The image that waits for a decision. */
  @state() private candidate: ReadImage | undefined
  @state() private shown: ReadImage | undefined
  @state() private fit: Fit = 'crop'
  @state() private dragging = false
  /** Counts the images that were begun with, so that a slow one does not overtake the next. */
  #turn = 0

  @query('[type=file]') private readonly input!: HTMLInputElement | null
  @query('.choose') private readonly chooseButton!: HTMLElement | null

  get obstacle(): Fault | undefined {
    return this.candidate?.faults[0]
  }

  /** Whether an image can be made to fit and nobody has said yet whether to. */
  get undecided(): boolean {
    return this.candidate?.picture !== undefined
  }

  /** Takes a file that a person gave. */
  async take(file: Blob): Promise<void> {
    const turn = ++this.#turn
    const image = await readImage(file)
    if (turn !== this.#turn) return
    const { form } = this.locale.strings
    if (image.faults.length === 0) this.#set(file, form.iconTaken)
    else this.#wait(image, image.picture ? form.iconFitTitle : '')
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) void this.#show()
  }

  protected override updated(): void {
    for (const canvas of this.renderRoot.querySelectorAll('canvas')) {
      const fit = canvas.dataset['fit']
      const image = fit === 'none' ? this.shown : this.candidate
      if (image?.picture) paint(canvas, image.picture, fit === 'crop' ? 'crop' : 'contain')
    }
  }

  protected override render(): TemplateResult {
    const { strings } = this.locale
    const { form } = strings
    const empty = this.value === null
    return html`<div
      class="field"
      role="group"
      aria-labelledby="label"
      @dragover=${this.#onDragOver}
      @dragleave=${this.#onDragLeave}
      @drop=${this.#onDrop}
    >
      <span class="label" id="label">${form.icon}${requiredMark(this.required, strings)}</span>
      <p class="help" id="help">${form.iconHelp}</p>
      <div class="well" ?data-dragging=${this.dragging}>
        ${this.#preview()}
        <div class="actions">
          <button
            type="button"
            class="button choose"
            aria-describedby="help faults"
            @click=${() => this.input?.click()}
          >
            ${glyphs.upload}${empty ? form.iconChoose : form.iconReplace}
          </button>
          ${
            empty || this.required
              ? nothing
              : html`<button type="button" class="button plain remove" @click=${this.#onRemove}>
                  ${form.iconRemove}
                </button>`
          }
          <span class="help">${form.iconDrop}</span>
        </div>
      </div>
      <input type="file" accept="image/*" hidden aria-label=${form.icon} @change=${this.#onPick} />
      ${this.candidate?.picture ? this.#fitting(this.candidate) : nothing} ${faultList('faults', this.faults, strings)}
      ${
        this.obstacle === undefined || this.undecided
          ? nothing
          : html`<div>
              <button type="button" class="button" @click=${this.#discard}>${form.iconDiscard}</button>
            </div>`
      }
      ${this.announcer()}
    </div>`
  }

  #preview(): TemplateResult {
    const { form } = this.locale.strings
    const { value } = this
    if (typeof value === 'string') return iconPreview(form.iconPreview, (size) => logoOf(size, value))
    if (value === null || !this.shown) return html`<span class="empty" aria-hidden="true"></span>`
    if (!this.shown.picture) return html`<span class="help">${form.iconHidden}</span>`
    return iconPreview(form.iconPreview, (size) => canvasOf(size, 'none'))
  }

  #fitting({ picture, faults }: ReadImage): TemplateResult {
    const { form, faults: sentences } = this.locale.strings
    const preview = (fit: Fit): TemplateResult => iconPreview(form.iconPreview, (pixels) => canvasOf(pixels, fit))
    const choice = (fit: Fit, words: string): TemplateResult =>
      html`<label class="choice">
        <input
          type="radio"
          name="fit"
          .checked=${live(this.fit === fit)}
          @change=${() => {
            this.fit = fit
          }}
        /><span>${words}</span>${preview(fit)}
      </label>`
    return html`<fieldset class="fitting">
      <legend class="label">${form.iconFitTitle}</legend>
      ${faults.map((fault) => html`<p class="help">${sentenceFor(sentences, fault)}</p>`)}
      <div class="fits">
        ${
          picture?.width === picture?.height
            ? preview('crop')
            : [choice('crop', form.iconCrop), choice('contain', form.iconContain)]
        }
      </div>
      <div class="actions">
        <button type="button" class="button" @click=${this.#onUse}>${form.iconUse}</button>
        <button type="button" class="button plain" @click=${this.#discard}>${form.iconDiscard}</button>
      </div>
    </fieldset>`
  }

  /** Decodes the value for its preview, however it came here. */
  async #show(): Promise<void> {
    const { value } = this
    this.shown = undefined
    if (!(value instanceof Blob)) return
    const image = await readImage(value)
    if (this.value === value) this.shown = image
  }

  #set(value: IconValue, announcement: string): void {
    this.#turn += 1
    this.value = value
    this.#wait(undefined, announcement)
  }

  #wait(candidate: ReadImage | undefined, announcement: string): void {
    this.candidate = candidate
    this.change(announcement)
  }

  readonly #onUse = async (): Promise<void> => {
    const { candidate, fit } = this
    if (!candidate?.picture) return
    const fitted = await fitImage(candidate.picture, fit)
    if (this.candidate !== candidate) return
    if (fitted) this.#set(fitted, this.locale.strings.form.iconFitted)
    else this.#wait(unreadable(candidate.file), '')
    this.chooseButton?.focus()
  }

  readonly #discard = (): void => {
    this.#set(this.value, '')
    this.chooseButton?.focus()
  }

  readonly #onRemove = (): void => {
    this.#set(null, this.locale.strings.form.iconRemoved)
    this.chooseButton?.focus()
  }

  readonly #onPick = (): void => {
    const file = this.input?.files?.[0]
    if (file) void this.take(file)
    // The same file may be chosen again, after it was changed.
    if (this.input) this.input.value = ''
  }

  readonly #onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    this.dragging = true
  }

  readonly #onDragLeave = ({ relatedTarget }: DragEvent): void => {
    if (!(relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget))) this.dragging = false
  }

  readonly #onDrop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0]
    this.dragging = false
    if (!file) return
    event.preventDefault()
    void this.take(file)
  }
}
