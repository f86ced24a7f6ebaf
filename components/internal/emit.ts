/**
 * Fires a typed event from an element, across shadow roots, and says whether it may go on: `false` when it was
 * cancelable and somebody prevented it.
 */
export function emit<Name extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  name: Name,
  ...[detail, options]: HTMLElementEventMap[Name] extends CustomEvent<infer Detail>
    ? [detail: Detail, options?: { cancelable?: boolean }]
    : never
): boolean {
  return target.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: options?.cancelable ?? false }),
  )
}
