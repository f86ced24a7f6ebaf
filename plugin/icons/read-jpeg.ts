import { unreadable, type RasterVerdict } from './raster-file.js'

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda

/** A progressive file has about ten scans; thousands of them only keep the decoder busy. */
const maxScans = 100

/**
 * Walks the segments of a JPEG (ITU-T T.81, annex B) up to its end marker, which a truncated file lacks. What follows
 * that marker, for example a second picture, is not part of the image.
 */
export function readJpeg(bytes: Uint8Array): RasterVerdict {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: { width: number; height: number } | undefined
  let scans = 0

  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return unreadable
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      // Any marker may be preceded by fill bytes (B.1.1.2).
      at += 1
      continue
    }
    if (marker === endOfImage) {
      return size && scans > 0 ? { ...size, essence: bytes.subarray(0, at + 2) } : unreadable
    }
    if (marker === startOfImage || at + 4 > bytes.length) return unreadable

    const length = view.getUint16(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return unreadable
    if (isFrameHeader(marker)) {
      if (size || length < 8) return unreadable
      size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    }
    if (marker === startOfScan) scans += 1
    if (scans > maxScans) return { fault: { code: 'icon_too_complex' } }
    at = marker === startOfScan ? endOfScanData(bytes, end) : end
  }
  return unreadable
}

/** SOF0 to SOF15, less the three codes in that range that mean something else (table B.1). */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Within a scan, FF is followed by 00 where it is data, or by a restart marker (F.1.2.3, B.2.1). */
function endOfScanData(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
    at += 1
  }
  return at
}
