import type { Question } from '../internal/confirm.controller.js'
import type { PageStrings } from '../locales/en.js'

/** Before changes are lost. What is done then is done when its dialog has given the focus back. */
export function discardQuestion({ apps }: PageStrings): Question {
  return {
    title: apps.discardTitle,
    body: apps.discardText,
    confirm: apps.discardConfirm,
    cancel: apps.discardBack,
    danger: true,
    action: () => Promise.resolve(),
    explain: () => '',
  }
}
