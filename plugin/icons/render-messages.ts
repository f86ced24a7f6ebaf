/** What the host sends to a render process: the drawing, as it was uploaded. */
export interface RenderRequest {
  readonly drawing: Uint8Array
  /** Milliseconds of computing, however long they take on a busy machine. */
  readonly cpuMs: number
}

/** What a render process answers. `ready` comes once, unasked, when it has warmed up. */
export type RenderReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'rendered'; readonly images: readonly RenderedImage[] }
  /** The computing time is used up; the process is of no use any more. */
  | { readonly kind: 'exhausted' }
  /** The renderer cannot make sense of the drawing. */
  | { readonly kind: 'unreadable' }
  /** The process cannot render anything at all. */
  | { readonly kind: 'unusable'; readonly reason: string }

export interface RenderedImage {
  readonly scale: 1 | 2 | 3
  readonly bytes: Uint8Array
}
