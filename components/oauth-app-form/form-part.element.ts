import { html, LitElement, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import { LocaleController } from '../internal/locale.controller.js'
import { formWords } from './form-words.js'
import type { FormStrings } from '../locales/en.js'
import { buttons } from '../styles/buttons.js'
import { fields } from '../styles/fields.js'
import { tokens } from '../styles/tokens.js'
import { fieldParts } from './fields/field-parts.styles.js'

/** What the elements that `<oauth-app-form>` is made of have in common: looks, language, and how they tell of a change. */
export abstract class FormPart extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true }
  static partStyles = [tokens, buttons, fields, fieldParts]

  @property({ type: Boolean }) required = false
  @state() private announcement = ''

  protected readonly locale = new LocaleController<FormStrings>(this, formWords, (strings) => strings)

  /** Where {@link change} is read aloud. */
  protected announcer(): TemplateResult {
    return html`<span class="visually-hidden" role="status">${this.announcement}</span>`
  }

  protected change(announcement: string): void {
    this.announcement = announcement
    this.dispatchEvent(new Event('change', { bubbles: true }))
  }
}
