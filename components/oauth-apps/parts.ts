import type { OauthAppsView } from './oauth-apps.element.js'
import type { Part } from './part-loader.js'

/** What takes the place of the list. */
export type PartView = Exclude<OauthAppsView, { view: 'list' }>

const form: Part = { tag: 'oauth-app-form', load: () => import('../oauth-app-form/oauth-app-form.js') }

/** What each view shows. The list is part of the page itself, as it is what a page begins with. */
export const parts: Readonly<Record<PartView['view'], Part>> = { create: form, edit: form }

/** What is in the list, as selectors, and the view that it leads to. */
const leads: readonly (readonly [selector: string, view: PartView['view']])[] = [
  ['.register', 'create'],
  ['[data-client-id]', 'edit'],
]

/** The part that somebody is likely to need next, who points at something in the list or goes there with the keyboard. */
export function partAhead(event: Event): Part | undefined {
  const around = event.composedPath().filter((target) => target instanceof Element)
  const [, view] = leads.find(([selector]) => around.some((element) => element.matches(selector))) ?? []
  return view && parts[view]
}
