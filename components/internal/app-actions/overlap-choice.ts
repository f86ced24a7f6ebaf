import { html, type TemplateResult } from 'lit'
import type { PageStrings } from '../../locales/en.js'

const hour = 3600

/** Seconds: long enough to replace the secret where it is used, short enough not to be forgotten. */
export const suggestedOverlap = 24 * hour

/** When the present secrets end. @param choose takes the seconds until then. */
export function overlapChoice({ actions }: PageStrings, choose: (seconds: number) => void): TemplateResult {
  const choices: readonly (readonly [seconds: number, label: string])[] = [
    [0, actions.rotateNow],
    [hour, actions.rotateHour],
    [24 * hour, actions.rotateDay],
    [7 * 24 * hour, actions.rotateWeek],
  ]
  return html`<fieldset class="choices">
    <legend class="label">${actions.rotateOverlap}</legend>
    ${choices.map(
      ([seconds, label]) =>
        html`<label class="choice">
          <input
            type="radio"
            name="overlap"
            .defaultChecked=${seconds === suggestedOverlap}
            @change=${() => {
              choose(seconds)
            }}
          />
          ${label}
        </label>`,
    )}
  </fieldset>`
}
