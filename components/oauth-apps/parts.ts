import type { PartView } from './views.js'

/** The element that each view shows. */
export const parts: Readonly<Record<PartView['view'], string>> = {
  create: 'oauth-app-form',
  details: 'oauth-app-details',
  edit: 'oauth-app-form',
}

/** What is in the list, as selectors, and the view that it leads to. */
const leads: readonly (readonly [selector: string, view: PartView['view']])[] = [
  ['.register', 'create'],
  ['[data-client-id]', 'details'],
]

/** The tag that somebody is likely to need next, who points at something in the list or goes there with the keyboard. */
export function partAhead(event: Event): string | undefined {
  const around = event.composedPath().filter((target) => target instanceof Element)
  const [, view] = leads.find(([selector]) => around.some((element) => element.matches(selector))) ?? []
  return view && parts[view]
}
