/** Everything in the document with every open shadow root, as text: markup, and the values of controls. */
export function wholeDocument(root: Document | Element | ShadowRoot = document): string {
  const own = root instanceof Document ? root.documentElement.outerHTML : root.innerHTML
  const parts = [...root.querySelectorAll('*')].flatMap((element) => [
    ...('value' in element ? [String(element.value)] : []),
    ...(element.shadowRoot ? [wholeDocument(element.shadowRoot)] : []),
  ])
  return [own, ...parts].join('\n')
}
