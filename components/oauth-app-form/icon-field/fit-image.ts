import { iconLimits } from '../../../plugin/contract/limits.js'

/** `crop` fills the square and cuts off what is over; `contain` shows all and leaves the rest transparent. */
export type Fit = 'crop' | 'contain'

type Picture = ImageBitmap | HTMLImageElement

/** Draws a picture into a square canvas, in the canvas's own pixels. */
export function paint(canvas: HTMLCanvasElement, picture: Picture, fit: Fit): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const ratios = [canvas.width / picture.width, canvas.height / picture.height]
  const scale = fit === 'crop' ? Math.max(...ratios) : Math.min(...ratios)
  const [width, height] = [picture.width * scale, picture.height * scale]
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height)
}

/** A PNG of the size that an icon has; `undefined` where the browser lets nobody read what it drew. */
export async function fitImage(picture: Picture, fit: Fit): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = iconLimits.width
  canvas.height = iconLimits.height
  paint(canvas, picture, fit)
  try {
    return await new Promise<Blob | undefined>((resolve) => {
      canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png')
    })
  } catch {
    return undefined
  }
}
