import { iconLimits } from '../contract/limits.js'
import { loadSharp } from './load-sharp.js'

/**
 * Decodes one PNG or JPEG of the icon's size and encodes it afresh, upright, in sRGB and without any metadata. Always as
 * PNG: that is lossless, and 32×32 pixels are small either way. `failOn: 'warning'` refuses what a viewer would paper over.
 *
 * @throws Error when the file cannot be decoded in full.
 */
export async function encodeRaster(essence: Uint8Array): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const image = sharp(essence, {
    failOn: 'warning',
    limitInputPixels: iconLimits.width * iconLimits.height,
    sequentialRead: true,
  })
  return image.autoOrient().toColourspace('srgb').png({ compressionLevel: 9 }).toBuffer()
}
