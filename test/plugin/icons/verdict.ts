import assert from 'node:assert/strict'
import type { Fault } from '../../../plugin/contract/faults.js'
import type { Icon, IconProcessor } from '../../../plugin/icons/icon-processor.js'

export async function acceptedIcon(processor: IconProcessor, bytes: Uint8Array): Promise<Icon> {
  const verdict = await processor.process(bytes)
  assert.ok('icon' in verdict, `refused: ${JSON.stringify(verdict)}`)
  return verdict.icon
}

export async function refusal(processor: IconProcessor, bytes: Uint8Array): Promise<Fault> {
  const verdict = await processor.process(bytes)
  assert.ok('fault' in verdict, 'accepted')
  return verdict.fault
}

/** The 1× image. */
export async function keptImage(processor: IconProcessor, bytes: Uint8Array): Promise<Uint8Array> {
  const [image] = (await acceptedIcon(processor, bytes)).images
  assert.ok(image)
  return image.bytes
}
