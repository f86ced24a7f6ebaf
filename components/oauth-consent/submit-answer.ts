/**
 * Submits the form around an element with entries of the element's own: they are in this one submission only, so that
 * nothing is answered when the form is submitted by something else.
 *
 * @returns whether the page is on its way: not where there is no form, and not where the host has taken it over.
 */
export function submitAnswer(internals: ElementInternals, entries: FormData): boolean {
  const { form } = internals
  if (!form) return false
  // Above the form, where no listener of the host comes first and keeps the event to itself.
  const root = form.getRootNode()
  let heard: Event | undefined
  const hear = (event: Event): void => {
    heard = event
  }
  root.addEventListener('submit', hear, { capture: true })
  internals.setFormValue(entries)
  form.requestSubmit()
  internals.setFormValue(null)
  root.removeEventListener('submit', hear, { capture: true })
  return heard !== undefined && !heard.defaultPrevented
}
