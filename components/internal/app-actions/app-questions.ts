import { html, type TemplateResult } from 'lit'
import type { Question } from '../confirm.controller.js'
import type { Strings } from '../../locales/en.js'

const hour = 3600

/** What is asked, without what happens then. */
export type AppQuestion = Pick<Question, 'title' | 'body' | 'confirm' | 'danger'>

/** What the person may say to {@link rotateQuestion}. */
export interface Rotation {
  /** Seconds after which the present secrets end. */
  overlap: number
}

export function disableQuestion({ actions }: Strings, name: string): AppQuestion {
  return {
    title: actions.disableTitle(name),
    body: html`<p>${actions.disableText}</p>`,
    confirm: actions.disableConfirm,
    danger: true,
  }
}

export function deleteQuestion({ actions }: Strings, name: string): AppQuestion {
  return {
    title: actions.deleteTitle(name),
    body: html`<p>${actions.deleteText}</p>`,
    confirm: actions.deleteConfirm,
    danger: true,
  }
}

/** Long enough to replace the secret where it is used, short enough not to be forgotten. */
export function suggestedRotation(): Rotation {
  return { overlap: 24 * hour }
}

/** @param rotation what is chosen at first, and takes what the person chooses. */
export function rotateQuestion({ actions }: Strings, name: string, rotation: Rotation): AppQuestion {
  const choices: readonly (readonly [seconds: number, label: string])[] = [
    [0, actions.rotateNow],
    [hour, actions.rotateHour],
    [24 * hour, actions.rotateDay],
    [7 * 24 * hour, actions.rotateWeek],
  ]
  const choice = ([seconds, label]: (typeof choices)[number]): TemplateResult =>
    html`<label class="choice">
      <input
        type="radio"
        name="overlap"
        .defaultChecked=${seconds === rotation.overlap}
        @change=${() => {
          rotation.overlap = seconds
        }}
      />
      ${label}
    </label>`
  return {
    title: actions.rotateTitle(name),
    body: html`<p>${actions.rotateText}</p>
      <fieldset class="choices">
        <legend class="label">${actions.rotateOverlap}</legend>
        ${choices.map(choice)}
      </fieldset>`,
    confirm: actions.rotateConfirm,
  }
}
