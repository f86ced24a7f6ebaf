import { fieldNames, type FieldName } from '../../plugin/contract/fields.js'
import { OauthAppValueList } from './value-list/oauth-app-value-list.element.js'

/** Moves the focus to the first of these fields, in the order of the page; `false` where none of them is on it. */
export function focusFault(root: ParentNode, fields: ReadonlySet<string>): boolean {
  const parts = [...root.querySelectorAll<HTMLElement>('[data-field]')]
  const part = parts.find(({ dataset }) => fields.has(dataset['field'] ?? ''))
  if (!part) return false
  if (part instanceof OauthAppValueList) part.focusFault()
  else if (part.localName.includes('-')) part.focus()
  else part.querySelector<HTMLElement>('input, textarea, select')?.focus()
  return true
}

/** The field that an event happened in. */
export function fieldAround(target: EventTarget | null): FieldName | undefined {
  const part = target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null
  return fieldNames.find((name) => name === part?.dataset['field'])
}
