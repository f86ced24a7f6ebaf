/** What an icon may be. */
export type IconType = 'png' | 'jpeg' | 'svg'

/**
 * What a file is, by its first bytes; its name and declared type are never asked. Anything that is no icon is named as
 * precisely as the bytes allow, since the name ends up in the sentence that the developer reads.
 */
export function detectIconType(bytes: Uint8Array): IconType | (string & {}) {
  if (bytes.length === 0) return 'empty'
  for (const [type, at, magic] of signatures) {
    if (startsWith(bytes, magic, at)) return type
  }
  return startsWith(bytes, 'ftyp', 4) ? isoMediaType(bytes) : textType(bytes)
}

const signatures: readonly (readonly [type: string, at: number, magic: string])[] = [
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['gif', 0, 'GIF8'],
  ['webp', 8, 'WEBP'],
  ['gzip', 0, '\x1f\x8b'],
  ['zip', 0, 'PK\x03\x04'],
  ['pdf', 0, '%PDF-'],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['ico', 0, '\0\0\x01\0'],
  ['bmp', 0, 'BM'],
  ['psd', 0, '8BPS'],
  ['jxl', 0, '\xff\x0a'],
  ['jxl', 4, 'JXL '],
  ['jp2', 4, 'jP  '],
  ['utf-32', 0, '\xff\xfe\0\0'],
  ['utf-32', 0, '\0\0\xfe\xff'],
  ['utf-16', 0, '\xff\xfe'],
  ['utf-16', 0, '\xfe\xff'],
  ['utf-16', 0, '<\0'],
  ['utf-16', 0, '\0<'],
]

function startsWith(bytes: Uint8Array, magic: string, at = 0): boolean {
  for (let i = 0; i < magic.length; i += 1) {
    if (bytes[at + i] !== magic.charCodeAt(i)) return false
  }
  return true
}

/** AVIF and HEIC name themselves in the brand of the first box (ISO/IEC 14496-12 §4.3). */
function isoMediaType(bytes: Uint8Array): string {
  if (startsWith(bytes, 'avif', 8) || startsWith(bytes, 'avis', 8)) return 'avif'
  if (['heic', 'heix', 'mif1', 'msf1'].some((brand) => startsWith(bytes, brand, 8))) return 'heic'
  return 'video'
}

/** Markup is taken for a drawing until its parser says otherwise; only HTML gives itself away earlier. */
function textType(bytes: Uint8Array): string {
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 256)).trimStart()
  if (/^<(!doctype\s+html|html|head|body)\b/i.test(head)) return 'html'
  return head.startsWith('<') ? 'svg' : 'unknown'
}
