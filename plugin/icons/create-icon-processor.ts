import { createHash } from 'node:crypto'
import type { Fault } from '../contract/faults.js'
import { iconLimits } from '../contract/limits.js'
import { ProblemError } from '../problem-error.js'
import { detectIconType } from '../contract/icon-type.js'
import type { DrawingSize } from '../contract/drawing-size.js'
import { encodeRaster } from './encode-raster.js'
import { Gate } from './gate.js'
import type { IconImage, IconProcessor, IconVerdict } from './icon-processor.js'
import { requireSharpInstalled } from './load-sharp.js'
import type { RasterVerdict } from './raster-file.js'
import { readDrawing } from './read-drawing.js'
import { readJpeg } from './read-jpeg.js'
import { readPng } from './read-png.js'
import { recognisableDrawing } from './recognisable-drawing.js'
import type { RenderedImage } from './render-messages.js'
import { RenderPool } from './render-pool.js'

export interface IconProcessorOptions {
  /** Drawings rendered at a time. Each has a process and a spare, about 75 MB each, from the first drawing on. Default 2. */
  readonly workers?: number
  /** Drawings that may wait for a process before further ones are turned away. Default 8. */
  readonly queue?: number
  /** Milliseconds of computing after which a drawing is too complex; neither waiting nor other load counts. Default 500. */
  readonly renderCpuMs?: number
  /** Start the render processes now: right for a server, wasteful for a script. Default false. */
  readonly warm?: boolean
}

/** Two of the four threads that Node shares among files, crypto and images are left to the others. */
const rasterGate = { slots: 2, queue: 64, retryAfter: 1 }

/**
 * Judges icons by their content and keeps only pixels that were encoded here.
 *
 * @throws Error when sharp is not installed.
 */
export function createIconProcessor(options: IconProcessorOptions = {}): IconProcessor {
  requireSharpInstalled()
  const rasters = new Gate(rasterGate)
  const drawings = new RenderPool({
    workers: options.workers ?? 2,
    queue: options.queue ?? 8,
    renderCpuMs: options.renderCpuMs ?? 500,
  })
  if (options.warm) drawings.warm()

  async function processRaster(file: RasterVerdict): Promise<IconVerdict> {
    if ('fault' in file) return file
    const fault = dimensionsFault(file)
    if (fault) return { fault }
    return rasters.pass(async () => {
      try {
        return accepted([{ scale: 1, bytes: await encodeRaster(file.essence) }])
      } catch {
        return { fault: { code: 'icon_unreadable' } }
      }
    })
  }

  async function processDrawing(bytes: Uint8Array): Promise<IconVerdict> {
    const drawing = readDrawing(bytes)
    if ('fault' in drawing) return drawing
    const fault = dimensionsFault(drawing)
    if (fault) return { fault }
    const outcome = await drawings.render(recognisableDrawing(bytes))
    if (outcome.kind === 'unreadable') return { fault: { code: 'icon_unreadable' } }
    if (outcome.kind === 'late') throw busy()
    if (outcome.kind !== 'rendered') return { fault: { code: 'icon_too_complex' } }
    return accepted(outcome.images)
  }

  return {
    async process(bytes) {
      if (bytes.length > iconLimits.bytes) return { fault: { code: 'icon_too_large', max: iconLimits.bytes } }
      const type = detectIconType(bytes)
      if (type === 'png') return processRaster(readPng(bytes))
      if (type === 'jpeg') return processRaster(readJpeg(bytes))
      if (type === 'svg') return processDrawing(bytes)
      return { fault: { code: 'icon_type', found: type } }
    },
    async close() {
      rasters.close()
      await drawings.close()
    },
  }
}

function busy(): ProblemError {
  return new ProblemError('unavailable', { retryAfter: 5, detail: 'The server is too busy to render drawings.' })
}

/** Conversion of units leaves a remainder that no eye sees. */
const tolerance = 0.01

function dimensionsFault({ width, height }: DrawingSize): Fault | undefined {
  const fits = Math.abs(width - iconLimits.width) < tolerance && Math.abs(height - iconLimits.height) < tolerance
  if (fits) return undefined
  return {
    code: 'icon_dimensions',
    width: wholePixels(width, iconLimits.width),
    height: wholePixels(height, iconLimits.height),
  }
}

/** Rounded away from the size that is asked for, so that the sentence never says "32 × 32 is not 32 × 32". */
function wholePixels(found: number, wanted: number): number {
  if (Math.abs(found - wanted) < tolerance) return wanted
  return Math.min(Number.MAX_SAFE_INTEGER, found < wanted ? Math.floor(found) : Math.ceil(found))
}

/** Its id is made of all its images, so the same picture from a PNG and from a drawing are two icons. */
function accepted(encoded: readonly RenderedImage[]): IconVerdict {
  const images = encoded.map(({ scale, bytes }): IconImage => ({ scale, type: 'image/png', bytes: barePng(bytes) }))
  const hash = createHash('sha256')
  for (const { scale, bytes } of images) hash.update(`${scale}x ${bytes.length}\n`).update(bytes)
  return { icon: { id: hash.digest('hex'), images } }
}

/** The encoder carries the resolution over, which would tell two equal pictures apart. */
function barePng(encoded: Uint8Array): Uint8Array {
  const file = readPng(encoded)
  if ('fault' in file) throw new Error('The encoder wrote a PNG that cannot be read')
  return file.essence
}
