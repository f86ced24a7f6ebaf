import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { FieldName } from '../../plugin/contract/fields.js'
import { fieldAround } from './focus-fault.js'

/** Long enough that nobody is interrupted in the middle of a word, short enough that they are still at it. */
const pauseMs = 600

/** Says which field is to be judged, and when: once the typing in it pauses, or a person goes on from it. */
export class JudgedFields implements ReactiveController {
  readonly #judge: (field: FieldName) => void
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost, judge: (field: FieldName) => void) {
    this.#judge = judge
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
  }

  readonly onInput = (event: Event): void => {
    clearTimeout(this.#timer)
    // What an input method has not put together yet is no text.
    if (event instanceof InputEvent && event.isComposing) return
    const { target } = event
    this.#timer = setTimeout(() => {
      this.#tell(target)
    }, pauseMs)
  }

  /** The footer's buttons would move away below the pointer. */
  readonly onFocusOut = ({ target, relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Element && relatedTarget.closest('.footer')) return
    this.#tell(target)
  }

  #tell(target: EventTarget | null): void {
    const field = fieldAround(target)
    if (field && field !== 'icon') this.#judge(field)
  }
}
