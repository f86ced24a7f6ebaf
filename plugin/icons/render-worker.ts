/**
 * A process that turns drawings into pixels, one at a time, until it is killed. The host kills it when a drawing takes too
 * long: nothing inside a process can stop librsvg.
 */
import { constants, setPriority } from 'node:os'
import type Sharp from 'sharp'
import { iconLimits } from '../contract/limits.js'
import { loadSharp } from './load-sharp.js'
import type { RenderedImage, RenderReply, RenderRequest } from './render-messages.js'

const scales = [1, 2, 3] as const
const cpuCheckMs = 20

/** Text is in it because the first one makes the renderer read the fonts of the system. */
const warmUp = '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><text y="20">a</text></svg>'

// A host that is gone has closed the channel. An ordinary exit would wait for the drawing in progress.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

try {
  const sharp = await prepareSharp()
  await render(sharp, Buffer.from(warmUp))
  // Only now: starting is what others wait for, drawing is what others must not wait for.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  process.on('message', ({ drawing, cpuMs }: RenderRequest) => {
    const unwatch = watchCpu(cpuMs, () => reply({ kind: 'exhausted' }))
    render(sharp, drawing)
      .then(
        (images) => reply({ kind: 'rendered', images }),
        () => reply({ kind: 'unreadable' }),
      )
      .finally(unwatch)
  })
  reply({ kind: 'ready' })
} catch (error) {
  reply({ kind: 'unusable', reason: error instanceof Error ? error.message : String(error) })
}

/** sharp as only this process may have it: its settings are global. */
async function prepareSharp(): Promise<typeof Sharp> {
  const sharp = await loadSharp()
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['VipsForeignLoadSvg'] })
  return sharp
}

async function render(sharp: typeof Sharp, drawing: Uint8Array): Promise<RenderedImage[]> {
  const images: RenderedImage[] = []
  for (const scale of scales) {
    const size = iconLimits.width * scale
    // At 72 dots per inch one CSS pixel is one pixel. Physical units come out smaller or larger, up to 2.25 times, and are resized.
    const image = sharp(drawing, { density: 72 * scale, limitInputPixels: (3 * size) ** 2 })
      .resize(size, size, { fit: 'fill' })
      .toColourspace('srgb')
      .png({ compressionLevel: 9 })
    images.push({ scale, bytes: await image.toBuffer() })
  }
  return images
}

/**
 * Computing time, not the clock: on a machine with other work to do a harmless drawing takes long, too. Rendering has a
 * thread of its own, so this one is free to look.
 */
function watchCpu(limitMs: number, exhausted: () => void): () => void {
  const before = process.cpuUsage()
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(before)
    if ((user + system) / 1000 < limitMs) return
    clearInterval(timer)
    exhausted()
  }, cpuCheckMs)
  return () => clearInterval(timer)
}

function reply(message: RenderReply): void {
  process.send?.(message)
}
