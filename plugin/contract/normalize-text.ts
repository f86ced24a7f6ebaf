/** UTF-16 code units of which NFC makes one code point at most: three above U+FFFF make one (U+16128). */
const unitsOfCodePoint = 8

/**
 * The form that is judged, kept and given back: NFC (Unicode §3.11), without white space around it.
 *
 * @param max code points that it may have. What has more in any form is only trimmed: to put marks into their order takes
 *   time that grows with the square of their number, 20 seconds for 400,000.
 */
export function normalizeText(text: string, max = Infinity): string {
  const trimmed = text.trim()
  return isFarTooLong(trimmed, max) ? trimmed : trimmed.normalize('NFC').trim()
}

/** Whether a text has more code points than this, however they are composed. */
export function isFarTooLong(text: string, max: number): boolean {
  return text.length > max * unitsOfCodePoint
}
