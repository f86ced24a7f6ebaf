import type { Fault } from '../../../plugin/contract/faults.js'
import { iconLimits } from '../../../plugin/contract/limits.js'

/** An image that somebody chose, decoded. */
export interface ReadImage {
  readonly file: Blob
  /** What to draw from; `undefined` where it cannot be decoded, or the page's content security policy forbids it. */
  readonly picture: ImageBitmap | HTMLImageElement | undefined
  /** Why the server would not take it as it is; of what cannot be shown, the server alone judges the rest. */
  readonly faults: readonly Fault[]
}

/** Decodes an image of any kind that the browser knows. */
export async function readImage(file: Blob): Promise<ReadImage> {
  try {
    const bitmap = await createImageBitmap(file).catch(() => undefined)
    const picture = bitmap ?? (await readDrawing(await file.text()))
    const faults = [...(bitmap ? await kindFaults(file) : []), ...sizeFaults(picture), ...weightFaults(file)]
    return { file, picture, faults }
  } catch {
    return unreadable(file)
  }
}

export function unreadable(file: Blob): ReadImage {
  return { file, picture: undefined, faults: [{ code: 'icon_unreadable' }] }
}

/**
 * No browser makes a bitmap of an SVG file, and each finds another size for one that has only a `viewBox`.
 *
 * @throws TypeError for what is no drawing
 */
async function readDrawing(text: string): Promise<HTMLImageElement | undefined> {
  const root = new DOMParser().parseFromString(withoutStyle(text), 'image/svg+xml').documentElement
  if (!(root instanceof SVGSVGElement) || root.querySelector('parsererror')) throw new TypeError('This is no drawing')
  if (root.hasAttribute('viewBox') && isRelative(root.width) && isRelative(root.height)) {
    const { width, height } = root.viewBox.baseVal
    root.setAttribute('width', `${width}`)
    root.setAttribute('height', `${height}`)
  }
  return await loadDrawing(withStyle(new XMLSerializer().serializeToString(root)))
}

/**
 * Another name for the attributes and elements that are only read here: a page's policy is asked about each `style` that a
 * parser of the page meets, and what it does not allow is reported, as if the page had tried to use it.
 */
const alias = 'style-kept-aside'

function withoutStyle(text: string): string {
  return text.replace(/(?<=\s)style(?=\s*=)|(?<=<\/?(?:[\w-]+:)?)style(?=[\s/>])/g, alias)
}

function withStyle(text: string): string {
  return text.replaceAll(alias, 'style')
}

/** A length that is not given is 100 %. */
function isRelative({ baseVal }: SVGAnimatedLength): boolean {
  return baseVal.unitType === SVGLength.SVG_LENGTHTYPE_PERCENTAGE
}

/** A policy may allow either of the two addresses, or none. */
async function loadDrawing(text: string): Promise<HTMLImageElement | undefined> {
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
  return await image.decode().then(
    () => image,
    () => undefined,
  )
}

/** Of the kinds that browsers decode the server takes two, which their first bytes tell from the others. */
async function kindFaults(file: Blob): Promise<Fault[]> {
  const head = new TextDecoder('latin1').decode(await file.slice(0, 12).arrayBuffer())
  if (/^(.PNG|ÿØÿ)/.test(head)) return []
  const [found = 'unknown'] = /GIF|WEBP|avif|BM/.exec(head) ?? []
  return [{ code: 'icon_type', found: found.toLowerCase() }]
}

function sizeFaults(picture: ReadImage['picture']): Fault[] {
  const { width, height } = picture ?? iconLimits
  return width === iconLimits.width && height === iconLimits.height ? [] : [{ code: 'icon_dimensions', width, height }]
}

function weightFaults({ size }: Blob): Fault[] {
  return size > iconLimits.bytes ? [{ code: 'icon_too_large', max: iconLimits.bytes }] : []
}
