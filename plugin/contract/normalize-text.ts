/** The form that is judged, kept and given back: NFC (Unicode §3.11), without white space around it. */
export function normalizeText(text: string): string {
  return text.normalize('NFC').trim()
}
