/** Where libvips looks for the beginning of a drawing. */
const lookedAt = 1000

/**
 * The drawing, so that libvips takes it for one: it looks for `<svg` among the first bytes and knows neither a root with a
 * prefix (`<s:svg xmlns:s="…">`) nor one that comes after a long comment. A comment says it first.
 */
export function recognisableDrawing(bytes: Uint8Array): Uint8Array {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, lookedAt))
  if (beginning.includes('<svg')) return bytes
  // Nothing may stand before an XML declaration, and only the byte order mark does.
  const declaration = /^(?:\u00ef\u00bb\u00bf)?(?:<\?xml\s[^>]*\?>)?/.exec(beginning)?.[0].length ?? 0
  return Buffer.concat([bytes.subarray(0, declaration), Buffer.from('<!--<svg-->'), bytes.subarray(declaration)])
}
