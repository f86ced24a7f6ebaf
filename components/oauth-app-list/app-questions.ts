import { html, type TemplateResult } from 'lit'
import type { Question } from '../internal/confirm.controller.js'
import type { Strings } from '../locales/en.js'

const hour = 3600

/** What is asked, without what happens then. */
export type AppQuestion = Pick<Question, 'title' | 'body' | 'confirm' | 'danger'>

/** What the person may say to {@link rotateQuestion}. */
export interface Rotation {
  /** Seconds after which the present secrets end. */
  overlap: number
}

export function disableQuestion({ list }: Strings, name: string): AppQuestion {
  return {
    title: list.disableTitle(name),
    body: html`<p>${list.disableText}</p>`,
    confirm: list.disableConfirm,
    danger: true,
  }
}

export function deleteQuestion({ list }: Strings, name: string): AppQuestion {
  return {
    title: list.deleteTitle(name),
    body: html`<p>${list.deleteText}</p>`,
    confirm: list.deleteConfirm,
    danger: true,
  }
}

/** Long enough to replace the secret where it is used, short enough not to be forgotten. */
export function suggestedRotation(): Rotation {
  return { overlap: 24 * hour }
}

/** @param rotation what is chosen at first, and takes what the person chooses. */
export function rotateQuestion({ list }: Strings, name: string, rotation: Rotation): AppQuestion {
  const choices: readonly (readonly [seconds: number, label: string])[] = [
    [0, list.rotateNow],
    [hour, list.rotateHour],
    [24 * hour, list.rotateDay],
    [7 * 24 * hour, list.rotateWeek],
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
    title: list.rotateTitle(name),
    body: html`<p>${list.rotateText}</p>
      <fieldset class="choices">
        <legend class="label">${list.rotateOverlap}</legend>
        ${choices.map(choice)}
      </fieldset>`,
    confirm: list.rotateConfirm,
  }
}
