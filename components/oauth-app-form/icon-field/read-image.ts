import { drawingSize, type DrawingSize } from '../../../plugin/contract/drawing-size.js'
import type { Fault } from '../../../plugin/contract/faults.js'
import { detectIconType } from '../../../plugin/contract/icon-type.js'
import { iconLimits } from '../../../plugin/contract/limits.js'

/** An image that somebody chose, decoded. */
export interface ReadImage {
  readonly file: Blob
  readonly size: DrawingSize
  /** What to draw from; `undefined` where the page's content security policy does not let it be shown. */
  readonly picture: ImageBitmap | HTMLImageElement | undefined
  /** Why the server would not take it as it is. */
  readonly faults: readonly Fault[]
}

/** Decodes an image of any kind that the browser knows; `undefined` where it cannot. */
export async function readImage(file: Blob): Promise<ReadImage | undefined> {
  try {
    const type = detectIconType(new Uint8Array(await file.slice(0, 512).arrayBuffer()))
    const image = type === 'svg' ? await readSvg(await file.text()) : await readRaster(file)
    return image && { file, ...image, faults: faultsOf(file, type, image.size) }
  } catch {
    return undefined
  }
}

type Decoded = Pick<ReadImage, 'size' | 'picture'>

async function readRaster(file: Blob): Promise<Decoded> {
  const picture = await createImageBitmap(file)
  return { size: { width: picture.width, height: picture.height }, picture }
}

/** No browser makes a bitmap of an SVG file, and each finds another size for one that has only a `viewBox`. */
async function readSvg(text: string): Promise<Decoded | undefined> {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
  if (root.localName !== 'svg' || root.querySelector('parsererror')) return undefined
  const attribute = (name: string): string | undefined => root.getAttribute(name) ?? undefined
  const size = drawingSize({ width: attribute('width'), height: attribute('height'), viewBox: attribute('viewBox') })
  root.setAttribute('width', String(size.width))
  root.setAttribute('height', String(size.height))
  return { size, picture: await loadSvg(new XMLSerializer().serializeToString(root)) }
}

/** A policy may allow either of the two addresses, or none. */
async function loadSvg(text: string): Promise<HTMLImageElement | undefined> {
  const blobUrl = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    return (await loadImage(`data:image/svg+xml,${encodeURIComponent(text)}`)) ?? (await loadImage(blobUrl))
  } finally {
    URL.revokeObjectURL(blobUrl)
  }
}

async function loadImage(address: string): Promise<HTMLImageElement | undefined> {
  const image = new Image()
  image.src = address
  try {
    await image.decode()
    return image
  } catch {
    return undefined
  }
}

function faultsOf(file: Blob, type: string, { width, height }: DrawingSize): Fault[] {
  const faults: Fault[] = []
  if (!['png', 'jpeg', 'svg'].includes(type)) faults.push({ code: 'icon_type', found: type })
  if (width !== iconLimits.width || height !== iconLimits.height) {
    faults.push({ code: 'icon_dimensions', width: Math.round(width), height: Math.round(height) })
  }
  if (file.size > iconLimits.bytes) faults.push({ code: 'icon_too_large', max: iconLimits.bytes })
  return faults
}
