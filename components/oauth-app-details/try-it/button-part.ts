import { html, type TemplateResult } from 'lit'
import { signInButton } from './sign-in-button.js'
import { copyable, part, type TryItView } from './try-it-view.js'

/** What a developer puts into a page of theirs: as it looks, and as it is written. */
export function buttonPart(view: TryItView, service: string): TemplateResult {
  const { tryIt } = view.locale.strings
  const label = tryIt.buttonLabel(service)
  const content = html`<p class="preview"><span class="sign-in">${label}</span></p>
    ${copyable('button', signInButton(label), tryIt.buttonCopy, view, true)}`
  return part('button', tryIt.button, tryIt.buttonText, content)
}
