import type { Icon } from '../icons/icon-processor.js'
import type { IconReference } from './app-record.js'

/** What an app keeps of its icon. */
export function iconReference({ id, images }: Icon): IconReference {
  return { id, scales: images.map(({ scale }) => scale) }
}
