/**
 * A text with parts of it replaced.
 *
 * @param {string} text
 * @param {{ start: number, end: number, by: string }[]} edits which do not overlap, in any order
 */
export function edited(text, edits) {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, by }) => result.slice(0, start) + by + result.slice(end), text)
}
