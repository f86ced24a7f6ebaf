import { crc32 } from './crc32.js'
import { unreadable, type RasterVerdict } from './raster-file.js'

const signatureLength = 8
const headerLength = 13
/** Length, type and checksum, which every chunk has around its data. */
const chunkOverhead = 12

/**
 * Walks the chunks of a PNG (W3C PNG, §5.3): every checksum must be right and the last chunk must be there, so that a
 * truncated or damaged file is known before a decoder sees it. An animated one is refused as `apng`.
 */
export function readPng(bytes: Uint8Array): RasterVerdict {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept = [bytes.subarray(0, signatureLength)]
  const seen = new Set<string>()
  let size: { width: number; height: number } | undefined

  for (let at = signatureLength; at + chunkOverhead <= bytes.length;) {
    const length = view.getUint32(at)
    const end = at + chunkOverhead + length
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return unreadable

    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if ((type === 'IHDR') !== (at === signatureLength)) return unreadable
    if (type === 'IHDR') {
      if (length !== headerLength) return unreadable
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    }
    if (type === 'acTL') return { fault: { code: 'icon_type', found: 'apng' } }
    if (decodedChunks.has(type)) kept.push(bytes.subarray(at, end))
    seen.add(type)
    if (type === 'IEND') return size && seen.has('IDAT') ? { ...size, essence: Buffer.concat(kept) } : unreadable
    at = end
  }
  return unreadable
}

/**
 * The chunks that decide what is seen. Compressed text and suggested palettes, which can inflate a thousandfold, never
 * reach the decoder; the colour profile does, and eXIf for its orientation.
 */
const decodedChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'iCCP', 'eXIf', 'IDAT', 'IEND'])
