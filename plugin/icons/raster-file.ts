import type { Fault } from '../contract/faults.js'

/** What the structure of a PNG or JPEG says, read without decoding a pixel. */
export interface RasterFile {
  readonly width: number
  readonly height: number
  /** Bytes that a decoder needs: the image itself, without its text, previews and whatever follows its end. */
  readonly essence: Uint8Array
}

/** A sound file, or the reason why it is none. */
export type RasterVerdict = RasterFile | { readonly fault: Fault }

export const unreadable = { fault: { code: 'icon_unreadable' } } as const satisfies RasterVerdict
