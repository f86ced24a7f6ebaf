/** What the page shows: the list, the page of an app, the form of one, or the form for a new one. */
export type OauthAppsView =
  | { readonly view: 'list' }
  | { readonly view: 'create' }
  | { readonly view: 'details'; readonly client_id: string }
  | { readonly view: 'edit'; readonly client_id: string }

/** What takes the place of the list. */
export type PartView = Exclude<OauthAppsView, { view: 'list' }>

/** What shows the form. */
export type FormView = Exclude<PartView, { view: 'details' }>

export function isForm(view: OauthAppsView): view is FormView {
  return view.view === 'create' || view.view === 'edit'
}

/** Whether it was behind the form, where that has a dialog; the page of an app that is new was not. */
export function isBehind(view: OauthAppsView, form: OauthAppsView): boolean {
  return form.view === 'edit' || (form.view === 'create' && view.view === 'list')
}

/** Where the way back leads: from the form to the page of the app, where somebody came from there, and else to the list. */
export function parentOf(
  view: OauthAppsView,
  previous: OauthAppsView | undefined,
  parent: OauthAppsView,
): OauthAppsView {
  if (view.view !== 'edit') return { view: 'list' }
  if (previous?.view === 'details' && previous.client_id === view.client_id) return previous
  return previous?.view === 'edit' && previous.client_id === view.client_id ? parent : { view: 'list' }
}
