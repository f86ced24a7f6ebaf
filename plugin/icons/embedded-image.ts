import type { Fault } from '../contract/faults.js'
import { detectIconType } from '../contract/icon-type.js'
import { readJpeg } from './read-jpeg.js'
import { readPng } from './read-png.js'

/** A picture within a drawing may be larger than the icon, for sharpness, but the renderer decodes it at full size. */
const maxSide = 1024

/**
 * Judges one reference of a drawing. Only `data:` can bring anything into it, and only a PNG or JPEG of bounded size may
 * come that way: a drawing within the drawing would escape every other check.
 */
export function embeddedImageFault(href: string): Fault | undefined {
  // A URL parser drops tabs and line breaks wherever they are (WHATWG URL §4.4), so they may not hide the scheme.
  const url = href.replace(/[\t\n\r]/g, '').trim()
  if (!/^data:/i.test(url)) return undefined
  const [, parameters, payload] = /^data:([^,]*),([^]*)$/i.exec(url) ?? []
  if (parameters === undefined || payload === undefined || !/;\s*base64\s*$/i.test(parameters)) {
    return { code: 'icon_too_complex' }
  }

  const bytes = Buffer.from(payload.replace(/%([0-9a-f]{2})/gi, fromPercent), 'base64')
  const type = detectIconType(bytes)
  if (type !== 'png' && type !== 'jpeg') return { code: 'icon_too_complex' }
  const image = type === 'png' ? readPng(bytes) : readJpeg(bytes)
  if ('fault' in image) return image.fault
  return image.width > maxSide || image.height > maxSide ? { code: 'icon_too_complex' } : undefined
}

function fromPercent(_: string, hex: string): string {
  return String.fromCharCode(parseInt(hex, 16))
}
