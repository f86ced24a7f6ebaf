import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { crc32 } from '../../../plugin/icons/crc32.js'

/** A picture with some detail, so that cutting or changing its bytes matters. */
function picture(width = 32, height = 32): ReturnType<typeof sharp> {
  const pixels = Buffer.from(Array.from({ length: width * height * 3 }, (_, i) => (i * i * 7 + i * 13) % 251))
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

export function pngIcon(width?: number, height?: number): Promise<Buffer> {
  return picture(width, height).png().toBuffer()
}

export function jpegIcon(width?: number, height?: number): Promise<Buffer> {
  return picture(width, height).jpeg().toBuffer()
}

/** Berlin, as a phone would write it into its photographs. */
const gps = { IFD0: { Copyright: 'Ada Lovelace' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 12/1' } }

export function pngWithPlace(): Promise<Buffer> {
  return picture().withExif(gps).png().toBuffer()
}

export function jpegWithPlace(): Promise<Buffer> {
  return picture().withExif(gps).jpeg().toBuffer()
}

/** Red on the left and blue on the right, as stored; `orientation` says how a viewer turns it (EXIF 2.3 §4.6.4). */
export function turnedJpeg(orientation: number): Promise<Buffer> {
  const half = { width: 16, height: 32, channels: 3 } as const
  const blue = { input: { create: { ...half, background: '#00f' } }, left: 16, top: 0 }
  return sharp({ create: { ...half, width: 32, background: '#f00' } })
    .composite([blue])
    .withMetadata({ orientation })
    .jpeg({ quality: 95 })
    .toBuffer()
}

export function pngChunk(type: string, data: Uint8Array = new Uint8Array()): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** With `chunk` right after the header, where animation control and metadata go. */
export async function pngWithChunk(chunk: Buffer): Promise<Buffer> {
  const png = await pngIcon()
  const afterHeader = 8 + 25
  return Buffer.concat([png.subarray(0, afterHeader), chunk, png.subarray(afterHeader)])
}

/** A sound file structure, every checksum right, whose pixels are `rows` rows of true colour instead of 32. */
export function pngWithRows(rows: number, declared = { width: 32, height: 32 }): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(declared.width, 0)
  header.writeUInt32BE(declared.height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc(rows * (1 + 32 * 3), 0))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, pngChunk('IHDR', header), pngChunk('IDAT', data), pngChunk('IEND')])
}

export function svgIcon(
  body = '<circle cx="16" cy="16" r="12" fill="#0a0"/>',
  size = 'width="32" height="32"',
): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${body}</svg>`,
  )
}

/** A kilobyte that stands for `width` to the power of `levels` shapes, by nested references of one kind. */
export function nestedSvg(width: number, levels: number, kind: 'use' | 'pattern' | 'mask' = 'use'): Buffer {
  const link = (level: number): string => {
    if (kind === 'use') return `<use href="#n${level}"/>`
    const attribute = kind === 'pattern' ? 'fill' : 'mask'
    return `<rect width="32" height="32" ${attribute}="url(#n${level})"/>`
  }
  const element = kind === 'use' ? 'g' : kind
  const layers = Array.from(
    { length: levels },
    (_, level) => `<${element} id="n${level + 1}">${link(level).repeat(width)}</${element}>`,
  )
  const seed = `<${element} id="n0"><rect width="1" height="1"/></${element}>`
  return svgIcon(`<defs>${seed}${layers.join('')}</defs>${link(levels)}`)
}

/** Few elements, each of them dear: no count of elements can tell, only the clock. */
export function slowSvg(): Buffer {
  const noise = '<feTurbulence baseFrequency="0.9" numOctaves="50"/>'.repeat(40)
  return svgIcon(`<filter id="f">${noise}</filter>${'<rect width="32" height="32" filter="url(#f)"/>'.repeat(100)}`)
}

/** The pixel at `x`, `y` as [red, green, blue, alpha]. */
export async function pixel(image: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(image).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (y * info.width + x) * info.channels
  return [...data.subarray(at, at + 4)]
}
