import type { Request } from 'express'
import type { StorageEngine } from 'multer'

type Stored = (error?: unknown, info?: Partial<Express.Multer.File>) => void

/**
 * Keeps the beginning of each file in memory and lets the rest go by, so that what is too large is judged together
 * with everything else, and costs no more than what is not.
 */
export class BoundedMemory implements StorageEngine {
  readonly #bytes: number

  /** @param bytes how much of each file is kept. */
  constructor(bytes: number) {
    this.#bytes = bytes
  }

  _handleFile(_request: Request, file: Express.Multer.File, stored: Stored): void {
    const chunks: Buffer[] = []
    let size = 0
    file.stream.on('data', (chunk: Buffer) => {
      const room = this.#bytes - size
      if (room > 0) chunks.push(chunk.subarray(0, room))
      size += Math.min(room, chunk.length)
    })
    file.stream.once('error', stored)
    file.stream.once('end', () => stored(null, { buffer: Buffer.concat(chunks), size }))
  }

  _removeFile(_request: Request, _file: Express.Multer.File, removed: (error: Error | null) => void): void {
    removed(null)
  }
}
