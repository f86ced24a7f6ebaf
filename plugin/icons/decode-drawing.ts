/**
 * The text of an SVG. The renderer decodes the same bytes by itself, so both must come to the same text: UTF-8, or one of
 * the encodings that equal it as long as only ASCII is used (old drawing programs declare ISO-8859-1).
 *
 * @throws Error when the bytes are in any other encoding, or hold a NUL.
 */
export function decodeDrawing(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  if (text.includes('\0')) throw new Error('A drawing holds no NUL')

  const declaration = /^<\?xml\s[^>]*\?>/.exec(text)?.[0] ?? ''
  const encoding = /\bencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1]
  if (encoding && !isUtf8(encoding) && !(extendsAscii(encoding) && isAscii(bytes))) {
    throw new Error('A drawing is in UTF-8')
  }
  return text
}

function isUtf8(encoding: string): boolean {
  return /^utf-?8$/i.test(encoding)
}

function extendsAscii(encoding: string): boolean {
  return /^(us-ascii|iso-8859-\d{1,2}|windows-125\d)$/i.test(encoding)
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80)
}
