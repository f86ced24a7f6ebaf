import type { Fault } from '../contract/faults.js'

/** One kept image: never what was sent, always what we encoded. */
export interface IconImage {
  /** 1, 2 or 3: how many device pixels a CSS pixel has. */
  readonly scale: 1 | 2 | 3
  /** PNG whatever was sent: lossless, and small at this size. */
  readonly type: 'image/png'
  readonly bytes: Uint8Array
}

/** An accepted icon. */
export interface Icon {
  /** SHA-256 of what is kept, in lower-case hex: the same icon has the same id. */
  readonly id: string
  /** 1× always; 2× and 3× where the source was a drawing. */
  readonly images: readonly IconImage[]
}

export type IconVerdict = { readonly icon: Icon } | { readonly fault: Fault }

/** Judges and re-encodes uploaded icons. */
export interface IconProcessor {
  /**
   * @throws ProblemError `unavailable` with `retryAfter` when drawings queue up faster than they can be rendered.
   */
  process(bytes: Uint8Array): Promise<IconVerdict>
  /** Ends the worker processes. */
  close(): Promise<void>
}
