/** What an icon may be. */
export type IconType = 'png' | 'jpeg' | 'svg'

/**
 * What a file is, by its first bytes; its name and declared type are never asked. Anything that is no icon is named as
 * precisely as the bytes allow, since the name ends up in the sentence that the developer reads.
 */
export function detectIconType(bytes: Uint8Array): IconType | (string & {}) {
  if (bytes.length === 0) return 'empty'
  for (const { type, at, magic } of signatures) {
    if (startsWith(bytes, magic, at)) return type
  }
  return startsWith(bytes, 'ftyp', 4) ? isoMediaType(bytes) : textType(bytes)
}

const signatures: readonly { type: string; at: number; magic: string }[] = [
  { type: 'png', at: 0, magic: '\x89PNG\r\n\x1a\n' },
  { type: 'jpeg', at: 0, magic: '\xff\xd8\xff' },
  { type: 'gif', at: 0, magic: 'GIF8' },
  { type: 'webp', at: 8, magic: 'WEBP' },
  { type: 'gzip', at: 0, magic: '\x1f\x8b' },
  { type: 'zip', at: 0, magic: 'PK\x03\x04' },
  { type: 'pdf', at: 0, magic: '%PDF-' },
  { type: 'tiff', at: 0, magic: 'II*\0' },
  { type: 'tiff', at: 0, magic: 'MM\0*' },
  { type: 'ico', at: 0, magic: '\0\0\x01\0' },
  { type: 'bmp', at: 0, magic: 'BM' },
  { type: 'psd', at: 0, magic: '8BPS' },
  { type: 'jxl', at: 0, magic: '\xff\x0a' },
  { type: 'jxl', at: 4, magic: 'JXL ' },
  { type: 'jp2', at: 4, magic: 'jP  ' },
  { type: 'utf-32', at: 0, magic: '\xff\xfe\0\0' },
  { type: 'utf-32', at: 0, magic: '\0\0\xfe\xff' },
  { type: 'utf-16', at: 0, magic: '\xff\xfe' },
  { type: 'utf-16', at: 0, magic: '\xfe\xff' },
  { type: 'utf-16', at: 0, magic: '<\0' },
  { type: 'utf-16', at: 0, magic: '\0<' },
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
