/** RFC 2397, with base64 and nothing else. The media type is not read: what an image is, its content says. */
const dataUrl = /^data:[^,]*;base64,/i

/** The bytes of an icon that came as a data URL, or `null` where it is none. Base64 is taken in its canonical form only. */
export function decodeIconDataUrl(url: string): Uint8Array | null {
  const [head] = dataUrl.exec(url) ?? []
  if (head === undefined) return null
  const base64 = url.slice(head.length)
  const bytes = Buffer.from(base64, 'base64')
  return bytes.length > 0 && bytes.toString('base64') === base64 ? bytes : null
}
