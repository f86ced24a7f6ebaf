/**
 * The item whose text begins with what was typed. One letter, also when repeated, goes on to the next that fits; more
 * letters stay where they fit.
 */
export function findByTyping<Item extends { readonly textContent: string }>(
  items: readonly Item[],
  current: number,
  typed: string,
): Item | undefined {
  const [letter = ''] = typed
  const single = typed === letter.repeat(typed.length)
  const wanted = (single ? letter : typed).toLocaleLowerCase()
  const start = single ? current + 1 : Math.max(current, 0)
  return [...items.slice(start), ...items.slice(0, start)].find(({ textContent }) =>
    textContent.trim().toLocaleLowerCase().startsWith(wanted),
  )
}
