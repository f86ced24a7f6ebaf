import type { PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import { ServerElement } from './server-element.js'

/** Why a control may not be submitted: for the browser, and in words. */
export interface ValidityFault {
  readonly flags: ValidityStateFlags
  readonly message: string
}

/**
 * An element that takes part in a `<form>` as a native control does: value, validity, labels, reset, restore, and a
 * `<fieldset disabled>` around it. What it submits and when it is at fault is said by the element that extends it.
 *
 * As with `:user-invalid`, a fault shows only once a person has changed the control or left it, or somebody asked for
 * it; then the element also matches `:state(invalid)`.
 */
export abstract class FormAssociatedElement extends ServerElement {
  static readonly formAssociated = true

  protected readonly internals = this.attachInternals()

  @state() private interacted = false
  @state() private barred = false
  #customMessage = ''

  constructor() {
    super()
    // Moves between the parts inside stay inside the shadow root, so this is heard only when the focus leaves.
    this.addEventListener('focusout', this.revealValidity)
    // A click that comes from no part inside is that of a `<label>`.
    this.addEventListener('click', (event) => {
      if (event.composedPath()[0] === this) this.focus()
    })
  }

  /** The name under which the value is submitted; without one nothing is. */
  @property({ converter: (attribute) => attribute ?? '' })
  get name(): string {
    return this.getAttribute('name') ?? ''
  }

  set name(name: string) {
    if (name !== this.name) this.setAttribute('name', name)
    this.syncForm()
  }

  /** Whether something must be chosen or entered before the form can be sent. */
  @property({ type: Boolean })
  get required(): boolean {
    return this.hasAttribute('required')
  }

  set required(required: boolean) {
    this.toggleAttribute('required', required)
    this.syncForm()
  }

  /** Whether the element itself is disabled; a `<fieldset disabled>` around it has the same effect. */
  @property({ type: Boolean })
  get disabled(): boolean {
    return this.hasAttribute('disabled')
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled)
  }

  get type(): string {
    return this.localName
  }

  get form(): HTMLFormElement | null {
    return this.internals.form
  }

  get labels(): NodeList {
    return this.internals.labels
  }

  get validity(): ValidityState {
    return this.internals.validity
  }

  get validationMessage(): string {
    return this.internals.validationMessage
  }

  get willValidate(): boolean {
    return this.internals.willValidate
  }

  /**
   * Focuses the first control inside. The shadow root does not delegate its focus, since then every click between the
   * controls would go to the first one and scroll there.
   */
  override focus(options?: FocusOptions): void {
    this.validityAnchor()?.focus(options)
  }

  checkValidity(): boolean {
    return this.internals.checkValidity()
  }

  reportValidity(): boolean {
    this.revealValidity()
    return this.internals.reportValidity()
  }

  /** Shows the fault, if there is one, without moving the focus: for a form that gathers all its faults at once. */
  readonly revealValidity = (): void => {
    this.interacted = true
    this.syncForm()
  }

  /** Makes the element invalid for a reason of the page's own; an empty message takes it back. */
  setCustomValidity(message: string): void {
    this.#customMessage = message
    this.syncForm()
    this.requestUpdate()
  }

  formDisabledCallback(disabled: boolean): void {
    this.barred = disabled
    this.syncForm()
  }

  formResetCallback(): void {
    this.interacted = false
    this.resetValue()
    this.syncForm()
  }

  formStateRestoreCallback(state: File | string | FormData | null): void {
    if (typeof state === 'string') this.restoreValue(state)
  }

  protected abstract formValue(): FormData | null
  /** What the browser keeps of the value when the page is left; comes back through {@link restoreValue}. */
  protected abstract formState(): string
  protected abstract restoreValue(state: string): void
  protected abstract resetValue(): void
  protected abstract valueFault(): ValidityFault | undefined
  /** The first control inside: what gets the focus, and what the browser's own message points at. */
  protected abstract validityAnchor(): HTMLElement | undefined

  protected get isDisabled(): boolean {
    return this.disabled || this.barred
  }

  /** What to show below the control. */
  protected get shownFault(): string | undefined {
    return this.interacted && !this.validity.valid ? this.validationMessage : undefined
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    // The message follows the language, and the anchor is what was rendered last.
    this.syncForm()
  }

  /** Tells the form the value and its validity: at once, so that a submit in the same task is right. */
  protected syncForm(): void {
    this.internals.setFormValue(this.formValue(), this.formState())
    const fault = this.isDisabled ? undefined : (this.#customFault() ?? this.valueFault())
    if (fault) this.internals.setValidity(fault.flags, fault.message, this.validityAnchor())
    else this.internals.setValidity({})
    if (this.shownFault === undefined) this.internals.states.delete('invalid')
    else this.internals.states.add('invalid')
  }

  /** After a person changed the value: `input` and `change`, as a native control fires them. */
  protected announceChange(): void {
    this.revealValidity()
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    this.dispatchEvent(new Event('change', { bubbles: true }))
  }

  #customFault(): ValidityFault | undefined {
    return this.#customMessage === '' ? undefined : { flags: { customError: true }, message: this.#customMessage }
  }
}
