import { html, type TemplateResult } from 'lit'
import { ApiError } from '../internal/api-client.js'
import type { Question } from '../internal/confirm.controller.js'
import { explainFailure } from '../internal/explain-failure.js'
import type { Strings } from '../locales/en.js'

const hour = 3600

/** Does what was asked about. */
type Action = () => Promise<void>

export function disableQuestion(strings: Strings, name: string, action: Action): Question {
  const { common, list } = strings
  return {
    title: list.disableTitle(name),
    body: html`<p>${list.disableText}</p>`,
    confirm: list.disableConfirm,
    cancel: common.cancel,
    danger: true,
    action,
    explain: (error) => explainFailure(error, strings),
  }
}

export function deleteQuestion(strings: Strings, name: string, action: Action): Question {
  const { common, list } = strings
  return {
    title: list.deleteTitle(name),
    body: html`<p>${list.deleteText}</p>`,
    confirm: list.deleteConfirm,
    cancel: common.cancel,
    danger: true,
    action,
    explain: (error) => explainFailure(error, strings),
  }
}

/** @param action gets the seconds after which the present secrets end. */
export function rotateQuestion(strings: Strings, name: string, action: (overlap: number) => Promise<void>): Question {
  const { common, list } = strings
  // Long enough to replace the secret where it is used, short enough not to be forgotten.
  let overlap = 24 * hour
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
        .value=${String(seconds)}
        .defaultChecked=${seconds === overlap}
        @change=${() => {
          overlap = seconds
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
    cancel: common.cancel,
    action: () => action(overlap),
    explain: (error) =>
      error instanceof ApiError && error.code === 'secret_limit' ? list.rotateLimit : explainFailure(error, strings),
  }
}
